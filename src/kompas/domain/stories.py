"""Stories that groups agreed to share, under the heads of what they are worth."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kompas.domain.note import FiledNote
from kompas.domain.worth import Worth


@dataclass(frozen=True, slots=True)
class Story:
    """A story in the group's words. `worth` is empty as long as nobody said under which head it belongs."""

    group: str
    date: datetime.date
    place: str | None
    text: str
    goal: str | None
    worth: tuple[Worth, ...]
    note: str


def list_stories(shared: Iterable[FiledNote]) -> list[Story]:
    """Return the stories in `shared` notes, in their order; notes without one are left out."""
    return [
        Story(note.group, note.date, note.place, note.story.strip(), note.goal or None, note.worth, filed.path)
        for filed in shared
        for note in [filed.note]
        if note.story and note.story.strip()
    ]


def group_stories(stories: Sequence[Story]) -> Iterator[tuple[Worth | None, list[Story]]]:
    """Yield each head that has stories, with them, and last, under None, those without a head.

    A story that is worth something to several stands under each.
    """
    for worth in Worth:
        if found := [story for story in stories if worth in story.worth]:
            yield worth, found
    if rest := [story for story in stories if not story.worth]:
        yield None, rest
