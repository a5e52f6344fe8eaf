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
    """Divide suggestions over lists of `count`, the best first, until every group stands in a list; none stands twice.

    A list that is not full when all groups have had their turn is filled with the best that fit.
    """
    waiting = {group_key(name) for one in suggestions for name in one.groups}
    lists: list[list[Suggestion]] = []
    while waiting:
        picked: list[Suggestion] = []
        for wanted in (2, 1, 0):
            _fill(picked, suggestions, waiting, wanted, count)
        waiting -= {group_key(name) for one in picked for name in one.groups}
        lists.append(picked)
    return lists


def _fill(
    picked: list[Suggestion], suggestions: Iterable[Suggestion], waiting: set[str], wanted: int, count: int
) -> None:
    """Add suggestions in which at least `wanted` groups wait for their turn, until there are `count`."""
    seen = {group_key(name) for one in picked for name in one.groups}
    for one in suggestions:
        if len(picked) == count:
            return
        keys = {group_key(name) for name in one.groups}
        if not keys & seen and len(keys & waiting) >= wanted:
            picked.append(one)
            seen |= keys


def _count_bridges(suggestion: Suggestion, introduced: frozenset[str]) -> int:
    gift, wish = suggestion.reasons[0].giving, suggestion.reasons[0].taking
    is_new = any(group_key(name) not in introduced for name in suggestion.groups)
    return (gift.place != wish.place) + (gift.field != wish.field) + is_new
