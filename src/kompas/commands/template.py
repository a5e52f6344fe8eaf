"""`note --edit`: write an encounter in an editor, on a page that says what each line is for."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kompas.commands.naming import tell_alike
from kompas.commands.saving import find_problems, finish
from kompas.commands.session import Session
from kompas.commands.typed import Typed, fill
from kompas.domain.checklist import require_field
from kompas.domain.guarding import find_refused
from kompas.domain.note import FiledNote, Note
from kompas.domain.problem import NotToBeKept, Problem, StrangeField
from kompas.errors import GivenUp, NoEditor, NotRemembered, NotSaved, UnknownField
from kompas.notebook.drafts import read_draft, remove_draft, write_draft
from kompas.notebook.editor import open_editor
from kompas.notebook.note_file import dump_note
from kompas.notebook.template import (
    list_comments,
    parse_template,
    put_on_top,
    strip_template,
    take_off_top,
    write_template,
)
from kompas.policy.checklist import read_fields
from kompas.render.problems import advise, explain

_PATH = "note.toml"
_HINTS = {
    **{key: f"option.{key}" for key in ("date", "occasion", "does", "goal", "story", "lesson")},
    "group": "argument.note-group",
    "place": "option.note-place",
    "field": "option.note-field",
    "talents": "option.talent",
    "offers": "option.offer",
    "asks": "option.ask",
    "ideas": "option.idea",
    "leads": "option.lead",
    "left_behind": "option.left-behind",
    "author": "key.author",
    "promises": "option.promise",
    "obstacles": "option.obstacle",
    "agreement": "edited.agreement",
}
_AHEAD = datetime.timedelta(weeks=2)


def note_in_editor(session: Session, typed: Typed, usual: Mapping[str, Any], *, dry_run: bool) -> int:
    """Open a page to fill in until it is a note or is given up; what was typed is on the disk all the while.

    Saved as it was, or emptied, it is given up. Raises NotSaved, NoEditor or GivenUp then.
    """
    today = session.settings.today
    filled = {key: value for key, value in fill(typed, usual, today).items() if value}
    template = write_template(filled, {key: session.words.say(hint) for key, hint in _HINTS.items()}, today + _AHEAD)
    draft = write_draft(template)
    before = template
    while True:
        after = _edit(session, draft, before, is_pristine=before == template and not typed.texts)
        text = take_off_top(after)
        if after == before or not text.strip():
            _give_up(draft, before, is_pristine=take_off_top(before) == template and not typed.texts)
        value = _read(text, today)
        if isinstance(value, Note):
            own = strip_template(text, template, value, today)
            tell_alike(session, value.group)
            return finish(session, value, draft, own or dump_note(value), dry_run=dry_run)
        if any(isinstance(problem, NotToBeKept) for problem in value):
            remove_draft(draft)
            raise NotRemembered(next(one.group for one in value if isinstance(one, NotToBeKept)))
        before = put_on_top(text, _tell(session, value))
        write_draft(before, draft)


def _edit(session: Session, draft: Path, before: str, *, is_pristine: bool) -> str:
    try:
        open_editor(draft, session.environment)
    except NoEditor:
        if is_pristine and read_draft(draft) == before:
            remove_draft(draft)
        else:
            session.screen.tell(session.words.say("guide.kept", draft=draft))
        raise
    return read_draft(draft)


def _give_up(draft: Path, before: str, *, is_pristine: bool) -> None:
    """Stop without a note; what was typed before stays as a draft, also when the page was emptied."""
    if is_pristine:
        remove_draft(draft)
        raise GivenUp
    raise NotSaved(write_draft(take_off_top(before), draft))


def _read(text: str, today: datetime.date) -> Note | list[Problem]:
    value = parse_template(_PATH, text, today)
    if isinstance(value, list):
        return value
    comments = Note(date=value.date, group="-", story="\n".join(list_comments(text)))
    refused = [replace(one, key="#") for one in find_refused([FiledNote(_PATH, comments)], today)]
    try:
        known = require_field(value.field, read_fields()) if value.field else None
    except UnknownField as error:
        return [StrangeField(path=_PATH, value=error.name, known=error.known)]
    note = value.model_copy(update={"field": known})
    return [*find_problems(note, dump_note(note), today), *refused] or note


def _tell(session: Session, problems: list[Problem]) -> str:
    words = session.words
    blocks = [[explain(one, words), f"  {one.excerpt}", f"  → {advise(one, words)}"] for one in problems]
    lines = [words.say("edited.again"), *(line for block in blocks for line in block if line.strip())]
    return "\n".join(lines)
