"""`find`: search all text."""

from collections.abc import Sequence

from kompas.commands.region import OpenNotebook, gather, newest_first
from kompas.commands.session import Session
from kompas.domain.phrase import Filters
from kompas.domain.search import find_words, list_needles
from kompas.render.listing import Format, Listing, Reach
from kompas.render.phrases import list_found_rows


def find(session: Session, wanted: Sequence[str], filters: Filters, reach: Reach, form: Format) -> None:
    """Show the texts in which the words stand."""

    def ask(opened: OpenNotebook) -> Listing:
        notes = opened.view.list_holding(list_needles(wanted))
        return list_found_rows(find_words(opened.pick_living(notes), wanted, filters))

    nothing = session.words.say("nothing.find", wanted=" ".join(wanted))
    session.show_listing(gather(session, ask, newest_first), form, nothing, reach)
