"""An encounter while it is being told: what is known of it so far, and the draft that holds every word."""

import dataclasses
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from kompas.commands.reading import pick_living
from kompas.commands.session import Session
from kompas.domain.about import list_facts
from kompas.domain.earlier import list_earlier
from kompas.domain.kept import FiledKept
from kompas.domain.note import FiledNote, Note
from kompas.domain.questions import QUESTIONS, Spot
from kompas.errors import NotWritten
from kompas.notebook.draft_file import Stop, dump_draft
from kompas.notebook.drafts import remove_draft, write_draft
from kompas.notebook.note_file import dump_note
from kompas.render.about import render_note
from kompas.render.paint import wrap
from kompas.render.stopped import LineStopped

_BACK = "<"


class WentBack(Exception):
    """The person at the keyboard wants the line before; `typed` is what stood before the `<`."""

    def __init__(self, typed: str) -> None:
        super().__init__()
        self.typed = typed


class Telling:
    """One encounter: `told` has the keys of a note, `questions` are those that are still to be asked.

    `waiting` are lines that were typed and are no answer yet; `warned` is what was remarked on, once; `is_kept` tells
    whether the disk took the last draft.
    """

    def __init__(self, session: Session, told: Mapping[str, Any], draft: Path | None = None) -> None:
        self.session, self.told, self.draft = session, dict(told), draft
        self.questions: Sequence[str] = QUESTIONS
        self.waiting: dict[Spot, str] = {}
        self.warned: set[tuple[str, str]] = set()
        self.is_kept = True

    @property
    def note(self) -> Note:
        """The note as it would be written now; there is a group."""
        return Note.model_validate(self.told)

    @cached_property
    def living(self) -> list[FiledKept]:
        """The notes to complete from; what is wrong with the others is told elsewhere."""
        view = self.session.open_index()
        return list(pick_living(self.session, view, view.list_newest()))

    def list_known(self, key: str) -> tuple[str, ...]:
        """Return what was written before under `key`."""
        return list_earlier(self.living, key, str(self.told.get("group", "")))

    def say(self, key: str, **slots: Any) -> None:
        """Tell the sentence under `key`, within the width of the screen."""
        words, screen = self.session.words, self.session.screen
        screen.tell(wrap(words.say(key, **slots), screen.canvas))

    def ask(self, question: str, typed: str = "", known: Sequence[str] = ()) -> str:
        """Ask one line. Raises WentBack for a line that ends with `<`, and LineStopped."""
        text = self.session.screen.ask(question, typed, known)
        if text.endswith(_BACK):
            raise WentBack(text.removesuffix(_BACK).strip())
        return text

    def ask_at(self, spot: Spot, question: str, typed: str) -> str:
        """Ask the line at `spot`, completed from what was written before; what stands there when it stops is kept."""
        try:
            return self.ask(question, typed, self.list_known(spot.key))
        except LineStopped as stopped:
            self.keep(spot, stopped.typed)
            raise

    def keep(self, spot: Spot, line: str = "") -> None:
        """Put all that was told on the disk, and that the next thing to ask stands at `spot`.

        A disk that takes nothing is told of once; the round goes on.
        """
        if not (self.draft or line or self.told.get("group")):
            return
        stop = Stop(spot.key, spot.number, line)
        try:
            self.draft = write_draft(dump_draft(self.dump(), self.session.settings.root, stop), self.draft)
        except NotWritten as error:
            if self.is_kept:
                self.session.screen.tell(self.session.words.tell("error", error))
                self.say("guide.go-on")
            self.is_kept = False
        else:
            self.is_kept = True

    def dump(self) -> str:
        """Return all that was told as the text of a note; without a group only the day."""
        return dump_note(self.note) if self.told.get("group") else f"date = {self.told['date']}\n"

    def show_note(self) -> None:
        """Show the note as it will be read."""
        session, note = self.session, self.note
        facts = list_facts(note.group, [FiledNote("", note)], (), session.settings.keep_days)
        canvas = dataclasses.replace(session.screen.canvas, has_colour=False)  # what is told has no colours
        session.screen.tell(f"\n{render_note(note.group, facts, session.settings.today, session.words, canvas)}\n\n")

    def drop(self) -> None:
        """Remove the draft: it has become a note, or is not wanted."""
        if self.draft:
            remove_draft(self.draft)
