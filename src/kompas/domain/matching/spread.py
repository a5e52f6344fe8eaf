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
    lists = plan_lists([one for one in suggestions if one.weight >= GOOD], count)
    if not lists:
        return []
    turn = day.toordinal() if len(lists) > _WEEKS_IN_A_YEAR else (day.toordinal() - 1) // 7
    return lists[turn % len(lists)]


def plan_lists(suggestions: Sequence[Suggestion], count: int = SHOWN) -> list[list[Suggestion]]:
    """Divide suggestions over lists of `count`, so that every group stands in a list and none twice in one.

    The strong are dealt out over all lists, so that no week has only weak ones; room that is left goes to the best.
    """
    cover = _cover(suggestions)
    lists: list[list[Suggestion]] = [[] for _ in range(-(-len(cover) // count))]
    for one in cover:
        fitting = [held for held in lists if len(held) < count and _fits(one, held)]
        if not fitting:
            fitting = [[]]
            lists += fitting
        min(fitting, key=len).append(one)
    return [sorted([*held, *_fill(held, suggestions, count)], key=suggestions.index) for held in lists]


def _cover(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return suggestions in which every group has its turn: first those that serve two at once, then the others."""
    waiting = {key for one in suggestions for key in _keys(one)}
    cover: list[Suggestion] = []
    for wanted in (2, 1):
        for one in suggestions:
            if len(_keys(one) & waiting) >= wanted:
                cover.append(one)
                waiting -= _keys(one)
    return cover


def _fill(held: Sequence[Suggestion], suggestions: Iterable[Suggestion], count: int) -> list[Suggestion]:
    """Return the best suggestions for the room that is left in a list."""
    added: list[Suggestion] = []
    for one in suggestions:
        if len(held) + len(added) < count and _fits(one, [*held, *added]):
            added.append(one)
    return added


def _fits(suggestion: Suggestion, held: Iterable[Suggestion]) -> bool:
    return all(_keys(suggestion).isdisjoint(_keys(other)) for other in held)


def _keys(suggestion: Suggestion) -> frozenset[str]:
    return frozenset(map(group_key, suggestion.groups))


def _count_bridges(suggestion: Suggestion, introduced: frozenset[str]) -> int:
    gift, wish = suggestion.reasons[0].giving, suggestion.reasons[0].taking
    is_new = any(group_key(name) not in introduced for name in suggestion.groups)
    return (gift.place != wish.place) + (gift.field != wish.field) + is_new
