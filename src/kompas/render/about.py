"""All that is kept about a group, as a page to read aloud or to hand over."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kompas.domain.about import Fact
from kompas.render.clean import clean
from kompas.render.listing import Listing
from kompas.render.paint import bold, dim, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words

_KEYS = ("group", "date", "key", "text", "by", "kept", "ours", "answer", "until", "note")
_ANSWERS = frozenset({"remember", "introduce", "share", "sensitive"})


def list_fact_rows(facts: Iterable[Fact]) -> Listing:
    """Return the facts as a listing."""
    rows = [{key: getattr(fact, key) for key in _KEYS} for fact in facts]
    return Listing(_KEYS, ("date", "key", "text"), rows)


def render_about(group: str, facts: Sequence[Fact], today: datetime.date, words: Words, canvas: Canvas) -> str:
    """Return the page: a heading, then file by file what stands in it and until when."""
    parts = [bold(clean(group), canvas), wrap(words.say("about.intro"), canvas)]
    for _, told in groupby(facts, key=lambda fact: fact.note):
        parts.append(_render_file(list(told), today, words, canvas))
    return "\n\n".join(parts)


def render_note(group: str, facts: Sequence[Fact], today: datetime.date, words: Words, canvas: Canvas) -> str:
    """Return one note of which `facts` tell, as the page about its group will show it."""
    return f"{bold(clean(group), canvas)}\n\n{_render_file(facts, today, words, canvas)}"


def _render_file(facts: Sequence[Fact], today: datetime.date, words: Words, canvas: Canvas) -> str:
    heading = [bold(words.day(facts[0].date), canvas)]
    if facts[0].note:  # one that is being written lies nowhere yet
        heading.append(dim(clean(facts[0].note, lines=False), canvas))
    until = facts[0].until
    if until:
        heading.append(wrap(words.say("about.faded" if until <= today else "about.until", until=until), canvas))
    return "\n".join([*heading, *render_facts(facts, words, canvas)])


def render_facts(facts: Sequence[Fact], words: Words, canvas: Canvas) -> Iterator[str]:
    """Yield a line a fact, its key told once for those that share it; on a plain screen on every line."""
    labels = {key: words.say(f"key.{key}") for key in dict.fromkeys(fact.key for fact in facts)}
    width, said = max(map(len, labels.values())), ""
    for fact in facts:
        label = labels[fact.key] if fact.key != said else ""
        first = f"{labels[fact.key]}: " if canvas.is_plain else f"  {label:{width}}  "
        yield wrap(_spell(fact, words), canvas, first)
        said = fact.key


def _spell(fact: Fact, words: Words) -> str:
    text = clean(fact.text, lines=False)
    if fact.key in _ANSWERS:
        return words.say("answer.yes" if text == "true" else "answer.no")
    if fact.key == "worth":
        return words.say(f"worth.{text}")
    told = [words.say("about.by", by=fact.by)] if fact.by else []
    if fact.kept:
        told.append(words.say("about.kept", kept=fact.kept))
    if fact.ours is not None:
        told.append(words.say("about.ours" if fact.ours else "about.not-ours"))
    if fact.answer:
        told.append(words.say(f"answered.{fact.answer}"))
    return f"{text} ({'; '.join(told)})" if told else text
