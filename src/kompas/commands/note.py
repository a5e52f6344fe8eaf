"""`note`: write an encounter."""

from kompas.commands.guide import guide
from kompas.commands.naming import settle_name
from kompas.commands.phone import note_lines
from kompas.commands.reading import find_author
from kompas.commands.saving import finish
from kompas.commands.session import Session
from kompas.commands.template import note_in_editor
from kompas.commands.typed import Typed, begin_note, build_note
from kompas.domain.questions import QUESTIONS
from kompas.errors import BadCommandLine

_TOLD = frozenset(QUESTIONS) - {"group", "place"} | {"goal", "story"}
"""Who types any of these has told the encounter already, and is asked no questions."""


def note(session: Session, typed: Typed, *, source: str | None, dry_run: bool, in_editor: bool) -> int:
    """Write what was typed as a new file, or only show it; return 1 when any of it may not enter.

    `in_editor` opens a page to fill in. `source` is a file with lines from a phone, "-" for stdin; lines that are piped
    in are read when nothing is typed.
    """
    settings = session.settings if dry_run else session.require_own_notebook()
    usual = {"author": find_author(session), "field": settings.field}
    is_told = bool(typed.promises or _TOLD & typed.texts.keys())
    if source and in_editor:
        raise BadCommandLine("only-one", "--from, --edit")
    if source is None and not in_editor and session.screen.is_piped and not (is_told or "group" in typed.texts):
        source = "-"
    if source:
        return note_lines(session, source, typed, usual, dry_run=dry_run)
    if in_editor:
        return note_in_editor(session, typed, usual, dry_run=dry_run)
    if session.screen.can_ask and not is_told:
        guide(session, begin_note(typed, usual, settings.today), dry_run=dry_run)
        return 0
    written, draft = build_note(typed, usual, settings.today), None
    if not dry_run:
        written, draft = settle_name(session, written, draft)
    return finish(session, written, draft, dry_run=dry_run)
