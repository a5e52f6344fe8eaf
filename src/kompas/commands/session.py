"""What every command is given: the words it speaks, the screen it shows on, and which notebook it is about."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kompas.errors import BadCommandLine, ExampleNotebook, KompasError, NotebookNotFound, SeveralNotebooks
from kompas.notebook.merge_driver import ensure_merge_driver
from kompas.render.listing import WHOLE, Format, Listing, Reach, render_listing
from kompas.render.screen import Screen
from kompas.settings import Settings, find_notebook, name_apart, read_settings
from kompas.wording.words import Words

if TYPE_CHECKING:
    from kompas.notebook.index.view import View


@dataclass
class Session:
    """One run of kompas. `given` are the notebooks named on the command line; `name` tells one among several."""

    words: Words
    screen: Screen
    environment: Mapping[str, str]
    given: tuple[str, ...] = ()
    name: str | None = None
    _view: "View | None" = None
    _parts: "list[Session]" = field(default_factory=list)

    @cached_property
    def settings(self) -> Settings:
        """The settings of the one notebook. Raises SeveralNotebooks, NotebookNotFound or BrokenSettings."""
        if len(self.notebooks) > 1:
            raise SeveralNotebooks(tuple(str(one.name) for one in self.notebooks))
        return read_settings(find_notebook(next(iter(self.given), None), self.environment, Path.cwd()))

    @cached_property
    def notebooks(self) -> "list[Session]":
        """A session for each notebook that was given, in that order and each once; this one when there is one."""
        found = {} if len(self.given) < 2 else {self._find(one).resolve(): one for one in reversed(self.given)}  # noqa: PLR2004
        if len(found) > 1:
            roots = list(reversed(found))
            self._parts = [
                Session(self.words, self.screen, self.environment, (found[root],), name)
                for root, name in zip(roots, name_apart(roots), strict=True)
            ]
        return self._parts or [self]

    @property
    def today(self) -> datetime.date:
        """The day in the notebook that was named first."""
        return self.notebooks[0].settings.today

    def pick_notebook(self, name: str | None) -> "Session":
        """Return the session to write in: the only one, or among several the one called `name`.

        Raises SeveralNotebooks when that is not clear, and BadCommandLine for a name where there is one notebook.
        """
        if name and len(self.notebooks) == 1:
            raise BadCommandLine("only-with", "--notebook")
        named = [one for one in self.notebooks if one.name == name]
        if not named:
            raise SeveralNotebooks(tuple(str(one.name) for one in self.notebooks))
        return named[0]

    def _find(self, given: str) -> Path:
        return find_notebook(given, self.environment, Path.cwd())

    def find_settings(self) -> Settings | None:
        """Return the settings, or None outside any notebook, for a command that can do without."""
        try:
            return self.settings
        except NotebookNotFound:
            if self.given:
                raise
            return None

    def require_own_notebook(self) -> Settings:
        """Return the settings of a notebook that may be written into. Raises ExampleNotebook.

        A clone that a colleague made does not know yet how notes are merged; it is told here, before it matters.
        """
        if self.settings.example:
            raise ExampleNotebook(self.settings.root)
        ensure_merge_driver(self.settings.root)
        return self.settings

    def open_index(self) -> "View":
        """Return the notebook as it is now, by way of its index; what was opened before is closed.

        A view that is open keeps every other kompas from writing to the index.
        """
        from kompas.notebook.index.refresh import refresh  # noqa: PLC0415 loads SQLite, and help does without

        self.close()
        self._view = refresh(self.settings.root, self.settings.today)
        return self._view

    def close(self) -> None:
        """Let go of the index."""
        for part in self._parts:
            part.close()
        if self._view:
            self._view.close()
            self._view = None

    def tell_error(self, error: KompasError) -> None:
        """Tell of an error that stops a part of a command, and not all of it."""
        part = "near" if error.facts().get("near") else "remedy"
        self.screen.tell(f"{self.words.tell('error', error)}\n{self.words.tell('error', error, part)}")

    def show_listing(self, listing: Listing, form: Format, nothing: str, reach: Reach = WHOLE) -> None:
        """Show as much of `listing` as `reach` says, or tell the sentence `nothing` when it is empty."""
        rows, cut = islice(listing.rows, reach.limit), reach.cut(form)
        first = list(islice(rows, 1))
        shown = replace(listing, rows=islice(chain(first, rows), cut))
        self.screen.show_parts(render_listing(shown, form, self.words, self.screen.canvas))
        if not first:
            self.screen.tell(nothing)
        elif cut and next(rows, None):
            self.screen.tell(self.words.say("listing.more", count=cut))
