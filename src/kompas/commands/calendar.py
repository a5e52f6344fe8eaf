"""`promises --ics`: what we promised, as a file for one's own calendar."""

import os
from pathlib import Path

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.about import list_known
from kompas.domain.group import group_key
from kompas.domain.living import list_sensitive
from kompas.domain.phrase import Filters
from kompas.domain.promise import PromiseState, list_promises
from kompas.notebook.export import write_export
from kompas.render.calendar import MARK, render_calendar
from kompas.settings import expand_home

_STDOUT = "-"


def calendar(session: Session, filters: Filters, limit: int | None, place: str, *, with_groups: bool) -> None:
    """Write the promises that are open and have a day at `place`; a sensitive group is never named there."""
    view, settings, words = open_view(session), session.settings, session.words
    living = pick_living(session, view, view.list_having("promises"))
    told = list_promises(living, filters, settings.today)[:limit]
    waiting = [promise for promise in told if promise.state is not PromiseState.KEPT]
    dated = [promise for promise in waiting if promise.by]
    sensitive = list_sensitive(view.list_notes())
    hidden = [
        name
        for name in list_known(view.list_groups(), (), view.list_naming())
        if not with_groups or group_key(name) in sensitive
    ]
    text = render_calendar(dated, hidden, words, settings.today, with_groups=with_groups)
    if place == _STDOUT:
        session.screen.show(text if os.linesep == "\n" else text.replace("\r\n", "\n"))  # Windows adds the \r itself
    else:
        write_export(expand_home(place).absolute(), text, MARK)
        session.screen.show(words.count("calendar.written", len(dated), path=Path(place)))
    if undated := len(waiting) - len(dated):
        session.screen.tell(words.count("calendar.undated", undated))
