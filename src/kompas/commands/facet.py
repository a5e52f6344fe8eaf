"""`talents`, `ideas`, `asks` and `leads`: the phrases of one facet."""

from kompas.commands.reading import read_living
from kompas.commands.session import Session
from kompas.domain.phrase import Facet, Filters, list_phrases, pick_phrases
from kompas.render.listing import Format
from kompas.render.phrases import list_lead_rows, list_phrase_rows


def facet(session: Session, side: Facet, filters: Filters, limit: int | None, form: Format) -> None:
    """Show the phrases of one facet, newest first."""
    phrases = pick_phrases(list_phrases(read_living(session)), side, filters)
    to_rows = list_lead_rows if side is Facet.LEADS else list_phrase_rows
    session.show_listing(to_rows(phrases[:limit]), form, session.words.say(f"nothing.{side.value}"))
