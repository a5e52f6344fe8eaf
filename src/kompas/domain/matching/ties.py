"""What ties two phrases: words that look alike, and themes that they share.

Words are compared as in soft TF-IDF (Cohen, Ravikumar and Fienberg 2003): each word of the one side is tied to the word
of the other side that is closest to it by trigrams, and counts the more the rarer both are. Themes are compared by the
cosine of their rarities. Which words tie does not depend on any other phrase; only how much a tie counts does.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kompas.domain.matching.content import Content, Rarity
from kompas.domain.matching.reason import Tie, TieKind
from kompas.domain.matching.text import Word

CLOSE = 0.41
"""Words whose trigrams overlap less than this are strangers (Dice coefficient)."""
WORD_SHARE, THEME_SHARE = 0.5, 0.5
"""How words and themes divide the weight of a reason; see docs/matching.md."""
_SLIP = 0.6
"""Words that overlap so much differ by a slip of the pen; words that overlap less share a part."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A content with the weight of each stem and theme; words and themes are vectors of length 1 each."""

    content: Content
    words: Mapping[str, float]
    themes: Mapping[str, float]


def weigh(content: Content, rarity: Rarity) -> Weighed:
    """Weigh the words and themes of `content` by how rare they are."""
    words = {stem: rarity.of_stem(stem) for stem in content.words}
    themes = {theme: touch.strength * rarity.of_theme(theme) for theme, touch in content.themes.items()}
    return Weighed(content, _to_unit(words), _to_unit(themes))


def find_ties(giving: Weighed, taking: Weighed) -> tuple[Tie, ...]:
    """Return all that ties two contents, the weightiest first; their weights add up to at most 1."""
    ties = [*_tie_words(giving, taking), *_tie_themes(giving, taking)]
    return tuple(sorted(ties, key=lambda tie: (-tie.weight, tie.kind, tie.giving, tie.taking)))


def score(giving: Weighed, taking: Weighed) -> float:
    """Return the sum of the weights of all ties, without making them."""
    themes = words = 0.0
    for theme, weight in taking.themes.items():
        themes += weight * giving.themes.get(theme, 0.0)
    for wish, gift, close in _pair_words(giving, taking):
        words += close * taking.words[wish] * giving.words[gift]
    return WORD_SHARE * words + THEME_SHARE * themes


def closeness(one: Word, other: Word) -> float:
    """Return how alike two words are, from 0 to 1; 1 for inflections of one word."""
    return 1.0 if not one.forms.isdisjoint(other.forms) else _overlap(one.folded, other.folded)


def name_tie(one: Word, other: Word) -> TieKind:
    """Name how two words that are close are tied."""
    if one.folded == other.folded:
        return TieKind.WORD
    if not one.forms.isdisjoint(other.forms):
        return TieKind.STEM
    return TieKind.SPELLING if _overlap(one.folded, other.folded) >= _SLIP else TieKind.PART


def _pair_words(giving: Weighed, taking: Weighed) -> Iterator[tuple[str, str, float]]:
    """Yield for each stem that is taken the giving stem closest to it, and how close they are."""
    gifts = giving.content.words
    for wish, word in taking.content.words.items():
        if wish in gifts:
            yield wish, wish, 1.0
        elif gifts:
            close, gift = max(((closeness(word, other), stem) for stem, other in gifts.items()), key=_first)
            if close >= CLOSE:
                yield wish, gift, close


def _first(pair: tuple[float, str]) -> float:
    return pair[0]


def _tie_words(giving: Weighed, taking: Weighed) -> Iterator[Tie]:
    for wish, gift, close in _pair_words(giving, taking):
        word, other = taking.content.words[wish], giving.content.words[gift]
        weight = WORD_SHARE * close * taking.words[wish] * giving.words[gift]
        yield Tie(name_tie(word, other), other.written, word.written, weight)


def _tie_themes(giving: Weighed, taking: Weighed) -> Iterator[Tie]:
    for theme, wish in taking.content.themes.items():
        if gift := giving.content.themes.get(theme):
            kind = TieKind.PARENT if gift.is_kin or wish.is_kin else TieKind.THEME
            weight = THEME_SHARE * taking.themes[theme] * giving.themes[theme]
            yield Tie(kind, gift.written, wish.written, weight, theme)


def _to_unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {name: weight / length for name, weight in weights.items()}


@lru_cache(maxsize=1 << 18)
def _overlap(one: str, other: str) -> float:
    ours, theirs = list_trigrams(one), list_trigrams(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


@lru_cache(maxsize=1 << 16)
def list_trigrams(word: str) -> frozenset[str]:
    """Return the runs of three letters in `word`, its beginning and end marked by a space."""
    padded = f" {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
