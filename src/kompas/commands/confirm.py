"""`confirm`: the group said that what we keep is still true."""

from kompas.commands.reading import open_view
from kompas.commands.session import Session
from kompas.domain.days import Leaning, parse_day
from kompas.domain.fading import list_confirmable
from kompas.domain.group import group_key, require_group
from kompas.errors import NothingToConfirm
from kompas.notebook.changing import make_changes, plan_edit
from kompas.notebook.journal import Deed
from kompas.notebook.rewriting import confirm as confirm_on


def confirm(session: Session, name: str, day: str | None) -> None:
    """Write the day in every note of the group that has not faded; what has faded comes back in `tidy` only."""
    settings, words = session.require_own_notebook(), session.words
    view = open_view(session)
    group = require_group(name, view.list_groups())
    notes = list(view.list_about(group_key(group)))
    told = parse_day(day, settings.today, leaning=Leaning.PAST) if day else settings.today
    paths = list_confirmable(group, notes, settings.today, settings.keep_days)
    if not paths:
        raise NothingToConfirm(group)
    latest = {filed.path: filed.note.confirmed for filed in notes}
    changes = [
        plan_edit(settings.root, path, confirm_on(told))
        for path in paths
        if (before := latest[path]) is None or before < told
    ]
    make_changes(settings.root, Deed.CONFIRM, changes)
    last = max(told, *(latest[path] or told for path in paths))
    session.screen.show(words.count("confirmed", len(paths), group=group, day=last))
