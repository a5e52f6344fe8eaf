"""`keep`: a promise to a group was kept."""

from collections.abc import Sequence

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.days import Leaning, parse_day
from kompas.domain.group import group_key, require_group
from kompas.domain.phrase import Filters
from kompas.domain.promise import OurPromise, PromiseState, list_promises, pick_promises
from kompas.errors import NothingPromised, WhichPromise
from kompas.notebook.changing import make_changes, plan_edit
from kompas.notebook.journal import Deed
from kompas.notebook.rewriting import keep_promise
from kompas.render.clean import clean


def keep(session: Session, name: str, which: str | None, day: str | None) -> None:
    """Write the day below the promise in its note; of several, the one that is meant is asked for."""
    settings, words = session.require_own_notebook(), session.words
    view = open_view(session)
    group = require_group(name, view.list_groups())
    kept = parse_day(day, settings.today, leaning=Leaning.PAST) if day else settings.today
    notes = pick_living(session, view, view.list_having("promises"))
    every = list_promises(notes, Filters(group), settings.today)
    opened = [one for one in every if group_key(one.group) == group_key(group) and one.state is not PromiseState.KEPT]
    if not opened:
        raise NothingPromised(group)
    promise = _choose(session, opened, which)
    change = plan_edit(settings.root, promise.note, keep_promise(promise.number, kept))
    make_changes(settings.root, Deed.KEEP, [change])
    session.screen.show(words.say("keep.done", what=clean(promise.what, lines=False), day=kept))


def _choose(session: Session, opened: Sequence[OurPromise], which: str | None) -> OurPromise:
    """Return the promise that is meant. Raises WhichPromise."""
    lines = [f"{number}. {clean(one.what, lines=False)}" for number, one in enumerate(opened, 1)]
    if which is None and len(opened) > 1 and session.screen.can_ask:
        session.screen.tell("\n".join(lines))
        which = session.screen.ask(session.words.say("keep.question"))
    found = pick_promises(opened, which)
    if len(found) != 1:
        raise WhichPromise(which or "", tuple(lines))
    return found[0]
