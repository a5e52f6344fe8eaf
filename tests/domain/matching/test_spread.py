"""Spread: a short list every week, in which every group has its turn."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

import pytest

from kompas.domain.group import group_key
from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.spread import SHOWN, pick_spread, plan_lists, prefer_bridges
from kompas.domain.matching.suggest import GOOD, rank
from matched import make_suggestion

MONDAY = datetime.date(2026, 11, 23)
NOBODY: frozenset[str] = frozenset()


def _draw(count: int, seed: int, partners: int = 4) -> list[Suggestion]:
    """Return suggestions in which each of `count` groups has some partners; a few groups are in very many."""
    random = Random(seed)  # noqa: S311, an example that is the same each time
    names = [f"groep {number:03}" for number in range(count)]
    popular = names[: count // 20 + 1]
    pairs = {
        tuple(sorted((name, random.choice(popular if random.random() < 0.3 else names))))
        for name in names
        for _ in range(partners)
    }
    pairs |= {tuple(sorted(pair)) for pair in pairwise(names)}
    drawn = [make_suggestion(one, other, random.uniform(GOOD, 1)) for one, other in sorted(pairs) if one != other]
    return sorted(drawn, key=rank)


def _list_groups(suggestions: Iterable[Suggestion]) -> list[str]:
    return [group_key(name) for one in suggestions for name in one.groups]


def _show(suggestions: Sequence[Suggestion], days: Iterable[int]) -> set[str]:
    """Return the groups that appear in the lists of so many days after Monday."""
    return {
        name for day in days for name in _list_groups(pick_spread(suggestions, MONDAY + datetime.timedelta(days=day)))
    }


@pytest.mark.parametrize("count", [2, 5, 60, 200])
def test_no_group_twice(count: int) -> None:
    """A list has three suggestions at most, no group twice, and is the same when it is asked for again."""
    suggestions = _draw(count, seed=count)
    for day in range(0, 60, 5):
        today = MONDAY + datetime.timedelta(days=day)
        shown = pick_spread(suggestions, today)
        assert 1 <= len(shown) <= SHOWN
        assert len(set(_list_groups(shown))) == 2 * len(shown)
        assert pick_spread(suggestions, today) == shown


def test_all_500_groups_in_a_year() -> None:
    """Over the lists of 365 days every one of 500 groups with a good suggestion appears."""
    suggestions = _draw(500, seed=1)
    lists = plan_lists(suggestions)
    assert len(lists) <= 365
    assert {name for one in lists for name in _list_groups(one)} == set(_list_groups(suggestions))
    # The lists of a year are those of the plan, in turn: asking for each again would plan 365 times.
    shown = [pick_spread(suggestions, MONDAY + datetime.timedelta(days=day)) for day in range(3)]
    first = lists.index(shown[0])
    assert shown == [lists[(first + day) % len(lists)] for day in range(3)]


def test_all_60_groups_in_52_weeks() -> None:
    """Who asks once a week has seen every one of 60 groups after 52 weeks."""
    suggestions = _draw(60, seed=2, partners=2)
    assert _show(suggestions, range(0, 7 * 52, 7)) == set(_list_groups(suggestions))


@pytest.mark.xfail(strict=True, reason="lists that go round by the day in a multiple of seven are met on one weekday")
def test_all_groups_for_who_asks_on_mondays() -> None:
    """With more lists than weeks, who asks every Monday sees other groups each time."""
    alone = [make_suggestion(f"gast {number:03}", f"heer {number:03}", 0.5) for number in range(63 * SHOWN)]
    assert len(plan_lists(alone)) == 63
    assert len(_show(alone, range(0, 7 * 52, 7))) >= 52 * SHOWN


def test_one_list_a_week() -> None:
    """From Monday to Sunday the list is the same, and the next Monday it is another."""
    suggestions = _draw(30, seed=3)
    assert 1 < len(plan_lists(suggestions)) <= 52
    week = [pick_spread(suggestions, MONDAY + datetime.timedelta(days=day)) for day in range(8)]
    assert all(one == week[0] for one in week[:7])
    assert week[7] != week[0]


def test_a_year_ends_without_a_gap() -> None:
    """The lists go on in their order over the end of the year, also when that has 53 weeks."""
    suggestions = _draw(30, seed=3)
    lists = plan_lists(suggestions)
    weeks = [datetime.date(2026, 12, 14) + datetime.timedelta(weeks=week) for week in range(5)]
    places = [lists.index(pick_spread(suggestions, week)) for week in weeks]
    assert all((one + 1) % len(lists) == other for one, other in pairwise(places))


def test_only_good_ones_are_shown() -> None:
    """A suggestion below the threshold is not shown, and nothing is shown when all are."""
    light = make_suggestion("Koor", "Band", GOOD - 0.001)
    good = make_suggestion("Kookclub", "Moestuin", GOOD)
    assert pick_spread([good, light], MONDAY) == [good]
    assert pick_spread([light], MONDAY) == pick_spread([], MONDAY) == []


def test_plan_starts_with_the_best_and_holds_everybody() -> None:
    """The best suggestion stands in the first list, every group in some list, and who waits goes before who had one."""
    suggestions = _draw(40, seed=4)
    lists = plan_lists(suggestions)
    assert lists[0][0] == suggestions[0]
    seen: set[str] = set()
    for one in lists:
        assert set(_list_groups(one)) - seen
        seen |= set(_list_groups(one))
    assert seen == set(_list_groups(suggestions))


def test_a_list_is_filled() -> None:
    """Room that is left in a list goes to the best that fit, although their groups have a turn elsewhere."""
    pairs = [make_suggestion(f"gast {number}", f"heer {number}", 0.9 - number / 10) for number in range(4)]
    lists = plan_lists(pairs)
    assert [len(one) for one in lists] == [SHOWN, SHOWN]
    assert all(pairs[0] in one for one in lists)


@pytest.mark.parametrize(
    "bridge",
    [
        make_suggestion("Zang", "Zwem", 0.5, places=("Zuiderbad", "Noorderbad"), fields=("sport", "sport")),
        make_suggestion("Zang", "Zwem", 0.5, places=("Bad", "Bad"), fields=("sport", "culture")),
    ],
    ids=["place", "field"],
)
def test_a_bridge_goes_before_a_near_equal(bridge: Suggestion) -> None:
    """Of near-equals the one with another place or another municipal field comes first."""
    home = make_suggestion("Aap", "Noot", 0.51, places=("Bad", "Bad"), fields=("sport", "sport"))
    assert prefer_bridges([home, bridge], NOBODY) == [bridge, home]


def test_who_never_met_anybody_goes_first() -> None:
    """Of near-equals the one with a group without any introduction comes first."""
    known, new = make_suggestion("Aap", "Noot", 0.51), make_suggestion("Zang", "Zwem", 0.5)
    assert prefer_bridges([known, new], frozenset({"aap", "noot", "zwem"})) == [new, known]
    assert prefer_bridges([known, new], frozenset({"aap", "noot", "zwem", "zang"})) == [known, new]


def test_a_bridge_does_not_beat_what_is_better() -> None:
    """What is clearly better comes first, bridge or not."""
    better = make_suggestion("Aap", "Noot", 0.6, places=("Bad", "Bad"))
    bridge = make_suggestion("Zang", "Zwem", 0.5, places=("Zuiderbad", "Noorderbad"))
    assert prefer_bridges([bridge, better], NOBODY) == [better, bridge]
