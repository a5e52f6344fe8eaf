"""Small questions with a few answers: yes or no, one of a menu, one of a numbered list."""

from collections.abc import Callable, Sequence

from kompas.commands.session import Session
from kompas.domain.group import fold
from kompas.render.paint import wrap

_YES = ("j", "y")
Ask = Callable[..., str]
"""What puts a question and returns the line that is typed."""


def agrees(ask: Ask, question: str, typed: str = "") -> bool:
    """Ask a question that yes answers, in either language; anything else is no."""
    return fold(ask(question, typed)).startswith(_YES)


def choose(session: Session, ask: Ask, keys: Sequence[str]) -> str:
    """Show a menu of `keys` and return the one that is chosen by its letter or its words; Enter takes the first."""
    words, screen = session.words, session.screen
    letters = {key: words.say(f"letter.{key}") for key in keys}
    for key in keys:
        shown = words.say("letter.enter") if key == keys[0] else letters[key]
        screen.tell(wrap(words.say(f"menu.{key}"), screen.canvas, f"  {shown:5}  "))
    while True:
        answer = fold(ask(words.say("menu.ask")))
        if not answer:
            return keys[0]
        for key in keys:
            if answer == letters[key] or (len(answer) > 1 and fold(words.say(f"menu.{key}")).startswith(answer)):
                return key
        screen.tell(words.say("menu.unknown", letters=list(letters.values())))


def pick(session: Session, ask: Ask, lines: Sequence[str], question: str) -> int | None:
    """Show `lines` with their numbers and return the index of the one that is picked; None for Enter."""
    for number, line in enumerate(lines, 1):
        session.screen.tell(wrap(line, session.screen.canvas, f"  {number:2}  "))
    while answer := ask(question):
        if answer.isdecimal() and 1 <= int(answer) <= len(lines):
            return int(answer) - 1
        session.screen.tell(session.words.say("menu.number", most=len(lines)))
    return None
