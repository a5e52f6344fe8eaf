"""Read the notebook of a session: what is wrong in it is told, and the rest answers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kompas.commands.session import Session
from kompas.domain.kept import FiledKept
from kompas.domain.living import keep_living, list_living, list_shared, list_unkept
from kompas.notebook.git.repository import find_user_name
from kompas.notebook.index.view import View
from kompas.settings import read_user_settings

if TYPE_CHECKING:
    from kompas.domain.note import FiledNote
    from kompas.domain.problem import Problem
    from kompas.notebook.folder import Reading


def open_view(session: Session) -> View:
    """Open the notebook as it is now, by way of its index, and tell its problems."""
    view = session.open_index()
    if problems := view.list_problems():
        tell_problems(session, problems)
    return view


def tell_problems(session: Session, problems: Sequence["Problem"]) -> None:
    """Tell what is wrong in files; among several notebooks the name of this one stands in front of their paths."""
    from kompas.render.problems import render_problems  # noqa: PLC0415 a sound notebook has none

    if session.name:
        problems = [replace(one, path=f"{session.name}/{one.path}") for one in problems]
    session.screen.tell(render_problems(problems, session.words))


def pick_living(session: Session, view: View, notes: Iterable[FiledKept]) -> Iterator[FiledKept]:
    """Yield those of `notes`, newest first, that have not faded, of groups that may be remembered."""
    return keep_living(notes, list_unkept(view.list_problems()), session.settings.today, session.settings.keep_days)


def read(session: Session) -> "Reading":
    """Read all of the notebook, as values that may be written again, and tell its problems."""
    from kompas.notebook.index.thaw import read_all  # noqa: PLC0415 loads Pydantic, and lists do without

    return read_all(open_view(session))


def read_living(session: Session) -> list["FiledNote"]:
    """Read the notes that have not faded, of groups that may be remembered, newest first."""
    reading, settings = read(session), session.settings
    return list_living(reading.notes, settings.today, settings.keep_days, list_unkept(reading.problems))


def read_shared(session: Session) -> list["FiledNote"]:
    """Read the living notes of groups that agreed to share, newest first."""
    reading, settings = read(session), session.settings
    return list_shared(reading.notes, settings.today, settings.keep_days, list_unkept(reading.problems))


def find_author(session: Session) -> str | None:
    """Return the handle to sign with: KOMPAS_AUTHOR, the user's own settings, or git's name."""
    named = session.environment.get("KOMPAS_AUTHOR") or read_user_settings().author
    return named or find_user_name(session.settings.root)
