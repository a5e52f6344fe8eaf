"""What every command is given: the words it speaks, the screen it shows on, and which notebook it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kompas.errors import ExampleNotebook, KompasError, NotebookNotFound
from kompas.notebook.merge_driver import ensure_merge_driver
from kompas.render.listing import WHOLE, Format, Listing, Reach, render_listing
from kompas.render.screen import Screen
from kompas.settings import Settings, find_notebook, read_settings
from kompas.wording.words import Words

if TYPE_CHECKING:
    from kompas.notebook.index.view import View


@dataclass
class Session:
    """One run of kompas. `given` is the notebook named on the command line."""

    words: Words
    screen: Screen
    environment: Mapping[str, str]
    given: str | None = None
    _view: "View | None" = None

    @cached_property
    def settings(self) -> Settings:
        """The settings of the notebook. Raises NotebookNotFound or BrokenSettings."""
        return read_settings(find_notebook(self.given, self.environment, Path.cwd()))

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
