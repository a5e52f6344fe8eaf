"""Suggestions: which groups should meet, each with its reasons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kompas.domain.group import group_key
from kompas.domain.matching.content import Content, Reader, count_rarity
from kompas.domain.matching.finder import Finder
from kompas.domain.matching.meaning import Vector, weigh_meaning
from kompas.domain.matching.reason import SHARES, SIDES, Reason, ReasonKind, Suggestion, Tie, TieKind
from kompas.domain.matching.ties import Weighed, find_ties, score, weigh
from kompas.domain.phrase import Facet, Phrase

Pair = frozenset[str]
Vectors = Mapping[str, Vector]
NO_VECTORS: Vectors = {}
GOOD = 0.4
"""A suggestion of less weight is only shown when more are asked for; see docs/matching.md."""
_MOST_CANDIDATES = 6
"""So many gifts are looked at closely for one wish, when all groups are asked about."""
_ALL_PHRASES = 1000
"""Among so few phrases all that share anything are compared."""
_FEW_PHRASES = 3000
_MOST_OF_ONE = 40
"""Among more phrases than these few, so many gifts are looked at closely for a wish of the one group asked about."""
_MOST_VOICES = 3
"""So many groups speak for a text that several wrote to the letter."""
_MOST_PARTNERS = 5
"""So many partners are kept for a group, when all groups are asked about."""
_MOST_REASONS = 3
_FURTHER = 0.15
"""A further reason of less weight is not worth reading."""


@dataclass(frozen=True, slots=True, eq=False)
class _Voice:
    """A text's content, and who wrote it in which facet."""

    content: Content
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """A gift and a wish of two groups, and what they weigh together."""

    weight: float
    kind: ReasonKind
    gift: Phrase
    wish: Phrase


def suggest_meetings(
    phrases: Iterable[Phrase],
    reader: Reader,
    silenced: frozenset[Pair] = frozenset(),
    group: str | None = None,
    vectors: Vectors = NO_VECTORS,
) -> list[Suggestion]:
    """Return suggestions for which there is any evidence, best first: for each group its best few partners.

    With `group`, all of that group's. `phrases` are those of groups that may be introduced; `silenced` are pairs of
    group keys not to suggest (again); `vectors` are what a language model makes of their texts, if there is one.
    """
    book = _Book(phrases, reader, vectors)
    matches: dict[Pair, list[_Match]] = defaultdict(list)
    for match in _find_matches(book, group_key(group) if group else None):
        pair = frozenset({group_key(match.gift.group), group_key(match.wish.group)})
        if len(pair) > 1 and pair not in silenced:
            matches[pair].append(match)
    kept = matches if group else _keep_partners(matches)
    return sorted((book.build_suggestion(matches[pair]) for pair in kept), key=rank)


def list_evidence(
    phrases: Iterable[Phrase], reader: Reader, one: str, other: str, vectors: Vectors = NO_VECTORS
) -> list[Reason]:
    """Return all reasons for two groups, however light, the weightiest first; all `phrases` tell what is rare."""
    book = _Book(phrases, reader, vectors)
    keys = {group_key(one), group_key(other)}
    own = _keep_texts(phrase for phrase in book.phrases if group_key(phrase.group) in keys)
    matches = [
        _Match(weight, kind, gift, wish)
        for kind, (giving_facets, taking_facet) in SIDES.items()
        for gift in own
        for wish in own
        if gift.facet in giving_facets and wish.facet is taking_facet and _is_ground(kind, gift, wish)
        if group_key(gift.group) != group_key(wish.group)
        if (weight := SHARES[kind] * book.score(gift.text, wish.text)) > 0
    ]
    return [book.build_reason(match) for match in sorted(matches, key=_order)]


def rank(suggestion: Suggestion) -> tuple[float, tuple[str, ...]]:
    """Order suggestions by weight, then by name."""
    return -suggestion.weight, tuple(group_key(name) for name in suggestion.groups)


class _Book:
    """All phrases of one question, with the weighed content of each text."""

    def __init__(self, phrases: Iterable[Phrase], reader: Reader, vectors: Vectors) -> None:
        told = (phrase for phrase in phrases if phrase.facet is not Facet.LEADS)
        self.phrases = sorted(told, key=lambda one: (one.text, group_key(one.group), one.facet, one.note))
        self._reader = reader
        self._rarity = count_rarity(reader.read(phrase.text) for phrase in self.phrases)
        self._weighed: dict[str, Weighed] = {}
        self._vectors = vectors
        self._voices: dict[frozenset[Facet], list[_Voice]] = {}
        self._finders: dict[int, Finder] = {}

    def score(self, gift: str, wish: str) -> float:
        """Return what ties two texts, and what likeness of meaning adds to it."""
        told = score(self.weigh(gift), self.weigh(wish))
        return told + self.hear(gift, wish, told)

    def hear(self, gift: str, wish: str, told: float) -> float:
        """Return what likeness of meaning adds; nothing without a language model."""
        if gift not in self._vectors or wish not in self._vectors:
            return 0.0
        return weigh_meaning(self._vectors[gift], self._vectors[wish], told)

    @property
    def listens(self) -> bool:
        """Whether every phrase can be compared by meaning, because they are few enough."""
        return bool(self._vectors) and len(self.phrases) <= _FEW_PHRASES

    def weigh(self, text: str) -> Weighed:
        """Return the weighed content of `text`; the same text gives the same value."""
        known = self._weighed.get(text)
        if known is None:
            known = self._weighed[text] = weigh(self._reader.read(text), self._rarity)
        return known

    def list_voices(self, facets: frozenset[Facet]) -> list[_Voice]:
        """Return the texts of these facets, each with the phrases that hold it, in the order of the text."""
        known = self._voices.get(facets)
        if known is None:
            asked = (phrase for phrase in self.phrases if phrase.facet in facets)
            by_text = ((text, _keep_first(found)) for text, found in groupby(asked, key=lambda one: one.text))
            known = self._voices[facets] = [_Voice(self._reader.read(text), found) for text, found in by_text]
        return known

    def open_finder(self, voices: Sequence[_Voice]) -> Finder:
        """Return the finder among `voices`, a whole list of `list_voices`; made once."""
        known = self._finders.get(id(voices))
        if known is None:
            known = self._finders[id(voices)] = Finder([voice.content for voice in voices])
        return known

    def build_suggestion(self, matches: Sequence[_Match]) -> Suggestion:
        """Return the suggestion of two groups, with the weightiest reasons that differ."""
        ordered = sorted(matches, key=_order)
        names = {group_key(phrase.group): phrase.group for one in ordered for phrase in (one.gift, one.wish)}
        first, second = (names[key] for key in sorted(names))
        return Suggestion((first, second), tuple(map(self.build_reason, _pick_distinct(ordered))))

    def build_reason(self, match: _Match) -> Reason:
        """Return the match with the ties that make up its weight."""
        gift, wish = match.gift.text, match.wish.text
        ties = find_ties(self.weigh(gift), self.weigh(wish))
        if heard := self.hear(gift, wish, sum(tie.weight for tie in ties)):
            ties = (*ties, Tie(TieKind.MEANING, gift, wish, heard))
        return Reason(match.kind, match.gift, match.wish, ties, match.weight)


def _find_matches(book: _Book, group: str | None) -> Iterator[_Match]:
    served: set[str] = set()
    for kind, (giving_facets, taking_facet) in SIDES.items():
        gifts, wishes = book.list_voices(giving_facets), book.list_voices(frozenset({taking_facet}))
        if group is None:
            # Doing the same is a weak ground, and only sought for groups that have no better one.
            alone = [voice for voice in wishes if kind is not ReasonKind.ALIKE or not _is_served(voice, served)]
            most = None if len(book.phrases) <= _ALL_PHRASES else _MOST_CANDIDATES
            for match in _match(book, kind, gifts, alone, most, None):
                served |= {group_key(match.gift.group), group_key(match.wish.group)} if match.weight >= GOOD else set()
                yield match
        else:
            most = None if len(book.phrases) <= _FEW_PHRASES else _MOST_OF_ONE
            yield from _match(book, kind, gifts, [voice for voice in wishes if _speaks(voice, group)], most, group)
            own = [voice for voice in gifts if _speaks(voice, group)]
            yield from _match(book, kind, own, wishes, most, group, is_wish_sought=True)


def _match(  # noqa: PLR0913 one question, asked from either side
    book: _Book,
    kind: ReasonKind,
    gifts: Sequence[_Voice],
    wishes: Sequence[_Voice],
    most: int | None,
    group: str | None,
    *,
    is_wish_sought: bool = False,
) -> Iterator[_Match]:
    """Yield what ties gifts to wishes, from whichever side is sought among all; with `group`, only that group's."""
    asking, sought = (gifts, wishes) if is_wish_sought else (wishes, gifts)
    if not asking:
        return
    by_content = {id(voice.content): voice for voice in sought}
    finder = book.open_finder(sought)
    for turn, voice in enumerate(asking):
        wanted = book.weigh(voice.phrases[0].text)
        near = sought if book.listens else [by_content[id(one)] for one in finder.find(wanted, most, turn)]
        for found in near:
            gift, wish = (voice, found) if is_wish_sought else (found, voice)
            yield from _match_voices(book, kind, gift, wish, turn, group)


def _match_voices(  # noqa: PLR0913 two voices, and whom they speak for
    book: _Book, kind: ReasonKind, gift: _Voice, wish: _Voice, turn: int, group: str | None
) -> Iterator[_Match]:
    weight = SHARES[kind] * book.score(gift.phrases[0].text, wish.phrases[0].text)
    if weight <= 0:
        return
    others = wish.phrases if group else _take_turn(wish.phrases, turn)
    for one in gift.phrases if group else _take_turn(gift.phrases, turn):
        is_asked = group is None or group_key(one.group) == group
        for other in others:
            if (is_asked or group_key(other.group) == group) and _is_ground(kind, one, other):
                yield _Match(weight, kind, one, other)


def _take_turn(phrases: Sequence[Phrase], turn: int) -> Sequence[Phrase]:
    """Return all phrases, or a few of them, others at every turn."""
    if len(phrases) <= _MOST_VOICES:
        return phrases
    start = turn % len(phrases)
    return [*phrases[start:], *phrases[:start]][:_MOST_VOICES]


def _is_served(voice: _Voice, served: set[str]) -> bool:
    return all(group_key(phrase.group) in served for phrase in voice.phrases)


def _keep_texts(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Keep one of the phrases in which a group says the same text in the same facet."""
    return list({(group_key(one.group), one.facet, one.text): one for one in phrases}.values())


def _keep_first(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Let every group say a text once, however many notes hold it."""
    return tuple({group_key(phrase.group): phrase for phrase in reversed(list(phrases))}.values())[::-1]


def _speaks(voice: _Voice, group: str) -> bool:
    return any(group_key(phrase.group) == group for phrase in voice.phrases)


def _is_ground(kind: ReasonKind, gift: Phrase, wish: Phrase) -> bool:
    """Doing or dreaming the same counts once for a pair, and doing the same only in different places."""
    if kind in {ReasonKind.DREAMS, ReasonKind.ALIKE} and group_key(gift.group) >= group_key(wish.group):
        return False
    if kind is not ReasonKind.ALIKE:
        return True
    return bool(gift.place and wish.place) and group_key(gift.place or "") != group_key(wish.place or "")


def _keep_partners(matches: dict[Pair, list[_Match]]) -> Iterator[Pair]:
    """Yield the pairs to keep: for each group those in which it has its weightiest matches."""
    best = sorted((-max(match.weight for match in found), sorted(pair)) for pair, found in matches.items())
    partners: dict[str, int] = defaultdict(int)
    for _, (one, other) in best:
        if partners[one] < _MOST_PARTNERS or partners[other] < _MOST_PARTNERS:
            partners[one] += 1
            partners[other] += 1
            yield frozenset({one, other})


def _order(match: _Match) -> tuple[float, str, str, str, str]:
    return -match.weight, match.kind, match.gift.text, match.wish.text, match.gift.note


def _pick_distinct(ordered: Iterable[_Match]) -> Iterator[_Match]:
    """Yield the weightiest matches; what was said twice, or serves a reason already, is no further reason."""
    told: set[tuple[str, str]] = set()
    for match in ordered:
        phrases = {(group_key(phrase.group), phrase.text) for phrase in (match.gift, match.wish)}
        if not told or (match.weight >= _FURTHER and not told & phrases and len(told) < 2 * _MOST_REASONS):
            told |= phrases
            yield match
