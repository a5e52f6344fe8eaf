"""Read the notebook of a session: what is wrong in it is told, and the rest answers."""

from kompas.commands.session import Session
from kompas.domain.living import list_living
from kompas.domain.note import FiledNote
from kompas.notebook.folder import Reading, read_notebook
from kompas.notebook.git.repository import find_user_name
from kompas.render.problems import render_problems
from kompas.settings import read_user_settings


def read(session: Session) -> Reading:
    """Read every file of the notebook and tell its problems."""
    reading = read_notebook(session.settings.root, session.settings.today)
    session.screen.tell(render_problems(reading.problems, session.words))
    return reading


def read_living(session: Session) -> list[FiledNote]:
    """Read the notes that have not faded, of groups that may be remembered, newest first."""
    return list_living(read(session).notes, session.settings.today, session.settings.keep_days)


def find_author(session: Session) -> str | None:
    """Return the handle to sign with: KOMPAS_AUTHOR, the user's own settings, or git's name."""
    named = session.environment.get("KOMPAS_AUTHOR") or read_user_settings().author
    return named or find_user_name(session.settings.root)
