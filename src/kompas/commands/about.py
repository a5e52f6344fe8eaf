"""`about`: all that is kept about a group."""

from kompas.commands.reading import read
from kompas.commands.session import Session
from kompas.domain.about import list_facts, list_known
from kompas.domain.group import require_group
from kompas.render.about import list_fact_rows, render_about
from kompas.render.listing import Format


def about(session: Session, name: str, form: Format) -> None:
    """Show everything that is kept about a group: what has faded as well, until it is removed."""
    reading = read(session)
    group = require_group(name, list_known(reading.notes, reading.introductions))
    facts = list_facts(group, reading.notes, reading.introductions, session.settings.keep_days)
    if form is Format.TABLE:
        today, canvas = session.settings.today, session.screen.canvas
        session.screen.show(render_about(group, facts, today, session.words, canvas))
    else:
        session.show_listing(list_fact_rows(facts), form, "")
