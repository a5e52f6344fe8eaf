"""`note`: write an encounter."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kompas.commands.session import Session
from kompas.domain.checklist import require_field
from kompas.domain.days import Leaning, parse_day
from kompas.domain.note import Note
from kompas.errors import NothingToWrite, NotRemembered, NotSaved, NotWritten
from kompas.notebook.drafts import write_draft
from kompas.notebook.folder import write_note
from kompas.notebook.note_file import dump_note, parse_note
from kompas.policy.checklist import read_fields
from kompas.render.problems import render_problems


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed on the command line: a day in words, promises as "what @ day", and texts by the keys of a note."""

    day: str | None
    promises: tuple[str, ...]
    texts: Mapping[str, Any]


def note(session: Session, typed: Typed) -> None:
    """Check what was typed and write it as a new file; nothing typed is lost."""
    settings = session.require_own_notebook()
    written = build_note(typed, {"author": session.find_author(), "field": settings.field}, settings.today)
    session.screen.show(session.words.say("saved", path=save(session, written)))


def build_note(typed: Typed, usual: Mapping[str, Any], today: datetime.date) -> Note:
    """Return the note that was typed; `usual` fills in what was left out.

    Raises NothingToWrite, NotRemembered, UnknownField or UnclearDate.
    """
    filled = {**usual, **typed.texts}
    if not str(filled.get("group", "")).strip():
        raise NothingToWrite
    if filled.get("field"):
        filled["field"] = require_field(filled["field"], read_fields())
    filled["date"] = parse_day(typed.day, today, leaning=Leaning.PAST) if typed.day else today
    filled["promises"] = [parse_promise(text, today) for text in typed.promises]
    written = Note.model_validate(filled)
    if written.agreement and written.agreement.remember is False:
        raise NotRemembered(written.group)
    return written


def parse_promise(text: str, today: datetime.date) -> dict[str, Any]:
    """Turn "what @ day" into a promise; the day may be left out. Raises UnclearDate."""
    what, has_day, day = text.rpartition("@")
    if not has_day:
        return {"what": text}
    return {"what": what, "by": parse_day(day, today, leaning=Leaning.FUTURE)}


def save(session: Session, written: Note) -> str:
    """Write `written` and return its path. Raises NotSaved when it has faults; then it waits as a draft."""
    settings, text = session.settings, dump_note(written)
    problems = parse_note("note.toml", text.encode(), settings.today)
    if isinstance(problems, list):
        session.screen.tell(render_problems(problems, session.words))
        raise NotSaved(write_draft(text))
    try:
        return write_note(settings.root, written)
    except NotWritten as error:
        raise NotSaved(write_draft(text)) from error
