"""Today's page: a line for each thing that waits, and the command that goes with it."""

import datetime
import re
from collections.abc import Iterator

from kompas.domain.today import Today
from kompas.render.clean import clean
from kompas.render.paint import bold, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words

_LONGEST_NAME = 26
"""Of a group's name, so that its line stays one line of 80 signs."""
_READ_BY_SHELLS = re.compile(r"[\"$`\\!%]")
_INDENT = "  "
BEGINNING = ("init", "note", "checklist", "help")


def render_today(found: Today, day: datetime.date, words: Words, canvas: Canvas) -> str:
    """Return the heading and a line for each kind of thing that waits; a friendly one when nothing does."""
    lines = list(_list_lines(found, words)) or [words.say("today.nothing")]
    heading = bold(words.say("today.heading", day=day), canvas)
    return "\n".join([heading, *(_render_line(line, canvas) for line in lines)])


def render_beginning(words: Words, canvas: Canvas) -> str:
    """Return how to begin, for who has no notebook yet."""
    lines = [_render_line(words.say(f"beginning.{step}"), canvas) for step in BEGINNING]
    return "\n".join([bold(wrap(words.say("help.kompas"), canvas), canvas), *lines])


def _list_lines(found: Today, words: Words) -> Iterator[str]:
    if found.drafts:
        yield words.count("today.drafts", found.drafts)
    if found.late:
        yield words.count("today.late", len(found.late))
    if found.due:
        yield words.count("today.due", len(found.due), by=found.due[0].by)
    if found.unanswered:
        one, other = found.unanswered[0].between
        yield words.count("today.unanswered", len(found.unanswered), one=_quote(one), other=_quote(other))
    if found.unseen:
        yield words.count("today.unseen", len(found.unseen), group=_quote(found.unseen[0]))
    if found.fading:
        yield words.count("today.fading", len(found.fading), group=_quote(found.fading[0].note.group))
    if found.unshared:
        yield words.count("today.unshared", found.unshared)
    if found.pair:
        one, other = found.pair
        yield words.say("today.pair", one=_quote(one), other=_quote(other))


def _render_line(line: str, canvas: Canvas) -> str:
    """Return a line; where it is too long its command goes on a line of its own, to be copied whole."""
    if len(line) + len(_INDENT) <= canvas.width:
        return f"{_INDENT}{line}"
    said, colon, typed = line.rpartition(": kompas ")
    return "\n".join([wrap(f"{said}{colon[:1]}", canvas, _INDENT), wrap(f"kompas {typed}", canvas, 2 * _INDENT)])


def _quote(name: str) -> str:
    """Return a part of a group's name that can be typed between quotes in any shell."""
    text = _READ_BY_SHELLS.split(clean(name, lines=False))[0].strip()
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME + 1].rpartition(" ")[0] or text[:_LONGEST_NAME]
