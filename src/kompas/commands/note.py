"""`note`: write an encounter."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kompas.commands.guide import QUESTIONS, guide
from kompas.commands.reading import find_author
from kompas.commands.session import Session
from kompas.domain.checklist import require_field
from kompas.domain.days import Leaning, parse_day
from kompas.domain.guarding import find_refused, list_remarks
from kompas.domain.note import FiledNote, Note
from kompas.domain.problem import Problem
from kompas.errors import BadCommandLine, NothingToWrite, NotRemembered, NotSaved, NotWritten
from kompas.notebook.drafts import remove_draft, write_draft
from kompas.notebook.folder import write_note
from kompas.notebook.note_file import dump_note, parse_note
from kompas.policy.checklist import read_fields
from kompas.policy.words import read_lexicon
from kompas.render.problems import render_problems
from kompas.render.remarks import render_remarks

_UNNAMED = "note.toml"
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


def save(session: Session, written: Note, draft: Path | None = None) -> str:
    """Write `written` and return its path. Raises NotSaved when it may not enter; then it waits as a draft."""
    settings, text = session.settings, dump_note(written)
    problems = _find_problems(written, text, settings.today)
    session.screen.tell(render_problems(problems, session.words))
    if problems:
        raise NotSaved(_keep(session, text, draft))
    remarks = list_remarks(written, read_lexicon(), frozenset(settings.ignore_words))
    session.screen.tell(render_remarks(remarks, session.words))
    try:
        return write_note(settings.root, written)
    except NotWritten as error:
        raise NotSaved(_keep(session, text, draft)) from error


def _keep(session: Session, text: str, draft: Path | None) -> Path:
    """Keep what was typed as a draft; on a disk that takes nothing it is shown, so that it can be copied."""
    try:
        return write_draft(text, draft)
    except NotWritten:
        session.screen.show(text)
        raise


def _find_problems(written: Note, text: str, today: datetime.date) -> list[Problem]:
    parsed = parse_note(_UNNAMED, text.encode(), today)
    refused = find_refused([FiledNote(_UNNAMED, written)], today)
    return [*(parsed if isinstance(parsed, list) else ()), *refused]
