"""`promises`: what we promised, late first."""

import datetime
from typing import Any

from kompas.commands.region import OpenNotebook, gather
from kompas.commands.session import Session
from kompas.domain.phrase import Filters
from kompas.domain.promise import PromiseState, list_promises
from kompas.render.listing import Format, Listing, Reach, Row
from kompas.render.phrases import list_promise_rows


def promises(session: Session, filters: Filters, reach: Reach, form: Format) -> None:
    """Show our promises: late, open, kept."""

    def ask(opened: OpenNotebook) -> Listing:
        notes = opened.pick_living(opened.view.list_having("promises"))
        return list_promise_rows(list_promises(notes, filters, opened.session.settings.today))

    session.show_listing(gather(session, ask, _late_first), form, session.words.say("nothing.promises"), reach)


def _late_first(row: Row) -> tuple[Any, ...]:
    """Return what `list_promises` sorts by."""
    states = [state.value for state in PromiseState]
    return states.index(row["state"]), row["by"] or datetime.date.max, row["group"], row["what"]
