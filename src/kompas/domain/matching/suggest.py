"""Suggestions: which groups should meet, each with its reasons, and which few of them to show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from kompas.domain.group import group_key
from kompas.domain.introduction import Introduction
from kompas.domain.matching.content import Content, Rarity, Reader, count_rarity
from kompas.domain.matching.reason import SHARES, SIDES, Reason, ReasonKind, Suggestion
from kompas.domain.matching.ties import find_ties
from kompas.domain.phrase import Phrase

Pair = frozenset[str]
GOOD = 0.2
"""A suggestion of less weight is only shown when more are asked for; see docs/matching.md."""
SHOWN = 3
_MOST_REASONS = 3
_FURTHER = 0.15
"""A further reason of less weight is not worth reading."""
_NEAR_EQUAL = 0.05


def suggest_meetings(
    phrases: Iterable[Phrase], reader: Reader, silenced: frozenset[Pair] = frozenset(), group: str | None = None
) -> list[Suggestion]:
    """Return every suggestion for which there is any evidence, best first; with `group`, only that group's.

    `phrases` are those of groups that may be introduced; `silenced` are pairs of group keys not to suggest (again).
    """
    contents = [(phrase, reader.read(phrase.text)) for phrase in phrases]
    rarity = count_rarity(content for _, content in contents)
    reasons: dict[Pair, list[Reason]] = defaultdict(list)
    for reason in _find_reasons(contents, rarity, group_key(group) if group else None):
        pair = frozenset({group_key(reason.giving.group), group_key(reason.taking.group)})
        if pair not in silenced:
            reasons[pair].append(reason)
    return sorted((_build_suggestion(found) for found in reasons.values()), key=_rank)


def pick_spread(suggestions: Iterable[Suggestion], count: int = SHOWN) -> list[Suggestion]:
    """Return the first `count` good suggestions in which no group stands twice."""
    picked: list[Suggestion] = []
    seen: set[str] = set()
    for suggestion in suggestions:
        if len(picked) < count and suggestion.weight >= GOOD and not seen & set(suggestion.groups):
            picked.append(suggestion)
            seen.update(suggestion.groups)
    return picked


def _find_reasons(contents: Sequence[tuple[Phrase, Content]], rarity: Rarity, group: str | None) -> Iterator[Reason]:
    for kind, (giving_facets, taking_facet) in SIDES.items():
        giving = [one for one in contents if one[0].facet in giving_facets]
        taking = [one for one in contents if one[0].facet is taking_facet]
        for (gift, gift_content), (wish, wish_content) in product(giving, taking):
            keys = {group_key(gift.group), group_key(wish.group)}
            if len(keys) == 1 or (group and group not in keys) or not _is_ground(kind, gift, wish):
                continue
            if ties := find_ties(gift_content, wish_content, rarity):
                yield Reason(kind, gift, wish, ties, SHARES[kind] * sum(tie.weight for tie in ties))


def _is_ground(kind: ReasonKind, gift: Phrase, wish: Phrase) -> bool:
    """Doing or dreaming the same counts once for a pair, and doing the same only in different places."""
    if kind in {ReasonKind.DREAMS, ReasonKind.ALIKE} and group_key(gift.group) > group_key(wish.group):
        return False
    return kind is not ReasonKind.ALIKE or gift.place != wish.place


def _build_suggestion(reasons: Sequence[Reason]) -> Suggestion:
    ordered = sorted(
        reasons, key=lambda one: (-one.weight, one.kind, one.giving.text, one.taking.text, one.giving.note)
    )
    names = {group_key(phrase.group): phrase.group for one in ordered for phrase in (one.giving, one.taking)}
    first, second = (names[key] for key in sorted(names))
    return Suggestion((first, second), tuple(_pick_distinct(ordered)))


def _pick_distinct(ordered: Iterable[Reason]) -> Iterator[Reason]:
    """Yield the weightiest reasons; what was said twice, or serves a reason already, is no further reason."""
    told: set[tuple[str, str]] = set()
    for reason in ordered:
        phrases = {(group_key(phrase.group), phrase.text) for phrase in (reason.giving, reason.taking)}
        if not told or (reason.weight >= _FURTHER and not told & phrases and len(told) < 2 * _MOST_REASONS):
            told |= phrases
            yield reason


def _rank(suggestion: Suggestion) -> tuple[float, tuple[str, ...]]:
    return -suggestion.weight, tuple(group_key(name) for name in suggestion.groups)


def list_silenced(introductions: Iterable[Introduction]) -> frozenset[Pair]:
    """Return the pairs of group keys that have an introduction."""
    return frozenset(frozenset(map(group_key, introduction.between)) for introduction in introductions)
