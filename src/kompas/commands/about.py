"""`about`: all that is kept about a group."""

from kompas.commands.reading import open_view
from kompas.commands.session import Session
from kompas.domain.about import list_facts, list_known
from kompas.domain.group import group_key, require_group
from kompas.render.about import list_fact_rows, render_about
from kompas.render.handover import render_handover
from kompas.render.listing import Format


def about(session: Session, name: str, form: Format, *, to_print: bool) -> None:
    """Show everything that is kept about a group, faded or not; `to_print` as a page for the group itself."""
    view = open_view(session)
    introductions = view.list_introductions()
    group = require_group(name, list_known(view.list_groups(), introductions, view.list_naming()))
    facts = list_facts(group, view.list_about(group_key(group)), introductions, session.settings.keep_days)
    today, canvas = session.settings.today, session.screen.canvas
    if to_print:
        session.screen.show(render_handover(group, facts, session.settings.keep_days, today, session.words, canvas))
    elif form is Format.TABLE:
        session.screen.show(render_about(group, facts, today, session.words, canvas))
    else:
        session.show_listing(list_fact_rows(facts), form, "")
