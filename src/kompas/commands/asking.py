"""Ask a person at a terminal before something is changed."""

from kompas.commands.choosing import agrees
from kompas.commands.session import Session
from kompas.errors import NobodyToAsk, NotAgreed


def is_agreed(session: Session, question: str) -> bool:
    """Tell whether the person says yes; Enter is no, and the end of the input stops like Ctrl-C."""
    return agrees(session.screen.ask, f"{question} {session.words.say('yes-or-no')}")


def require_agreement(session: Session, question: str, *, agreed: bool) -> None:
    """Ask unless it is `agreed` already. Raises NotAgreed after a no, and NobodyToAsk off a terminal."""
    if agreed:
        return
    if not session.screen.can_ask:
        raise NobodyToAsk
    if not is_agreed(session, question):
        raise NotAgreed
