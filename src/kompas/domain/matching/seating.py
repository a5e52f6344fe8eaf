"""Seatings: a plan of an evening while groups change places, and what each change is worth."""

import math
from collections.abc import Mapping
from itertools import combinations
from random import Random
from typing import NamedTuple

from kompas.domain.matching.suggest import GOOD, Pair

_COOLING = 0.1

Seats = list[list[int]]
"""For each table, the groups by their place in the alphabet."""


class Stakes(NamedTuple):
    """What a fault costs, a first good ground brings and a step may lose at first; which steps hold for all rounds."""

    fault: float
    bonus: float
    heat: float
    whole: float


LOOSE, FIRM, LAST = Stakes(3.0, 2.0, 0.4, 0.0), Stakes(1e6, 2.0, 0.4, 0.5), Stakes(1e6, 1e3, 0.04, 0.5)


class Evening:
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
        """Return what each pair is worth at a table, where a pair that should stay apart costs `fault`."""
        both = (zip(*rows, strict=True) for rows in zip(self.grounds, self.apart, strict=True))
        return [[ground - fault * apart for ground, apart in row] for row in both]


class Seating:
    """A plan while groups change places, with how often each pair meets and how many good grounds each group has."""

    def __init__(self, evening: Evening, plan: list[Seats]) -> None:
        self.evening, self.plan, self.stakes, self.worth = evening, plan, LAST, evening.weigh(LAST.fault)
        self.met = [[0] * evening.size for _ in range(evening.size)]
        self.goods = [0] * evening.size
        for pair in (pair for seats in plan for table in seats for pair in combinations(table, 2)):
            self._count(*pair, 1)

    def score(self) -> tuple[int, int, int, float]:
        """Return minus the repeats, minus the pairs not kept apart, the groups with a good ground, and the sum."""
        met = [(one, other) for one, other in combinations(range(self.evening.size), 2) if self.met[one][other]]
        apart, grounds = (sum(of[a][b] for a, b in met) for of in (self.evening.apart, self.evening.grounds))
        return len(met) - sum(map(sum, self.met)) // 2, -round(apart), sum(map(bool, self.goods)), grounds

    def improve(self, random: Random, steps: int, stakes: Stakes) -> None:
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
        helped = turn(self.goods[one], won_there - lost_here) + turn(self.goods[two], won_here - lost_there)
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
                gain += self.stakes.bonus * turn(self.goods[guest], begun - ended)
            lost, won = lost + ended, won + begun
        return gain, lost, won

    def _swap(self, one: int, two: int, rounds: list[Seats]) -> None:
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
        turned = turn(self.met[one][other], change) * self.evening.good[one][other]
        self.met[one][other] = self.met[other][one] = self.met[one][other] + change
        self.goods[one] += turned
        self.goods[other] += turned


def turn(count: int, change: int) -> int:
    """Return 1 when a count leaves zero, -1 when it comes back to it, and 0 otherwise."""
    return (count + change > 0) - (count > 0)
