"""`--install-completion` and `--show-completion`: make Tab work in the user's shell."""

from kompas.commands.session import Session
from kompas.notebook.shells.install import find_shell, install_script, read_script


def show_completion(session: Session) -> None:
    """Show the script of the shell in which kompas runs."""
    session.screen.show(read_script(find_shell(session.environment)))


def install_completion(session: Session) -> None:
    """Make Tab work in the shell in which kompas runs, from the next window on."""
    made = install_script(find_shell(session.environment))
    session.screen.show(session.words.say("completion.installed", path=made.script))
    if made.line:
        session.screen.show(session.words.say("completion.by-hand", line=made.line))
    session.screen.tell(session.words.say("completion.next"))
