"""All that is kept about a group, on paper for the group itself."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kompas.domain.about import Fact
from kompas.domain.answer import Answer
from kompas.render.about import render_facts
from kompas.render.clean import clean
from kompas.render.paint import bold, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words

NOT_KEPT = ("people", "numbers", "knowing", "judgement")
CHANGE = ("right", "wrong", "gone")
_TOLD = frozenset({Answer.YES.value, Answer.ON_THEIR_OWN.value})


def render_handover(  # noqa: PLR0913 whose facts, on which day, in which words and where
    group: str, facts: Sequence[Fact], keep_days: int, today: datetime.date, words: Words, canvas: Canvas
) -> str:
    """Return the page to print: no file names, and no other group that did not say yes to this one."""
    name = clean(group, lines=False)
    parts = [bold(wrap(words.say("handover.title", group=name), canvas), canvas)]
    parts.append(wrap(words.say("handover.intro", day=today), canvas))
    for _, told in groupby(facts, key=lambda fact: fact.note):
        parts.append(_render_encounter([_veil(fact, words) for fact in told], today, words, canvas))
    parts.append(_render_part("handover.not-kept", (words.say(f"not-kept.{what}") for what in NOT_KEPT), words, canvas))
    parts.append(_render_part("handover.how-long", [words.say("handover.fades", days=keep_days)], words, canvas))
    parts.append(_render_part("handover.change", (words.say(f"change.{what}") for what in CHANGE), words, canvas))
    return "\n\n".join(parts)


def _render_encounter(facts: Sequence[Fact], today: datetime.date, words: Words, canvas: Canvas) -> str:
    first = facts[0]
    heading = words.say("handover.told" if first.key != "leads" or len(facts) > 1 else "handover.named", day=first.date)
    lines = [bold(wrap(heading, canvas), canvas)]
    if first.until:
        key = "handover.until" if today < first.until else "handover.faded"
        lines.append(wrap(words.say(key, until=first.until), canvas))
    return "\n".join([*lines, *render_facts(facts, words, canvas)])


def _render_part(part: str, lines: Sequence[str] | Iterator[str], words: Words, canvas: Canvas) -> str:
    told = [wrap(line, canvas, "  - ", "    ") for line in lines]
    return "\n".join([bold(words.say(part), canvas), *told])


def _veil(fact: Fact, words: Words) -> Fact:
    """Leave out which group was asked, as long as it did not say yes: that is theirs to tell."""
    if fact.answer is None or fact.answer in _TOLD:
        return fact
    return replace(fact, text=words.say("handover.somebody"))
