"""`talents`, `ideas`, `asks` and `leads`: the phrases of one facet."""

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.phrase import Facet, Filters, list_phrases, pick_phrases
from kompas.render.listing import Format, Reach
from kompas.render.phrases import list_lead_rows, list_phrase_rows


def facet(session: Session, side: Facet, filters: Filters, reach: Reach, form: Format) -> None:
    """Show the phrases of one facet, newest first."""
    view = open_view(session)
    phrases = pick_phrases(list_phrases(pick_living(session, view, view.list_having(side.value))), side, filters)
    to_rows = list_lead_rows if side is Facet.LEADS else list_phrase_rows
    session.show_listing(to_rows(phrases), form, session.words.say(f"nothing.{side.value}"), reach)
