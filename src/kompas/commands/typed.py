"""What was typed of an encounter, turned into a note."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kompas.domain.checklist import require_field
from kompas.domain.days import Leaning, parse_day
from kompas.domain.note import Note
from kompas.errors import BadCommandLine, NothingToWrite, NotRemembered
from kompas.policy.checklist import read_fields

_UNNAMED = "?"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed on the command line: a day in words, promises as "what @ day", and texts by the keys of a note."""

    day: str | None
    promises: tuple[str, ...]
    texts: Mapping[str, Any]


def build_note(typed: Typed, usual: Mapping[str, Any], today: datetime.date) -> Note:
    """Return the note that was typed; `usual` fills in what was left out.

    Raises NothingToWrite, NotRemembered, UnknownField, UnclearDate, or BadCommandLine for an empty text.
    """
    filled = fill(typed, usual, today)
    if not str(filled.get("group", "")).strip():
        raise NothingToWrite
    if filled.get("field"):
        filled["field"] = require_field(filled["field"], read_fields())
    _require_texts(filled)
    written = Note.model_validate(filled)
    if written.agreement and written.agreement.remember is False:
        raise NotRemembered(written.group)
    return written


def begin_note(typed: Typed, usual: Mapping[str, Any], today: datetime.date) -> dict[str, Any]:
    """Return what is known before the first question, by the keys of a note. Raises as `build_note` does."""
    named = Typed(typed.day, typed.promises, {"group": _UNNAMED, **typed.texts})
    begun = build_note(named, usual, today).model_dump(exclude_none=True, exclude_defaults=True)
    return {key: value for key, value in begun.items() if key != "group" or "group" in typed.texts}


def fill(typed: Typed, usual: Mapping[str, Any], today: datetime.date) -> dict[str, Any]:
    """Return what was typed by the keys of a note, its days read. Raises UnclearDate."""
    filled = {**usual, **typed.texts}
    told = filled.get("date", today)
    filled["date"] = parse_day(typed.day, today, leaning=Leaning.PAST) if typed.day else told
    filled["promises"] = [*filled.get("promises", ()), *(parse_promise(text, today) for text in typed.promises)]
    return filled


def _require_texts(filled: Mapping[str, Any]) -> None:
    texts = [
        *(("--promise", promise["what"]) for promise in filled["promises"]),
        *(("--obstacle", obstacle["what"]) for obstacle in filled.get("obstacles", ())),
        ("--contact", filled.get("agreement", {}).get("contact", "-")),
    ]
    for flag, text in texts:
        if not text.strip():
            raise BadCommandLine("needs-value", flag)


def parse_promise(text: str, today: datetime.date) -> dict[str, Any]:
    """Turn "what @ day" into a promise; the day may be left out. Raises UnclearDate."""
    what, has_day, day = text.rpartition("@")
    if not has_day:
        return {"what": text}
    return {"what": what.strip(), "by": parse_day(day.strip(), today, leaning=Leaning.FUTURE)}
