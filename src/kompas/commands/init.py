"""`init`: make a notebook."""

from pathlib import Path

from kompas.commands.session import Session
from kompas.notebook.merge_driver import ensure_merge_driver
from kompas.notebook.start import prepare_clone, start_notebook
from kompas.settings import expand_home, remember_notebook


def init(session: Session, place: Path) -> None:
    """Make a notebook at `place`, and tell what was made and how to begin."""
    words = session.words
    root = Path.cwd() / expand_home(str(place))
    has_git = start_notebook(root, words.language, words.say("page.colleagues"))
    session.screen.show(words.say("init.made", place=root))
    ensure_merge_driver(root)
    if not has_git:
        session.screen.tell(words.say("init.no-git"))
    elif not prepare_clone(root):
        session.screen.tell(words.say("init.other-hook"))
    if remember_notebook(root):
        session.screen.tell(words.say("init.remembered"))
    session.screen.tell(words.say("init.begin"))
