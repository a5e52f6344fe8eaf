"""A new group that looks like a known one: asked on a terminal, told elsewhere, never a block."""

from pathlib import Path

from kompas.commands.asking import is_agreed
from kompas.commands.session import Session
from kompas.domain.about import list_known
from kompas.domain.alike import find_alike
from kompas.domain.group import group_key
from kompas.domain.note import Note
from kompas.notebook.drafts import write_draft
from kompas.notebook.note_file import dump_note
from kompas.render.clean import clean


def settle_name(session: Session, written: Note, draft: Path | None) -> tuple[Note, Path | None]:
    """Return `written` under the name it should have, and the draft that holds it while the question is open."""
    alike = find_known_alike(session, written.group)
    if not session.screen.can_ask or len(alike) != 1:
        _tell(session, written.group, alike)
        return written, draft
    kept = write_draft(dump_note(written), draft)
    if is_agreed(session, session.words.say("alike.question", known=clean(alike[0], lines=False))):
        written = written.model_copy(update={"group": alike[0]})
    return written, kept


def tell_alike(session: Session, name: str) -> None:
    """Tell which known groups `name` looks like, and how to make them one."""
    _tell(session, name, find_known_alike(session, name))


def _tell(session: Session, name: str, alike: tuple[str, ...]) -> None:
    if alike:
        told = session.words.say("alike.told", group=name, known=alike)
        session.screen.tell(f"{told}\n{session.words.say('alike.rename')}")


def find_known_alike(session: Session, name: str) -> tuple[str, ...]:
    """Return the groups of this notebook that `name` looks like, when it is none of them itself."""
    view = session.open_index()  # and no word on broken notes: who types a note has enough to do
    known = list_known(view.list_groups(), view.list_introductions(), view.list_naming())
    return () if group_key(name) in map(group_key, known) else find_alike(name, known)
