"""What became of earlier suggestions, and which pairs are therefore not suggested now."""

import datetime
from collections.abc import Iterable

from kompas.domain.answer import Answer
from kompas.domain.group import group_key
from kompas.domain.kept import Filed, Outcome

Pair = frozenset[str]
_REST = datetime.timedelta(days=14)
"""So long a pair that was asked is left in peace."""


def list_silenced(introductions: Iterable[Outcome], living: Iterable[Filed], today: datetime.date) -> frozenset[Pair]:
    """Return the pairs of group keys that are not to be suggested today; of each pair the latest answer counts.

    Yes and on-their-own hold for good; asked for two weeks; no until all notes that were there on its day have faded.
    """
    latest = _list_latest(introductions)
    oldest: dict[str, datetime.date] = {}
    for filed in living:
        key = group_key(filed.note.group)
        oldest[key] = min(oldest.get(key, filed.note.date), filed.note.date)
    return frozenset(pair for pair, one in latest.items() if _is_silent(one, pair, oldest, today))


def list_unanswered(introductions: Iterable[Outcome], today: datetime.date) -> list[Outcome]:
    """Return the pairs that were asked two weeks ago or longer and said nothing since, the longest ago first."""
    latest = _list_latest(introductions).values()
    waiting = (one for one in latest if one.answer is Answer.ASKED and one.date + _REST <= today)
    return sorted(waiting, key=lambda one: (one.date, one.between))


def list_introduced(introductions: Iterable[Outcome]) -> frozenset[str]:
    """Return the keys of the groups that have any introduction."""
    return frozenset(key for one in introductions for key in pair_of(one))


def pair_of(introduction: Outcome) -> Pair:
    """Return the keys of the two groups."""
    return frozenset(map(group_key, introduction.between))


def _list_latest(introductions: Iterable[Outcome]) -> dict[Pair, Outcome]:
    """Return the last introduction of each pair; on one day an answer comes after the asking."""
    ordered = sorted(introductions, key=lambda one: (one.date, one.answer))
    return {pair_of(one): one for one in ordered}


def _is_silent(one: Outcome, pair: Pair, oldest: dict[str, datetime.date], today: datetime.date) -> bool:
    if one.answer is Answer.ASKED:
        return today < one.date + _REST
    if one.answer is Answer.NO:
        return any(oldest.get(key, datetime.date.max) <= one.date for key in pair)
    return True
