"""What ties two phrases: words that look alike, and themes that they share.

Words are compared as in soft TF-IDF (Cohen, Ravikumar and Fienberg 2003): each word of the one side is tied to the word
of the other side that is closest to it by trigrams, and counts the more the rarer both are. Themes are compared by the
cosine of their rarities. Which words tie does not depend on any other phrase; only how much a tie counts does.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kompas.domain.matching.content import Content, Rarity
from kompas.domain.matching.reason import Tie, TieKind
from kompas.domain.matching.text import Word

CLOSE = 0.35
"""Words whose trigrams overlap less than this are strangers (Dice coefficient)."""
WORD_SHARE, THEME_SHARE = 0.45, 0.55
"""How words and themes divide the weight of a reason; see docs/matching.md."""
_SLIP = 0.6
"""Words that overlap so much differ by a slip of the pen; words that overlap less share a part."""


def find_ties(giving: Content, taking: Content, rarity: Rarity) -> tuple[Tie, ...]:
    """Return all that ties two contents, the weightiest first; their weights add up to at most 1."""
    ties = [*_tie_words(giving, taking, rarity), *_tie_themes(giving, taking, rarity)]
    return tuple(sorted(ties, key=lambda tie: (-tie.weight, tie.kind, tie.giving, tie.taking)))


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


def _tie_words(giving: Content, taking: Content, rarity: Rarity) -> Iterator[Tie]:
    scale = _norm(map(rarity.of_stem, giving.words)) * _norm(map(rarity.of_stem, taking.words))
    for word in taking.words.values():
        best = max(giving.words.values(), key=lambda other: closeness(word, other), default=None)
        if best is None or (close := closeness(word, best)) < CLOSE:
            continue
        weight = WORD_SHARE * close * rarity.of_stem(word.stem) * rarity.of_stem(best.stem) / scale
        yield Tie(name_tie(word, best), best.written, word.written, weight)


def _tie_themes(giving: Content, taking: Content, rarity: Rarity) -> Iterator[Tie]:
    scale = _norm(_weigh_themes(giving, rarity)) * _norm(_weigh_themes(taking, rarity))
    for theme, wish in taking.themes.items():
        if gift := giving.themes.get(theme):
            kind = TieKind.PARENT if gift.is_kin or wish.is_kin else TieKind.THEME
            weight = THEME_SHARE * gift.strength * wish.strength * rarity.of_theme(theme) ** 2 / scale
            yield Tie(kind, gift.written, wish.written, weight, theme)


def _weigh_themes(content: Content, rarity: Rarity) -> Iterator[float]:
    return (touch.strength * rarity.of_theme(theme) for theme, touch in content.themes.items())


def _norm(weights: Iterable[float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights)) or 1.0


@lru_cache(maxsize=1 << 18)
def _overlap(one: str, other: str) -> float:
    ours, theirs = list_trigrams(one), list_trigrams(other)
    return 2 * sum((ours & theirs).values()) / (sum(ours.values()) + sum(theirs.values()))


@lru_cache(maxsize=1 << 16)
def list_trigrams(word: str) -> Counter[str]:
    """Return the runs of three letters in `word`, its beginning and end marked by a space."""
    padded = f" {word} "
    return Counter(padded[at : at + 3] for at in range(len(padded) - 2))
