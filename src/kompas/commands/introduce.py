"""`introduce`: keep the outcome of a suggestion."""

from kompas.commands.reading import find_author, read_living
from kompas.commands.session import Session
from kompas.domain.answer import Answer
from kompas.domain.group import group_key, require_group
from kompas.domain.introduction import Introduction
from kompas.errors import SameGroup
from kompas.notebook.folder import write_introduction


def introduce(session: Session, one: str, other: str, answer: Answer) -> None:
    """Write what the two groups said, and say what comes next."""
    settings = session.require_own_notebook()
    names = {filed.note.group for filed in read_living(session)}
    between = require_group(one, names), require_group(other, names)
    if group_key(between[0]) == group_key(between[1]):
        raise SameGroup(between[0])
    introduction = Introduction(date=settings.today, between=between, answer=answer, author=find_author(session))
    session.screen.show(session.words.say("saved", path=write_introduction(settings.root, introduction)))
    session.screen.tell(session.words.say(f"introduced.{answer.value}"))
