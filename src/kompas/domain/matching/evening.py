"""Evenings: who sits with whom, round after round, so that the grounds add up and nobody meets twice.

What counts, in this order: no pair meets twice; pairs that should stay apart do; everybody has a good ground; the sum
of the grounds. An evening starts from the heaviest pairs, from rows that move up so that no pair can meet twice, and by
chance. Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) improves each: two groups change places, at first also
when that is worse. Work is counted in steps and chance is seeded, so the same groups always get the same evening.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, combinations, islice
from random import Random
from typing import NamedTuple

from kompas.domain.group import group_key
from kompas.domain.matching.suggest import GOOD, Pair

_LOOKS = 400_000
"""How often one search looks at two groups at a table: less than half a second of work."""
_SMALL, _STEPS_PER_SEAT, _MOST_STARTS = 24, 30, 40
"""Up to `_SMALL` groups, many short searches from chance are best: 301 evenings of 5 to 9 groups were all optimal."""
_MOST_MATCHED = 100
_MOST_SHIFTS, _GIVE_WAY = 1500, 0.1
"""How often to try for a further round of shifts, and how often a failure makes us take back some rounds."""
_NEAR = 16
"""Only so many of each group's heaviest pairs are matched: three times as fast, and the sum is hardly less."""
_COOLING = 0.1
_EXACT = 1 << 20
"""Matching is exact in whole numbers; so many make the heaviest ground."""

_Seats = list[list[int]]
"""For each table, the groups by their place in the alphabet."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table in one round: its number, from 1, and the names of the groups that share it."""

    number: int
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One round of an evening: its number, from 1, and its tables."""

    number: int
    tables: tuple[Table, ...]


class _Stakes(NamedTuple):
    """What a fault costs, a first good ground brings and a step may lose at first; which steps hold for all rounds."""

    fault: float
    bonus: float
    heat: float
    whole: float


_LOOSE, _FIRM, _LAST = _Stakes(3.0, 2.0, 0.4, 0.0), _Stakes(1e6, 2.0, 0.4, 0.5), _Stakes(1e6, 1e3, 0.04, 0.5)


def plan_evening(
    groups: Sequence[str], grounds: Mapping[Pair, float], rounds: int, tables: int, apart: frozenset[Pair] = frozenset()
) -> tuple[Round, ...]:
    """Return the rounds of an evening; `grounds` and `apart` hold pairs of group keys.

    There are fewer tables than asked when someone would sit alone, and fewer rounds when no further round was found
    in which nobody meets twice. Pairs of `apart` share a table only if that cannot be helped even in a single round.
    """
    names = sorted(groups, key=group_key)
    tables = min(tables, len(names) // 2)
    if min(tables, rounds) < 1:
        return ()
    plan = _plan_most(_Evening([group_key(name) for name in names], grounds, tables, apart), rounds)
    return tuple(
        Round(number, tuple(Table(place, tuple(names[at] for at in seated)) for place, seated in enumerate(seats, 1)))
        for number, seats in enumerate((sorted(map(sorted, seats)) for seats in plan), 1)
    )


class _Evening:
    """Who comes, by number, and what their meeting is worth; grounds are counted in heaviest grounds."""

    def __init__(self, keys: list[str], grounds: Mapping[Pair, float], tables: int, apart: frozenset[Pair]) -> None:
        pairs = [[frozenset({one, other}) for other in keys] for one in keys]
        weights = [[0.0 if pair in apart else grounds.get(pair, 0.0) for pair in row] for row in pairs]
        heaviest = max(map(max, weights)) or 1.0
        self.size, self.tables = len(keys), tables
        self.grounds = [[weight / heaviest for weight in row] for row in weights]
        self.good = [[weight >= GOOD for weight in row] for row in weights]
        self.apart = [[pair in apart for pair in row] for row in pairs]

    def weigh(self, fault: float) -> list[list[float]]:
        both = (zip(*rows, strict=True) for rows in zip(self.grounds, self.apart, strict=True))
        return [[ground - fault * apart for ground, apart in row] for row in both]


class _Seating:
    """A plan while groups change places, with how often each pair meets and how many good grounds each group has."""

    def __init__(self, evening: _Evening, plan: list[_Seats]) -> None:
        self.evening, self.plan, self.stakes, self.worth = evening, plan, _LAST, evening.weigh(_LAST.fault)
        self.met = [[0] * evening.size for _ in range(evening.size)]
        self.goods = [0] * evening.size
        for pair in (pair for seats in plan for table in seats for pair in combinations(table, 2)):
            self._count(*pair, 1)

    def score(self) -> tuple[int, int, int, float]:
        """Return minus the repeats, minus the pairs not kept apart, the groups with a good ground, and the sum."""
        met = [(one, other) for one, other in combinations(range(self.evening.size), 2) if self.met[one][other]]
        apart, grounds = (sum(of[a][b] for a, b in met) for of in (self.evening.apart, self.evening.grounds))
        return len(met) - sum(map(sum, self.met)) // 2, -round(apart), sum(map(bool, self.goods)), grounds

    def improve(self, random: Random, steps: int, stakes: _Stakes) -> None:
        """Let two groups change places, `steps` times; the worse that is and the later, the seldomer it stays."""
        self.stakes, self.worth, heat = stakes, self.evening.weigh(stakes.fault), stakes.heat
        for _ in range(steps):
            rounds = [random.choice(self.plan)]
            here, there = random.sample(rounds[0], 2)
            one, two = random.choice(here), random.choice(there)
            if random.random() < stakes.whole:
                rounds, here, there = self.plan, self._list_met(one, two), self._list_met(two, one)
            if self._gain(one, two, here, there) >= heat * math.log(1 - random.random()):
                self._swap(one, two, rounds)
            heat *= _COOLING ** (1 / steps)

    def _list_met(self, one: int, but_not: int) -> list[int]:
        rows = zip(self.met[one], self.met[but_not], strict=True)
        return [at for at, (met, other) in enumerate(rows) if met and not other and at != but_not]

    def _gain(self, one: int, two: int, here: list[int], there: list[int]) -> float:
        left, lost_here, won_here = self._look(here, one, two)
        right, lost_there, won_there = self._look(there, two, one)
        helped = _turn(self.goods[one], won_there - lost_here) + _turn(self.goods[two], won_here - lost_there)
        return left + right + self.stakes.bonus * helped

    def _look(self, table: list[int], leaver: int, joiner: int) -> tuple[float, int, int]:
        """Return what is gained at the table, and how many good grounds the leaver loses and the joiner wins."""
        gain, lost, won, fault = 0.0, 0, 0, self.stakes.fault
        met_out, worth_out, good_out = self.met[leaver], self.worth[leaver], self.evening.good[leaver]
        met_in, worth_in, good_in = self.met[joiner], self.worth[joiner], self.evening.good[joiner]
        for guest in table:
            if guest == leaver:
                continue
            ends, begins = met_out[guest] == 1, not met_in[guest]
            gain += (worth_in[guest] if begins else -fault) - (worth_out[guest] if ends else -fault)
            ended, begun = ends and good_out[guest], begins and good_in[guest]
            if ended != begun:
                gain += self.stakes.bonus * _turn(self.goods[guest], begun - ended)
            lost, won = lost + ended, won + begun
        return gain, lost, won

    def _swap(self, one: int, two: int, rounds: list[_Seats]) -> None:
        for seats in rounds:
            here, there = (next(table for table in seats if group in table) for group in (one, two))
            if here is not there:
                self._replace(here, one, two)
                self._replace(there, two, one)

    def _replace(self, table: list[int], leaver: int, joiner: int) -> None:
        table.remove(leaver)
        for guest in table:
            self._count(leaver, guest, -1)
            self._count(joiner, guest, 1)
        table.append(joiner)

    def _count(self, one: int, other: int, change: int) -> None:
        turned = _turn(self.met[one][other], change) * self.evening.good[one][other]
        self.met[one][other] = self.met[other][one] = self.met[one][other] + change
        self.goods[one] += turned
        self.goods[other] += turned


def _turn(count: int, change: int) -> int:
    return (count + change > 0) - (count > 0)


def _plan_most(evening: _Evening, rounds: int) -> list[_Seats]:
    most, least = -(-evening.size // evening.tables), evening.size // evening.tables
    # Those who share a table in the second round all come from different tables of the first.
    possible = 1 if most > evening.tables else (evening.size - 1) // (least - 1)
    allowed = max(seating.score()[1] for seating in _search(evening, 1)) if any(map(any, evening.apart)) else 0
    for wanted in range(min(rounds, possible), 1, -1):
        best = max(_search(evening, wanted), key=_Seating.score, default=None)
        if best and not best.score()[0] and best.score()[1] >= allowed * wanted:
            return best.plan
    return max(_search(evening, 1), key=_Seating.score).plan


def _search(evening: _Evening, rounds: int) -> list[_Seating]:
    random = Random(rounds)  # noqa: S311, nothing is secret here: chance must be the same each time
    looks = -(-2 * evening.size // evening.tables)
    steps = _LOOKS // looks
    if evening.size <= _SMALL:
        steps = min(_STEPS_PER_SEAT * evening.size * rounds, steps)
    found = []
    for start, stages in islice(_list_starts(evening, rounds, random), max(1, _LOOKS // (2 * steps * looks))):
        seating = _Seating(evening, start)
        for stakes in stages:
            seating.improve(random, steps // 2 * (evening.tables > 1), stakes)
        found.append(seating)
    return found


def _list_starts(evening: _Evening, rounds: int, random: Random) -> Iterator[tuple[list[_Seats], tuple[_Stakes, ...]]]:
    if evening.size // 2 == evening.tables and evening.size <= _MOST_MATCHED:
        yield _match(evening, rounds), (_LAST,)
    if evening.size == 2 * evening.tables:
        yield [_turn_ring(evening.size, number) for number in range(rounds)], (_FIRM, _LAST)
    elif len(shifts := _list_shifts(evening, rounds, random)) == rounds:
        yield [_shift(evening, shift) for shift in shifts], (_FIRM, _LAST)
    for _ in range(_MOST_STARTS * (evening.size <= _SMALL)):
        orders = [random.sample(range(evening.size), evening.size) for _ in range(rounds)]
        yield [[order[at :: evening.tables] for at in range(evening.tables)] for order in orders], (_LOOSE, _LAST)


def _turn_ring(size: int, number: int) -> _Seats:
    """Return the pairs of one round in which all but the last sit in a ring and face each other across it."""
    ring = size - 1
    return [[ring, number], *([(number + at) % ring, (number - at) % ring] for at in range(1, size // 2))]


def _shift(evening: _Evening, shift: list[int]) -> _Seats:
    moved = [(at % evening.tables + shift[at // evening.tables]) % evening.tables for at in range(evening.size)]
    return [[at for at, place in enumerate(moved) if place == table] for table in range(evening.tables)]


def _list_shifts(evening: _Evening, rounds: int, random: Random) -> list[list[int]]:
    """Return for each round how far each row of groups moves up; between two rounds no two rows move alike."""
    found = [[0] * -(-evening.size // evening.tables)]
    for _ in range(_MOST_SHIFTS):
        if len(found) < rounds and (shift := _find_shift(found, evening.tables, random)):
            found.append(shift)
        elif len(found) < rounds and random.random() < _GIVE_WAY:
            del found[1 + int(random.random() * len(found)) :]
    return found


def _find_shift(found: list[list[int]], tables: int, random: Random) -> list[int]:
    shift: list[int] = []
    for row in range(len(found[0])):
        taken = {(one[row] + ours - theirs) % tables for one in found for ours, theirs in zip(shift, one, strict=False)}
        if not (free := sorted(set(range(tables)) - taken)):
            return []
        shift.append(random.choice(free))
    return shift


def _match(evening: _Evening, rounds: int) -> list[_Seats]:
    """Return for each round the heaviest pairs that are left; of an odd number, one joins the first pair."""
    import networkx  # type: ignore[import-untyped] # noqa: PLC0415, a third of a second that only pairs need

    seating = _Seating(evening, [])
    for _ in range(rounds):
        graph = networkx.Graph()
        graph.add_weighted_edges_from(_list_near(seating))
        pairs = sorted(map(sorted, networkx.max_weight_matching(graph, maxcardinality=True)))
        order = [*chain(*pairs), *sorted(set(range(evening.size)).difference(*pairs))]
        seats = [order[at : at + 2] for at in range(0, evening.size - 1, 2)]
        seats[0] += order[2 * evening.tables :]
        seating = _Seating(evening, [*seating.plan, seats])
    return seating.plan


def _list_near(seating: _Seating) -> list[tuple[int, int, int]]:
    near: set[tuple[int, int, int]] = set()
    for one, met in enumerate(seating.met):
        left = [_weigh_pair(seating, one, other) for other in range(len(met)) if other != one and not met[other]]
        near.update(nlargest(_NEAR, left, key=lambda pair: (pair[2], pair[0] - pair[1])))
    return sorted(near)


def _weigh_pair(seating: _Seating, one: int, other: int) -> tuple[int, int, int]:
    lacking = seating.evening.good[one][other] * ((not seating.goods[one]) + (not seating.goods[other]))
    weight = seating.worth[one][other] + _LAST.bonus * lacking
    return min(one, other), max(one, other), round(_EXACT * weight)
