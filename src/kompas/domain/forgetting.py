"""What must be forgotten: where a word or a name stands, however it is written, and what comes in its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kompas.domain.group import fold
from kompas.domain.introduction import Introduction
from kompas.domain.note import Agreement, Note, Obstacle, Promise

ERASED = "[gewist]"
"""What stands in the place of a word that was forgotten, in every language: it must be found again."""
ERASED_NAME = "gewist"
SHORTEST = 3
"""Letters and digits; a shorter word stands in half of all sentences."""
_ROUND = 28
_FIRM = {"true", "false", ERASED_NAME}.union(
    *(part.model_fields for part in (Note, Promise, Obstacle, Agreement, Introduction))
)
"""Words that notes themselves are made of."""


class Where(StrEnum):
    """The kinds of places where something may still stand, in the order in which they are told."""

    TEXT = "text"
    NAME = "name"
    OWN = "own"
    MESSAGE = "message"
    OLD_TEXT = "old-text"
    OLD_NAME = "old-name"
    STASH = "stash"
    REF = "ref"
    GIT = "git"


@dataclass(frozen=True, slots=True)
class Trace:
    """One place: a path, or a name of git's, and what stands there in one line."""

    where: Where
    place: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """A word or name to forget: whatever its capitals, accents, and the blanks or hyphens between its words."""

    term: str
    texts: re.Pattern[str]
    names: re.Pattern[str]

    def find(self, text: str) -> list[str]:
        """Return each piece of `text` that is the word, as it is written there."""
        return [text[start:end] for start, end in self._list_spans(text)]

    def is_in(self, text: str) -> bool:
        """Tell whether the word stands in `text`."""
        return self.texts.search(fold(text)) is not None

    def is_in_name(self, name: str) -> bool:
        """Tell whether the word stands in the name of a file or branch."""
        return self.names.search(fold(name)) is not None

    def is_in_path(self, path: str) -> bool:
        """Tell whether the word stands in one of the names of a path with / between them."""
        return any(map(self.is_in_name, path.split("/")))

    def erase(self, text: str) -> str:
        """Return `text` with ERASED in the place of the word."""
        return self._replace(text, ERASED)

    def erase_name(self, name: str) -> str:
        """Return the name of a file or branch with ERASED_NAME in the place of the word."""
        return self.names.sub(ERASED_NAME, self._replace(name, ERASED_NAME))

    def erase_path(self, path: str) -> str:
        """Return a path with ERASED_NAME in the place of the word, in each of its names."""
        return "/".join(map(self.erase_name, path.split("/")))

    def quote(self, text: str) -> str:
        """Return the first place where the word stands in `text`, with some of what is around it; else nothing."""
        start, end = next(iter(self._list_spans(text)), (0, 0))
        if not end:
            return ""
        before, after = text[max(0, start - _ROUND) : start], text[end : end + _ROUND]
        cut = "…" if start > _ROUND else "", "…" if end + _ROUND < len(text) else ""
        return cut[0] + " ".join(f"{before}{text[start:end]}{after}".split()) + cut[1]

    def _replace(self, text: str, other: str) -> str:
        for start, end in reversed(self._list_spans(text)):
            text = text[:start] + other + text[end:]
        return text

    def _list_spans(self, text: str) -> list[tuple[int, int]]:
        if text.isascii():
            return [found.span() for found in self.texts.finditer(text.lower())]
        if not self.is_in(text):
            return []
        pairs = [(part, place) for place, sign in enumerate(text) for part in fold(sign)]
        places = [*(place for _, place in pairs), len(text)]
        found = self.texts.finditer("".join(part for part, _ in pairs))
        return [(places[one.start()], places[one.end()]) for one in found]


def seek(term: str, slug: str) -> Sought | None:
    """Return what finds `term`, whose file names hold `slug`; None when it is too short or a word of notes themselves.

    Only whole words are found, with or without an s at the end: Jan is not January. In names the slug may be cut off.
    """
    words = re.findall(r"[^\W_]+", fold(term))
    if sum(map(len, words)) < SHORTEST or fold(term).strip() in _FIRM:
        return None
    whole = r"[\W_]{1,9}".join(map(re.escape, words))
    texts = re.compile(rf"(?<![^\W_]){whole}(?=(?:['’]?s)?(?![^\W_]))")
    names = re.compile(rf"(?<![a-z0-9])(?:{re.escape(slug)}|{whole})(?![a-z0-9])")
    return Sought(term, texts, names)


def count_places(traces: Iterable[Trace]) -> dict[Where, int]:
    """Return the number of places of each kind that has any, in their order."""
    every = [trace.where for trace in traces]
    return {where: every.count(where) for where in Where if where in every}
