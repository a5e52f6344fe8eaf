"""`edit`: open a note."""

from kompas.commands.session import Session
from kompas.domain.group import group_key
from kompas.errors import AmbiguousNote, NoteNotFound
from kompas.notebook.editor import open_editor
from kompas.notebook.filename import find_id, slugify
from kompas.notebook.folder import read_file
from kompas.notebook.walk import list_files
from kompas.render.clean import clean
from kompas.render.problems import render_problems


def edit(session: Session, name: str) -> int:
    """Open the note that `name` means, in the user's editor; return 1 when it has faults afterwards."""
    settings = session.require_own_notebook()
    path = require_note(name, list_files(settings.root))
    open_editor(settings.root / path, session.environment)
    value = read_file(settings.root, path, settings.today)
    if value == []:
        raise NoteNotFound(name)  # the editor threw it away
    if isinstance(value, list):
        session.screen.tell(render_problems(value, session.words))
        return 1
    session.screen.show(session.words.say("saved", path=clean(path)))
    return 0


def require_note(name: str, paths: list[str]) -> str:
    """Return the one of `paths` that is meant: by its four signs, or by any part of it that only one has."""
    asked = (group_key(name).replace(" ", "-"), f"-{slugify(name)}")
    by_id = [path for path in paths if find_id(path) == name]
    found = by_id or next(filter(None, ([path for path in paths if part in path.lower()] for part in asked)), [])
    if not found:
        raise NoteNotFound(name)
    if len(found) > 1:
        raise AmbiguousNote(name, tuple(found))
    return found[0]
