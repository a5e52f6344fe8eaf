"""`about`: all that is kept about a group."""

from itertools import chain

from kompas.commands.reading import open_view
from kompas.commands.session import Session
from kompas.domain.about import Fact, list_facts, list_known
from kompas.domain.group import group_key, require_group
from kompas.notebook.index.view import View
from kompas.render.about import list_fact_rows, render_about
from kompas.render.handover import render_handover
from kompas.render.listing import Format, Listing, merge_listings


def about(session: Session, name: str, form: Format, *, to_print: bool) -> None:
    """Show everything that is kept about a group, faded or not; `to_print` as a page for the group itself."""
    if to_print:
        _ = session.settings  # what is handed over is of one notebook: only that team can answer for it
    views = [(one, open_view(one)) for one in session.notebooks]
    known = (list_known(view.list_groups(), view.list_introductions(), view.list_naming()) for _, view in views)
    group = require_group(name, list(dict.fromkeys(chain.from_iterable(known))))
    told = [(one, _list_facts(one, view, group)) for one, view in views]
    if form is Format.TABLE or to_print:
        pages = (_render(one, group, facts, to_print=to_print) for one, facts in told if facts)
        session.screen.show("\n\n".join(pages))
    else:
        session.show_listing(_list_rows(told), form, "")


def _list_facts(session: Session, view: View, group: str) -> list[Fact]:
    about = view.list_about(group_key(group))
    return list_facts(group, about, view.list_introductions(), session.settings.keep_days)


def _render(session: Session, group: str, facts: list[Fact], *, to_print: bool) -> str:
    settings, words, canvas = session.settings, session.words, session.screen.canvas
    if to_print:
        return render_handover(group, facts, settings.keep_days, settings.today, words, canvas)
    heading = f"{group} ({session.name})" if session.name else group
    return render_about(heading, facts, settings.today, words, canvas)


def _list_rows(told: list[tuple[Session, list[Fact]]]) -> Listing:
    """Return the facts as a listing, notebook by notebook as on the screen."""
    if len(told) == 1:
        return list_fact_rows(told[0][1])
    return merge_listings([(str(one.name), list_fact_rows(facts)) for one, facts in told], lambda _: 0)
