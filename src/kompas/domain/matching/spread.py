"""Which few suggestions to show: the good ones, bridges before near-equals, and every group in its turn."""

import datetime
from collections.abc import Iterable, Sequence

from kompas.domain.group import group_key
from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.suggest import GOOD, rank

SHOWN = 3
_NEAR_EQUAL = 0.05
_WEEKS_IN_A_YEAR = 52


def prefer_bridges(suggestions: Iterable[Suggestion], introduced: frozenset[str]) -> list[Suggestion]:
    """Order suggestions by weight, and near-equals by how much of a bridge they are.

    A bridge ties another place, another municipal field, or a group without any introduction yet; `introduced` are the
    keys of the groups that have one.
    """
    return sorted(
        suggestions, key=lambda one: (-round(one.weight / _NEAR_EQUAL), -_count_bridges(one, introduced), rank(one))
    )


def pick_spread(suggestions: Sequence[Suggestion], day: datetime.date, count: int = SHOWN) -> list[Suggestion]:
    """Return the list of this day's week: at most `count` good suggestions, no group twice.

    Week after week the lists go round, so that every group that has a good suggestion appears. A notebook with more
    groups than a year of weekly lists can hold goes round by the day.
    """
    good = [one for one in suggestions if one.weight >= GOOD]
    lists = _deal(good, count)
    if not lists:
        return []
    turn = day.toordinal() if len(lists) > _WEEKS_IN_A_YEAR else (day.toordinal() - 1) // 7
    return _complete(lists[turn % len(lists)], good, count)


def plan_lists(suggestions: Sequence[Suggestion], count: int = SHOWN) -> list[list[Suggestion]]:
    """Divide suggestions over lists of `count`, so that every group stands in a list and none twice in one.

    The strong are dealt out over all lists, so that no week has only weak ones; room that is left goes to the best.
    """
    return [_complete(places, suggestions, count) for places in _deal(suggestions, count)]


def _deal(suggestions: Sequence[Suggestion], count: int) -> list[list[int]]:
    """Divide those suggestions in which every group has its turn over lists, as places in `suggestions`."""
    keys = list(map(_keys, suggestions))
    cover = _cover(keys)
    lists: list[list[int]] = [[] for _ in range(-(-len(cover) // count))]
    told: list[set[str]] = [set() for _ in lists]
    for place in cover:
        fitting = [at for at, held in enumerate(lists) if len(held) < count and told[at].isdisjoint(keys[place])]
        if not fitting:
            fitting = [len(lists)]
            lists.append([])
            told.append(set())
        best = min(fitting, key=lambda at: len(lists[at]))
        lists[best].append(place)
        told[best] |= keys[place]
    return lists


def _cover(keys: Sequence[frozenset[str]]) -> list[int]:
    """Return the places of pairs in which every group has its turn: first those that serve two at once, then others."""
    waiting = frozenset().union(*keys)
    cover: list[int] = []
    for wanted in (2, 1):
        for place, pair in enumerate(keys):
            if len(pair & waiting) >= wanted:
                cover.append(place)
                waiting -= pair
    return cover


def _complete(places: Sequence[int], suggestions: Sequence[Suggestion], count: int) -> list[Suggestion]:
    """Return a list in the order of `suggestions`; room that is left goes to the best that fit."""
    held = list(places)
    told = frozenset().union(*(_keys(suggestions[place]) for place in held))
    for place, one in enumerate(suggestions):
        if len(held) >= count:
            break
        if told.isdisjoint(_keys(one)):
            held.append(place)
            told |= _keys(one)
    return [suggestions[place] for place in sorted(held)]


def _keys(suggestion: Suggestion) -> frozenset[str]:
    return frozenset(map(group_key, suggestion.groups))


def _count_bridges(suggestion: Suggestion, introduced: frozenset[str]) -> int:
    gift, wish = suggestion.reasons[0].giving, suggestion.reasons[0].taking
    is_new = any(group_key(name) not in introduced for name in suggestion.groups)
    return (gift.place != wish.place) + (gift.field != wish.field) + is_new
