"""`introduce`: keep the outcome of a suggestion."""

from kompas.commands.reading import find_author
from kompas.commands.region import open_notebooks
from kompas.commands.session import Session
from kompas.domain.answer import Answer
from kompas.domain.group import group_key, require_group
from kompas.domain.introduction import Introduction
from kompas.errors import SameGroup
from kompas.notebook.folder import write_introduction


def introduce(session: Session, one: str, other: str, answer: Answer, notebook: str | None) -> None:
    """Write what the two groups said, and say what comes next; among several notebooks in the one of that name."""
    home = session.pick_notebook(notebook)
    settings = home.require_own_notebook()
    opened = open_notebooks(session)
    names = {filed.note.group for book in opened for filed in book.pick_living(book.view.list_notes())}
    between = require_group(one, names), require_group(other, names)
    if group_key(between[0]) == group_key(between[1]):
        raise SameGroup(between[0])
    introduction = Introduction(date=settings.today, between=between, answer=answer, author=find_author(home))
    path = write_introduction(settings.root, introduction)
    session.screen.show(session.words.say("saved", path=f"{home.name}/{path}" if home.name else path))
    session.screen.tell(session.words.say(f"introduced.{answer.value}"))
