"""`find`: search all text."""

from collections.abc import Sequence

from kompas.commands.reading import read_living
from kompas.commands.session import Session
from kompas.domain.phrase import Filters
from kompas.domain.search import find_words
from kompas.render.listing import Format
from kompas.render.phrases import list_found_rows


def find(session: Session, wanted: Sequence[str], filters: Filters, limit: int | None, form: Format) -> None:
    """Show the texts in which the words stand."""
    found = find_words(read_living(session), wanted, filters)
    nothing = session.words.say("nothing.find", wanted=" ".join(wanted))
    session.show_listing(list_found_rows(found[:limit]), form, nothing)
