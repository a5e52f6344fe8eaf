"""Save a note: what may not enter is told, and what cannot be saved is kept."""

import datetime
from pathlib import Path

from kompas.commands.session import Session
from kompas.domain.guarding import find_refused, list_remarks
from kompas.domain.note import FiledNote, Note
from kompas.domain.problem import Problem
from kompas.errors import NotSaved, NotWritten
from kompas.notebook.draft_file import dump_draft
from kompas.notebook.drafts import remove_draft, write_draft
from kompas.notebook.folder import write_note
from kompas.notebook.note_file import dump_note, parse_note
from kompas.policy.words import read_lexicon
from kompas.render.clean import clean
from kompas.render.problems import render_problems
from kompas.render.remarks import render_remarks

_UNNAMED = "note.toml"


def save(
    session: Session,
    written: Note,
    draft: Path | None = None,
    text: str | None = None,
    *,
    is_warned: bool = False,
) -> str:
    """Write `written` and return its path. Raises NotSaved when it may not enter; then it waits as a draft.

    `text` is the same note as a person typed it, comments and all. What may be better is told, unless the writer
    `is_warned` already.
    """
    settings, text = session.settings, text or dump_note(written)
    problems = find_problems(written, text, settings.today)
    session.screen.tell(render_problems(problems, session.words))
    if problems:
        raise NotSaved(keep(session, text, draft))
    if not is_warned:
        _tell_remarks(session, written)
    try:
        return write_note(settings.root, written, text)
    except NotWritten as error:
        raise NotSaved(keep(session, text, draft)) from error


def finish(
    session: Session, written: Note, draft: Path | None = None, text: str | None = None, *, dry_run: bool = False
) -> int:
    """Save `written`, remove its draft and tell where it is; or only show it. Return 1 when it may not enter."""
    if dry_run:
        return _preview(session, written)
    path = save(session, written, draft, text)
    if draft:
        remove_draft(draft)
    session.screen.show(session.words.say("saved", path=path))
    return 0


def _preview(session: Session, written: Note) -> int:
    text = dump_note(written)
    problems = find_problems(written, text, session.settings.today)
    session.screen.show(clean(text))
    session.screen.tell(render_problems(problems, session.words))
    _tell_remarks(session, written)
    return 1 if problems else 0


def keep(session: Session, text: str, draft: Path | None) -> Path:
    """Keep what was typed as a draft; on a disk that takes nothing it is shown, so that it can be copied."""
    try:
        is_note = draft is None or draft.suffix == ".toml"  # lines from a phone stay as they were typed
        return write_draft(dump_draft(text, session.settings.root) if is_note else text, draft)
    except NotWritten:
        session.screen.show(text)
        raise


def find_problems(written: Note, text: str, today: datetime.date) -> list[Problem]:
    """Return why `written`, which is `text` in a file, may not enter the notebook."""
    parsed = parse_note(_UNNAMED, text.encode(), today)
    refused = find_refused([FiledNote(_UNNAMED, written)], today)
    return [*(parsed if isinstance(parsed, list) else ()), *refused]


def _tell_remarks(session: Session, written: Note) -> None:
    remarks = list_remarks(written, read_lexicon(), frozenset(session.settings.ignore_words))
    session.screen.tell(render_remarks(remarks, session.words))
