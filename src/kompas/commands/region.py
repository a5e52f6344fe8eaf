"""Several notebooks read side by side: each keeps its own days, and a no in one is a no in all."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kompas.commands.reading import open_view
from kompas.commands.session import Session
from kompas.domain.kept import FiledKept
from kompas.domain.living import keep_living, list_unkept
from kompas.notebook.index.view import View
from kompas.render.listing import Listing, Row, merge_listings


@dataclass(frozen=True, slots=True)
class OpenNotebook:
    """One of the notebooks that are asked. `refused` are groups that in any of them said: do not keep this."""

    session: Session
    view: View
    refused: frozenset[str]

    def pick_living(self, notes: Iterable[FiledKept]) -> Iterator[FiledKept]:
        """Yield those of `notes` that have not faded here, of groups that may be remembered everywhere."""
        settings = self.session.settings
        return keep_living(notes, self.refused, settings.today, settings.keep_days)


def open_notebooks(session: Session) -> list[OpenNotebook]:
    """Open every notebook that was given as it is now, and tell its problems."""
    views = [(one, open_view(one)) for one in session.notebooks]
    refused = frozenset[str]().union(*(list_unkept(view.list_problems()) for _, view in views))
    return [OpenNotebook(one, view, refused) for one, view in views]


def gather(session: Session, ask: Callable[[OpenNotebook], Listing], order: Callable[[Row], Any]) -> Listing:
    """Return what `ask` lists in each notebook; of several it is merged by `order`, and each row names its own.

    `ask` lists its rows in that order already.
    """
    opened = open_notebooks(session)
    if len(opened) == 1:
        return ask(opened[0])
    return merge_listings([(str(one.session.name), ask(one)) for one in opened], order)


def newest_first(row: Row) -> int:
    """Return what to sort rows by that have a date."""
    return -int(row["date"].toordinal())
