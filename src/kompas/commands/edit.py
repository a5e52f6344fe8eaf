"""`edit`: open a note."""

from collections.abc import Collection, Iterator

from kompas.commands.session import Session
from kompas.domain.group import find_near, group_key
from kompas.errors import AmbiguousNote, NoteNotFound
from kompas.notebook.editor import open_editor
from kompas.notebook.filename import find_id, slugify
from kompas.notebook.folder import read_file
from kompas.notebook.index.view import View
from kompas.notebook.walk import list_files
from kompas.render.clean import clean
from kompas.render.problems import render_problems


def edit(session: Session, name: str) -> int:
    """Open the note that `name` means, in the user's editor; return 1 when it has faults afterwards."""
    settings = session.require_own_notebook()
    view = session.open_index()
    found = find_notes(name, list_files(settings.root), set(_list_of_groups(name, view)))
    if not found:
        raise NoteNotFound(name, find_near(name, view.list_groups()))
    if len(found) > 1:
        raise AmbiguousNote(name, tuple(found))
    return _open(session, name, found[0])


def _open(session: Session, name: str, path: str) -> int:
    settings = session.settings
    open_editor(settings.root / path, session.environment)
    value = read_file(settings.root, path, settings.today)
    if value == []:
        raise NoteNotFound(name)  # the editor threw it away
    if isinstance(value, list):
        session.screen.tell(render_problems(value, session.words))
        return 1
    session.screen.show(session.words.say("saved", path=clean(path)))
    return 0


def find_notes(name: str, paths: list[str], of_groups: Collection[str] = ()) -> list[str]:
    """Return those of `paths` that `name` may mean, the newest first: by the four signs, or a part of the name.

    `of_groups` are the notes of groups with `name` in their name: a note that was renamed has its first name in its
    path. A broken note is found by its path alone.
    """
    asked = group_key(name).replace(" ", "-")
    found = [path for path in paths if find_id(path) == name]
    found = found or [path for path in paths if asked in path.lower() or path in of_groups]
    found = found or [path for path in paths if f"-{slugify(name)}" in path.lower()]
    return sorted(found, reverse=True)


def _list_of_groups(name: str, view: View) -> Iterator[str]:
    for key in {group_key(group) for group in view.list_groups()}:
        if group_key(name) in key:
            yield from (filed.path for filed in view.list_about(key) if group_key(filed.note.group) == key)
