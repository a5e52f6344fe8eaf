"""The walk through the questions: on with an answer, back with `<`, and every step on the disk."""

from kompas.commands.answers import ask_answer, settle
from kompas.commands.telling import Telling, WentBack
from kompas.domain.questions import QUESTIONS, REVIEW, Spot, list_answers, put_answer, step_back, step_on


def begin(telling: Telling) -> Spot:
    """Tell how it goes and return the first line to ask; what was given with the command is looked at, not asked."""
    telling.say("guide.begin")
    if not telling.session.screen.shows_typed:
        telling.say("guide.plain")
    telling.say("guide.day", date=telling.told["date"])
    given = [key for key in ("group", "place") if key in telling.told and _is_settled(telling, key)]
    telling.questions = [key for key in QUESTIONS if key not in given]
    return Spot(telling.questions[0])


def ask_from(telling: Telling, spot: Spot | None) -> None:
    """Ask the line at `spot` and all that come after it."""
    is_named = True
    while spot and spot.key != REVIEW:
        telling.keep(spot, telling.waiting.get(spot, ""))
        try:
            answer = ask_answer(telling, spot, is_named=is_named)
        except WentBack as back:
            telling.waiting |= {spot: back.typed} if back.typed else {}
            spot, is_named = step_back(telling.told, spot, telling.questions), True
            continue
        if spot.key == "group" and not answer:
            telling.say("guide.no-group")
            continue
        telling.told = put_answer(telling.told, spot, answer)
        after = step_on(telling.told, spot, telling.questions, is_filled=bool(answer))
        is_named, spot = after is None or after.key != spot.key, after


def ask_last(telling: Telling) -> None:
    """Go back from the end to the last line that was asked."""
    key = telling.questions[-1]
    ask_from(telling, Spot(key, max(0, len(list_answers(telling.told, key)) - 1)))


def _is_settled(telling: Telling, key: str) -> bool:
    """Look at what was given under `key`; what may not stay so waits to be changed at its question."""
    text = str(telling.told[key])
    telling.keep(Spot(key), text)
    try:
        answer = settle(telling, key, text)
    except WentBack:
        answer = None
    telling.told = put_answer(telling.told, Spot(key), answer)
    if not answer:
        telling.waiting[Spot(key)] = text
    return bool(answer)
