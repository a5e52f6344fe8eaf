"""`talents`, `ideas`, `asks` and `leads`: the phrases of one facet."""

from kompas.commands.region import OpenNotebook, gather, newest_first
from kompas.commands.session import Session
from kompas.domain.phrase import Facet, Filters, list_phrases, pick_phrases
from kompas.render.listing import Format, Listing, Reach
from kompas.render.phrases import list_lead_rows, list_phrase_rows


def facet(session: Session, side: Facet, filters: Filters, reach: Reach, form: Format) -> None:
    """Show the phrases of one facet, newest first."""
    to_rows = list_lead_rows if side is Facet.LEADS else list_phrase_rows

    def ask(opened: OpenNotebook) -> Listing:
        living = opened.pick_living(opened.view.list_having(side.value))
        return to_rows(pick_phrases(list_phrases(living), side, filters))

    nothing = session.words.say(f"nothing.{side.value}")
    session.show_listing(gather(session, ask, newest_first), form, nothing, reach)
