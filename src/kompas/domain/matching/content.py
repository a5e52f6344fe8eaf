"""What a phrase holds to match on: its content words and its themes, and how rare each is among all phrases."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kompas.domain.matching.text import Word, list_words
from kompas.domain.matching.themes import Hit, Theme, Thesaurus

_KIN = 0.4
"""A theme touches its parent this much: music lessons are somewhat about music."""
_LANGUAGE, _ORIGIN = "language", "origin-of-people"
_FIRM = 1.25
"""A theme shown by a group of words is surer than one shown by a single word."""


@dataclass(frozen=True, slots=True)
class Touch:
    """How firmly a phrase touches a theme, by which words; `is_kin` when only a child of the theme is named."""

    written: str
    strength: float
    is_kin: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """The content words of a phrase by stem, and its themes."""

    words: Mapping[str, Word]
    themes: Mapping[str, Touch]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words and themes are among `count` contents: the log of all contents over those that hold it."""

    count: int
    by_stem: Mapping[str, int]
    by_theme: Mapping[str, int]

    def of_stem(self, stem: str) -> float:
        """Return how much a word of this stem tells."""
        return math.log((self.count + 1) / (self.by_stem.get(stem, 0) + 0.5))

    def of_theme(self, theme: str) -> float:
        """Return how much a theme tells."""
        return math.log((self.count + 1) / (self.by_theme.get(theme, 0) + 0.5))


class Reader:
    """Reads phrases as content: function words left out, and whatever is no ground for a meeting."""

    def __init__(self, thesaurus: Thesaurus, function_words: frozenset[str]) -> None:
        self.themes = thesaurus.themes
        self._thesaurus = thesaurus
        self._function_words = function_words
        self._known: dict[str, Content] = {}

    def read(self, text: str) -> Content:
        """Return the content of `text`; the same text gives the same value."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._read(text)
        return known

    def _read(self, text: str) -> Content:
        every = list_words(text)
        hits = self._thesaurus.find_hits(every)
        people = [hit for hit in hits if not self.themes[hit.theme].is_ground]
        no_ground = _list_written(people)
        never = _list_written(hit for hit in people if hit.theme != _ORIGIN)
        words: dict[str, Word] = {}
        for word in every:
            is_told = any(not word.forms.isdisjoint(other.forms) for other in words.values())
            if word.folded not in self._function_words and word.written not in no_ground and not is_told:
                words[word.stem] = word
        grounds = [
            hit
            for hit in hits
            if not (never if self._is_language(hit.theme) else no_ground).issuperset(hit.written.split())
        ]
        return Content(words, self._touch_parents(self._weigh(grounds)))

    def _is_language(self, theme: str) -> bool:
        """Tell whether a theme is about languages: the name of a language names a people too, but it is a skill."""
        return _LANGUAGE in {theme, self.themes[theme].parent}

    def _touch_parents(self, touches: dict[str, Touch]) -> dict[str, Touch]:
        kin: dict[str, Touch] = {}
        for theme, touch in touches.items():
            parent = self.themes[theme].parent
            if parent in self.themes and parent not in touches:
                nearer = Touch(touch.written, _KIN * touch.strength, is_kin=True)
                kin[parent] = max(kin.get(parent, nearer), nearer, key=lambda one: one.strength)
        return touches | kin

    def _weigh(self, hits: Sequence[Hit]) -> dict[str, Touch]:
        """Give each theme its firmest hit; a word that shows many themes tells less of each."""
        shared = Counter(hit.written for hit in hits)
        touches: dict[str, Touch] = {}
        for hit in hits:
            strength = (_FIRM if " " in hit.written else 1.0) / math.sqrt(shared[hit.written])
            if self.themes[hit.theme].is_ground and (
                hit.theme not in touches or strength > touches[hit.theme].strength
            ):
                touches[hit.theme] = Touch(hit.written, strength)
        return touches


def _list_written(hits: Iterable[Hit]) -> frozenset[str]:
    return frozenset(word for hit in hits for word in hit.written.split())


class KnowingReader(Reader):
    """A reader that knows the contents of some texts already, and wakes the one it asks about a text that is new."""

    def __init__(self, themes: dict[str, Theme], known: dict[str, Content], wake: Callable[[], Reader]) -> None:
        self.themes = themes
        self._known = known
        self._wake = wake

    def _read(self, text: str) -> Content:
        return self._awake.read(text)

    @cached_property
    def _awake(self) -> Reader:
        return self._wake()


def count_rarity(contents: Iterable[Content]) -> Rarity:
    """Count in how many of `contents` each word and each theme stands; one that comes twice counts twice."""
    times = Counter(map(id, every := list(contents)))
    by_stem: dict[str, int] = defaultdict(int)
    by_theme: dict[str, int] = defaultdict(int)
    for content in {id(one): one for one in every}.values():
        count = times[id(content)]
        for stem in content.words:
            by_stem[stem] += count
        for theme in content.themes:
            by_theme[theme] += count
    return Rarity(len(every), by_stem, by_theme)
