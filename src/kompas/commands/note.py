"""`note`: write an encounter."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kompas.commands.guide import QUESTIONS, guide
from kompas.commands.reading import find_author
from kompas.commands.saving import save
from kompas.commands.session import Session
from kompas.domain.checklist import require_field
from kompas.domain.days import Leaning, parse_day
from kompas.domain.note import Note
from kompas.errors import BadCommandLine, NothingToWrite, NotRemembered
from kompas.notebook.drafts import remove_draft
from kompas.policy.checklist import read_fields

_TOLD = frozenset(QUESTIONS) - {"group", "place"} | {"goal", "story"}
"""Who types any of these has told the encounter already, and is asked no questions."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed on the command line: a day in words, promises as "what @ day", and texts by the keys of a note."""

    day: str | None
    promises: tuple[str, ...]
    texts: Mapping[str, Any]


def note(session: Session, typed: Typed) -> None:
    """Check what was typed and write it as a new file; nothing typed is lost."""
    settings = session.require_own_notebook()
    usual = {"author": find_author(session), "field": settings.field}
    draft = None
    if session.screen.can_ask and not (typed.promises or _TOLD & typed.texts.keys()):
        texts, draft = guide(session, typed.texts)
        typed = Typed(typed.day, typed.promises, texts)
    written = build_note(typed, usual, settings.today)
    path = save(session, written, draft)
    if draft:
        remove_draft(draft)
    session.screen.show(session.words.say("saved", path=path))


def build_note(typed: Typed, usual: Mapping[str, Any], today: datetime.date) -> Note:
    """Return the note that was typed; `usual` fills in what was left out.

    Raises NothingToWrite, NotRemembered, UnknownField, UnclearDate, or BadCommandLine for an empty text.
    """
    filled = {**usual, **typed.texts}
    if not str(filled.get("group", "")).strip():
        raise NothingToWrite
    if filled.get("field"):
        filled["field"] = require_field(filled["field"], read_fields())
    filled["date"] = parse_day(typed.day, today, leaning=Leaning.PAST) if typed.day else today
    filled["promises"] = [*filled.get("promises", ()), *(parse_promise(text, today) for text in typed.promises)]
    _require_texts(filled)
    written = Note.model_validate(filled)
    if written.agreement and written.agreement.remember is False:
        raise NotRemembered(written.group)
    return written


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
    return {"what": what, "by": parse_day(day.strip(), today, leaning=Leaning.FUTURE)}
