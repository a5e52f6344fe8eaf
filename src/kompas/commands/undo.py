"""`undo`: take back the last thing kompas wrote."""

from kompas.commands.session import Session
from kompas.errors import NothingToTakeBack
from kompas.notebook.drafts import write_draft
from kompas.notebook.journal import Deed
from kompas.notebook.undoing import Undo, find_undo, take_back
from kompas.render.clean import clean


def undo(session: Session) -> None:
    """Take it back, and tell where what was typed is now."""
    settings, words = session.require_own_notebook(), session.words
    found = find_undo(settings.root)
    if found is None:
        raise NothingToTakeBack
    draft = _keep_typed(found)
    take_back(settings.root, found)
    session.screen.show(words.say("undone", deed=words.say(f"deed.{found.deed.value}")))
    session.screen.show(clean("\n".join(change.path for change in found.changes)))
    if draft:
        session.screen.tell(words.say("undo.draft", draft=draft))
    if found.is_committed:
        session.screen.tell(words.say("undo.committed"))


def _keep_typed(found: Undo) -> str | None:
    """Keep a note that goes as a draft, and return where: nothing typed is lost."""
    gone = [change.before for change in found.changes if change.after is None and change.before is not None]
    if found.deed is not Deed.NOTE or not gone:
        return None
    return str(write_draft(gone[0].decode("utf-8", "replace")))
