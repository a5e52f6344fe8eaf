"""Search all text of the notes, forgiving of capitals and accents."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kompas.domain.group import fold
from kompas.domain.kept import Encounter, Filed
from kompas.domain.phrase import Facet, Filters

_SHORTEST_FIRST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A text in which a searched word stands; `key` is its key in the note."""

    group: str
    key: str
    text: str
    date: datetime.date
    place: str | None
    note: str


def find_words(notes: Iterable[Filed], wanted: Sequence[str], filters: Filters) -> Iterator[Found]:
    """Yield the texts that hold any of `wanted`, from the notes that hold all of them, in the order of `notes`."""
    words = [_build_pattern(part) for text in wanted for part in text.split()]
    return (
        Found(filed.note.group, key, text, filed.note.date, filed.note.place, filed.path)
        for filed in notes
        if filters.admit(filed.note.group, filed.note.place, filed.note.field, filed.note.date)
        if _holds_all(filed.note, words)
        for key, text in list_texts(filed.note)
        if any(word.search(fold(text)) for word in words)
    )


def list_needles(wanted: Sequence[str]) -> list[str]:
    """Return the folded texts that must all stand somewhere in the text of a note for `find_words` to find it."""
    return [fold(part) for text in wanted for part in text.split()]


def fold_texts(note: Encounter) -> str:
    """Return every text of `note`, folded, a line or more each."""
    return fold("\n".join(text for _, text in list_texts(note)))


def list_texts(note: Encounter) -> Iterator[tuple[str, str]]:
    """Yield every text that a person typed in `note`, with its key."""
    for key in ("group", "place", "author", "field", "occasion"):
        if text := getattr(note, key):
            yield key, text
    for facet in Facet:
        yield from ((facet.value, text) for text in getattr(note, facet.value))
    for key in ("goal", "story", "left_behind", "lesson"):
        if text := getattr(note, key):
            yield key, text
    yield from (("promises", promise.what) for promise in note.promises)
    yield from (("obstacles", obstacle.what) for obstacle in note.obstacles)
    if note.agreement and note.agreement.contact:
        yield "contact", note.agreement.contact


def _build_pattern(word: str) -> re.Pattern[str]:
    """Find `word` at the beginning of a word, or after three letters of a compound: pizzaoven, but not boven.

    What begins with no letter ('t, an emoji) is found anywhere.
    """
    return re.compile(rf"(?:\b|\w{{{_SHORTEST_FIRST}}}|(?!\w)){re.escape(fold(word))}")


def _holds_all(note: Encounter, words: Sequence[re.Pattern[str]]) -> bool:
    everything = fold_texts(note)
    return bool(words) and all(word.search(everything) for word in words)
