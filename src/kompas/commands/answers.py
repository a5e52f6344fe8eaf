"""One answer of the guided round: asked, looked at, and asked again at once when it may not stay so."""

from typing import Any

from kompas.commands.choosing import agrees, pick
from kompas.commands.telling import Telling, WentBack
from kompas.domain.alike import find_alike
from kompas.domain.checklist import pick_question
from kompas.domain.days import Leaning, find_day, parse_day
from kompas.domain.earlier import list_names
from kompas.domain.group import group_key
from kompas.domain.guarding import find_refused, list_remarks
from kompas.domain.note import FiledNote, Note
from kompas.domain.privacy.finding import Severity
from kompas.domain.questions import LISTS, Spot, list_answers
from kompas.errors import UnclearDate
from kompas.policy.checklist import read_topics
from kompas.policy.words import read_lexicon
from kompas.render.problems import render_problems
from kompas.render.remarks import render_remarks


def ask_answer(telling: Telling, spot: Spot, *, is_named: bool) -> Any:
    """Ask for the answer at `spot` until it may stay; nothing when it is skipped. `is_named` repeats the question.

    Every line is on the disk before anything else is asked. Raises WentBack and LineStopped.
    """
    before = list_answers(telling.told, spot.key)
    told = before[spot.number] if spot.number < len(before) else None
    typed = telling.waiting.pop(spot, _spell(telling, told))
    again = "" if telling.session.screen.shows_typed else telling.session.words.say("guide.more")
    question = _word(telling, spot.key) if is_named else again
    while text := telling.ask_at(spot, question, typed):
        text = _queue_lines(telling, spot, text)
        telling.keep(spot, text)
        question, typed = again and _word(telling, spot.key), text
        try:
            if answer := settle(telling, spot.key, text, told):
                return answer
        except WentBack:
            question = _word(telling, spot.key)
    return None


def settle(telling: Telling, key: str, text: str, told: Any = None) -> Any:
    """Return the answer that `text` is, None when it may not stay so; `told` is the answer that it replaces."""
    return _shape(telling, key, text, told) if _may_stay(telling, key, text) else None


def _word(telling: Telling, key: str) -> str:
    words = telling.session.words
    if key != "lesson":
        return words.say(f"guide.{key}")
    topics = read_topics(words.language)
    return words.say("guide.lesson", question=pick_question(topics, telling.told.get("field"), telling.told["date"]))


def _spell(telling: Telling, told: Any) -> str:
    if told is None or isinstance(told, str):
        return told or ""
    by = told.get("by")
    return telling.session.words.say("guide.promised", what=told["what"], by=by) if by else str(told["what"])


def _queue_lines(telling: Telling, spot: Spot, text: str) -> str:
    """Return the first line of what was pasted; in a list the others wait for the questions to come."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if spot.key not in LISTS:
        return text
    for ahead, line in enumerate(lines[1:], 1):
        telling.waiting[Spot(spot.key, spot.number + ahead)] = line
    return lines[0]


def _may_stay(telling: Telling, key: str, text: str) -> bool:
    """Tell what is wrong with an answer, and what may be better; a warning is given once, and then it may stay."""
    settings, words, screen = telling.session.settings, telling.session.words, telling.session.screen
    value = [{"what": text}] if key in {"promises", "obstacles"} else [text] if key in LISTS else text
    answer = Note.model_validate({"date": settings.today, "group": "-", key: value})
    refused = list(find_refused([FiledNote("", answer)], settings.today))
    screen.tell(render_problems(refused, words))
    remarks = [
        one
        for one in list_remarks(answer, read_lexicon(), frozenset(settings.ignore_words))
        if (one.kind, one.text.casefold()) not in telling.warned
    ]
    telling.warned |= {(one.kind, one.text.casefold()) for one in remarks}
    screen.tell(render_remarks(remarks, words))
    is_warned = any(one.severity is Severity.WARNING for one in remarks)
    if refused or is_warned:
        telling.say("guide.refused" if refused else "guide.warned")
    return not refused and not is_warned


def _shape(telling: Telling, key: str, text: str, told: Any) -> Any:
    if key == "group":
        return _choose_alike(telling, text)
    if key == "promises":
        return (told or {}) | _shape_promise(telling, text)
    if key == "obstacles":
        words = telling.session.words
        said = words.say("answer.yes") if told and told.get("ours") else ""
        return {"what": text, "ours": agrees(telling.ask, words.say("guide.ours"), said)}
    return text


def _choose_alike(telling: Telling, name: str) -> str:
    """Return the group that is meant, when a new name looks like one that is known."""
    known = list_names(telling.living)
    if group_key(name) in map(group_key, known):
        return name
    near = find_alike(name, known)
    if len(near) == 1:
        return near[0] if agrees(telling.ask, telling.session.words.say("guide.alike", near=near[0])) else name
    if near:
        telling.say("guide.alike-many")
        picked = pick(telling.session, telling.ask, near, telling.session.words.say("guide.which-group"))
        return name if picked is None else near[picked]
    return name


def _shape_promise(telling: Telling, text: str) -> dict[str, Any]:
    today = telling.session.settings.today
    found = find_day(text, today, leaning=Leaning.FUTURE)
    what, day = (found[1], found[0]) if found and found[1] else (text, None)
    day = day or ask_day(telling, telling.session.words.say("guide.by"), Leaning.FUTURE)
    if day is None:
        return {"what": what}
    telling.say("guide.understood", by=day)
    return {"what": what, "by": day}


def ask_day(telling: Telling, question: str, leaning: Leaning, typed: str = "") -> Any:
    """Ask for a day in words until it is understood; None for Enter. A visit does not lie in the future."""
    today, words = telling.session.settings.today, telling.session.words
    while typed := telling.ask(question, typed):
        try:
            day = parse_day(typed, today, leaning=leaning)
        except UnclearDate as error:
            telling.session.screen.tell(words.tell("error", error))
            telling.say(f"guide.examples-{leaning.value}")
            continue
        if leaning is Leaning.FUTURE or day <= today:
            return day
        telling.say("guide.future", day=day)
    return None
