"""`find`: search all text."""

from collections.abc import Sequence

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.phrase import Filters
from kompas.domain.search import find_words, list_needles
from kompas.render.listing import Format, Reach
from kompas.render.phrases import list_found_rows


def find(session: Session, wanted: Sequence[str], filters: Filters, reach: Reach, form: Format) -> None:
    """Show the texts in which the words stand."""
    view = open_view(session)
    notes = view.list_holding(list_needles(wanted))
    found = find_words(pick_living(session, view, notes), wanted, filters)
    nothing = session.words.say("nothing.find", wanted=" ".join(wanted))
    session.show_listing(list_found_rows(found), form, nothing, reach)
