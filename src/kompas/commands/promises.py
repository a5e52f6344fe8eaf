"""`promises`: what we promised, late first."""

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.phrase import Filters
from kompas.domain.promise import list_promises
from kompas.render.listing import Format, Reach
from kompas.render.phrases import list_promise_rows


def promises(session: Session, filters: Filters, reach: Reach, form: Format) -> None:
    """Show our promises: late, open, kept."""
    view = open_view(session)
    notes = pick_living(session, view, view.list_having("promises"))
    found = list_promises(notes, filters, session.settings.today)
    session.show_listing(list_promise_rows(found), form, session.words.say("nothing.promises"), reach)
