"""`rename`: call a group by another name everywhere, or join two names of one group."""

from kompas.commands.asking import require_agreement
from kompas.commands.reading import open_view
from kompas.commands.session import Session
from kompas.domain.about import list_known
from kompas.domain.group import group_key, require_group
from kompas.domain.guarding import find_refused
from kompas.domain.note import FiledNote, Note
from kompas.domain.renaming import list_naming, require_not_introduced
from kompas.errors import BadCommandLine, RefusedName
from kompas.notebook.changing import make_changes, plan_edit
from kompas.notebook.journal import Deed
from kompas.notebook.rewriting import rename_group
from kompas.render.clean import clean


def rename(session: Session, old: str, new: str, *, agreed: bool) -> None:
    """Show which files will name the group differently, ask, and write all of them or none."""
    settings, words = session.require_own_notebook(), session.words
    view = open_view(session)
    introductions = view.list_introductions()
    known = list_known(view.list_groups(), introductions, view.list_naming())
    before = require_group(old, known)
    after = _choose_name(new, before, known)
    if any(find_refused([FiledNote("", Note(date=settings.today, group=after))], settings.today)):
        raise RefusedName(after)
    require_not_introduced(before, after, introductions)
    paths = list_naming(before, view.list_about(group_key(before)), introductions)
    changes = [plan_edit(settings.root, path, rename_group(before, after)) for path in paths]
    changes = [change for change in changes if change.before != change.after]
    session.screen.show(clean("\n".join(change.path for change in changes)))
    if not changes:
        session.screen.tell(words.say("rename.same"))
        return
    told = words.count("rename.plan", len(changes), old=before, new=after)
    session.screen.tell(told)
    require_agreement(session, words.say("rename.question"), agreed=agreed)
    make_changes(settings.root, Deed.RENAME, changes)
    session.screen.tell(words.say("rename.done", new=after))


def _choose_name(new: str, before: str, known: list[str]) -> str:
    """Return the name as it is to stand in the notes: as a group that is known spells it, or as it was typed."""
    name = " ".join(new.split())
    if not name:
        raise BadCommandLine("bad-value", "NEW")
    key = group_key(name)
    if key == group_key(before):
        return name
    return next((one for one in known if group_key(one) == key), name)
