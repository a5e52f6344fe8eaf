"""Find, among tens of thousands of phrases, those that share most with one: every phrase is looked at, as one bit.

Each word and each theme has an integer in which bit n says that phrase n holds it. Phrases that share several of them
are the bits that stand in all those integers at once, so one AND looks at all phrases. Sets of words and themes are
tried from the weightiest down, until there are enough candidates; short phrases, which say one thing only, have the low
bits and come first.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kompas.domain.matching.content import Content
from kompas.domain.matching.text import Word
from kompas.domain.matching.ties import CLOSE, THEME_SHARE, WORD_SHARE, Weighed, list_trigrams

_FEWEST_GRAMS = 2
_MOST_NEIGHBOURS = 40
"""So many words that look alike are enough to find phrases by; a word with more of them is tied by its parts."""
_FEW = 16
"""A word in no more phrases than these has its bits set one by one."""
_MOST_TRAITS = 5
"""Of a phrase with more words and themes, the weightiest count when candidates are sought."""


class Finder:
    """Contents of phrases, to be found by what they share with another."""

    def __init__(self, contents: Sequence[Content]) -> None:
        self._contents = sorted(contents, key=lambda one: len(one.words) + len(one.themes))
        self._near: dict[str, int] = {}
        self._neighbours = Neighbours(word for one in self._contents for word in one.words.values())
        self._words = _Bits((one.words for one in self._contents), len(self._contents))
        self._themes = _Bits((one.themes for one in self._contents), len(self._contents))

    def find(self, taking: Weighed, most: int | None = None, turn: int = 0) -> list[Content]:
        """Return at least `most` phrases that share most with `taking`, or all that share anything.

        Of many that share as much, every `turn` brings others to the front.
        """
        traits = self._list_traits(taking)
        found = 0
        for bits in (bits for _, bits in traits) if most is None else _list_shared(traits[:_MOST_TRAITS]):
            fresh = bits & ~found
            found |= fresh if most is None else _pick(fresh, most - found.bit_count(), turn, len(self._contents))
            if found.bit_count() == most:
                break
        return [self._contents[place] for place in _list_places(found)]

    def _list_traits(self, taking: Weighed) -> list[tuple[float, int]]:
        """Return the weight and the bits of each word and theme of `taking` that anything shares, weightiest first."""
        shared = ((weight, self._themes.find(theme)) for theme, weight in taking.themes.items())
        traits = [(THEME_SHARE * weight * weight, bits) for weight, bits in shared if bits]
        near = ((weight, self._find_near(taking.content.words[stem])) for stem, weight in taking.words.items())
        traits += [(WORD_SHARE * weight * weight, bits) for weight, bits in near if bits]
        return sorted(traits, reverse=True)

    def _find_near(self, word: Word) -> int:
        """Return the phrases that hold `word` or one that is close to it."""
        known = self._near.get(word.folded)
        if known is None:
            known = self._near[word.folded] = self._words.join(self._neighbours.find(word))
        return known


class Neighbours:
    """The words of a vocabulary, found by words that are close to them."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = list({word.folded: word for word in words}.values())
        self._grams = _Bits((list_trigrams(word.folded) for word in self._words), len(self._words))
        self._forms: Mapping[str, list[int]] = _gather(word.forms for word in self._words)

    def find(self, word: Word) -> Iterator[str]:
        """Yield the stems of the words that can be close to `word`: its inflections, and those that overlap most."""
        places = {place for form in word.forms for place in self._forms.get(form, ())}
        places.update(_list_places(self._find_overlapping(word)))
        return (self._words[place].stem for place in places)

    def _find_overlapping(self, word: Word) -> int:
        """Return the words that share most trigrams with `word`, down to the least that can be close to it."""
        grams = list_trigrams(word.folded)
        levels = _count_bits(map(self._grams.find, grams))
        found = 0
        for least in range(len(grams), max(1, math.ceil(CLOSE / 2 * (len(grams) + _FEWEST_GRAMS))) - 1, -1):
            found |= _find_count(levels, least)
            if found.bit_count() >= _MOST_NEIGHBOURS:
                break
        return found


def _count_bits(some: Iterable[int]) -> list[int]:
    """Count for every bit in how many integers it stands; level n of the result is binary digit n of all counts."""
    levels: list[int] = []
    for bits in some:
        carry = bits
        for at, level in enumerate(levels):
            levels[at], carry = level ^ carry, level & carry
        if carry:
            levels.append(carry)
    return levels


def _find_count(levels: Sequence[int], count: int) -> int:
    """Return the bits whose count is exactly `count`."""
    if count >> len(levels):
        return 0
    wanted = [level for at, level in enumerate(levels) if count >> at & 1]
    found = wanted[0]
    for level in wanted[1:]:
        found &= level
    for at, level in enumerate(levels):
        if not count >> at & 1:
            found &= ~level
    return found


def _list_shared(traits: Sequence[tuple[float, int]]) -> Iterator[int]:
    """Yield, from the weightiest set of traits down, the phrases that hold all traits of the set."""
    sets = [(0.0, -1)]
    for weight, bits in traits:
        sets += [(total + weight, shared & bits) for total, shared in sets if shared & bits]
    return (shared for _, shared in sorted(sets[1:], key=_first, reverse=True))


def _first(pair: tuple[float, int]) -> float:
    return pair[0]


class _Bits:
    """For each name an integer in which bit n says that the n-th of `names` holds it; made when it is asked for."""

    def __init__(self, names: Iterable[Iterable[str]], count: int) -> None:
        self._places = _gather(names)
        self._count = count
        self._bits: dict[str, int] = {}

    def find(self, name: str) -> int:
        bits = self._bits.get(name)
        if bits is None:
            bits = self._bits[name] = _to_bits(self._places.get(name, ()), self._count)
        return bits

    def join(self, names: Iterable[str]) -> int:
        """Return the bits of all that hold any of `names`."""
        bits = 0
        few: list[int] = []
        for name in names:
            places = self._places.get(name, ())
            if len(places) > _FEW:
                bits |= self.find(name)
            else:
                few += places
        return bits | _to_bits(few, self._count)


def _gather(names: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, some in enumerate(names):
        for name in some:
            places[name].append(place)
    return places


def _to_bits(places: Sequence[int], count: int) -> int:
    buffer = bytearray(count // 8 + 1)
    for place in places:
        buffer[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(buffer, "little")


def _pick(bits: int, most: int, turn: int, count: int) -> int:
    """Return `most` of the bits: half of them the lowest, and half from a place that goes round by turns."""
    if bits.bit_count() <= most:
        return bits
    picked = _take_lowest(bits, (most + 1) // 2)
    rest = bits & ~picked
    start = turn % count
    high = rest >> start << start
    picked |= _take_lowest(high, most // 2)
    return picked | _take_lowest(rest & ~picked, most - picked.bit_count())


def _take_lowest(bits: int, most: int) -> int:
    taken = 0
    for _ in range(most):
        if not bits:
            break
        lowest = bits & -bits
        taken |= lowest
        bits ^= lowest
    return taken


def _list_places(bits: int) -> Iterator[int]:
    digits = bin(bits)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)
