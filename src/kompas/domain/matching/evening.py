"""Evenings: who sits with whom, round after round, so that the grounds add up and nobody meets twice.

What comes first: no pair meets twice, pairs that must not meet do not, everybody has a good ground, the grounds add up.
Rounds of pairs start from the heaviest matching, all others from a random seating. Both are then improved by simulated
annealing (Kirkpatrick, Gelatt and Vecchi 1983): two groups change places, at first also when that makes it worse.
The work is counted in steps and chance is seeded, so that the same groups always get the same evening.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from random import Random

from kompas.domain.group import group_key
from kompas.domain.matching.suggest import GOOD, Pair

_LOOKS = 450_000
"""How often one search looks at two groups at one table: half a second of work for sixty groups."""
_STEPS_PER_SEAT = 150
_MOST_TRIES = 12
"""Small evenings are searched more than once; so often at most."""
_MOST_MATCHED = 80
"""Matching takes the cube of the number of groups; larger evenings do without."""
_EXACT = 1 << 20
"""Whole numbers keep the matching exact; so many steps in the weight of the heaviest ground."""

_Plan = list[list[list[int]]]
"""For each round and table, the groups by their place in the alphabet."""
_Grid = list[list[float]]
_Score = tuple[int, int, int, float]


@dataclass(frozen=True, slots=True)
class _Stakes:
    """What a fault costs and a first good ground brings, and how much worse a step may well be, from start to end.

    All in the weight of the heaviest ground. A fault is a pair that meets twice or that must not meet.
    """

    fault: float
    bonus: float
    start: float
    end: float


_SOFT = _Stakes(3.0, 2.0, 0.4, 0.04)
_HARD = _Stakes(1e6, 1e3, 0.04, 0.004)


@dataclass(frozen=True, slots=True)
class Table:
    """One table in one round: its number, from 1, and the groups that share it, by name."""

    number: int
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One round of an evening: its number, from 1, and its tables."""

    number: int
    tables: tuple[Table, ...]


def plan_evening(
    groups: Sequence[str],
    grounds: Mapping[Pair, float],
    rounds: int,
    tables: int,
    apart: frozenset[Pair] = frozenset(),
) -> tuple[Round, ...]:
    """Return the rounds of an evening; `grounds` and `apart` hold pairs of group keys.

    There are fewer tables than asked when someone would sit alone, and fewer rounds when no further round was found
    in which nobody meets twice. Pairs of `apart` share a table only when every round, even a first one, must have that.
    """
    names = sorted(groups, key=group_key)
    tables = min(tables, len(names) // 2)
    if min(tables, rounds) < 1:
        return ()
    evening = _Evening.of([group_key(name) for name in names], grounds, tables, apart)
    plan = _plan_most(evening, min(rounds, _count_possible(len(names), tables)))
    return tuple(
        Round(number, tuple(Table(place, tuple(names[at] for at in seated)) for place, seated in enumerate(seats, 1)))
        for number, seats in enumerate((sorted(map(sorted, seats)) for seats in plan), 1)
    )


@dataclass(frozen=True, slots=True)
class _Evening:
    tables: int
    grounds: _Grid
    good: list[list[bool]]
    apart: list[list[bool]]

    @classmethod
    def of(cls, keys: Sequence[str], grounds: Mapping[Pair, float], tables: int, apart: frozenset[Pair]) -> "_Evening":
        pairs = [[frozenset({one, other}) for other in keys] for one in keys]
        weights = [[0.0 if pair in apart else grounds.get(pair, 0.0) for pair in row] for row in pairs]
        heaviest = max(map(max, weights)) or 1.0
        return cls(
            tables,
            [[weight / heaviest for weight in row] for row in weights],
            [[weight >= GOOD for weight in row] for row in weights],
            [[pair in apart for pair in row] for row in pairs],
        )

    @property
    def size(self) -> int:
        return len(self.grounds)

    def weigh(self, stakes: _Stakes) -> _Grid:
        """Return what it is worth that two groups meet."""
        return [
            [ground - stakes.fault * apart for ground, apart in zip(*rows, strict=True)]
            for rows in zip(self.grounds, self.apart, strict=True)
        ]


class _Seating:
    """A plan while groups change places, with how often each pair meets and how many good grounds each group has."""

    def __init__(self, evening: _Evening, plan: _Plan) -> None:
        self.evening, self.plan = evening, plan
        self.met = [[0] * evening.size for _ in range(evening.size)]
        self.goods = [0] * evening.size
        for pair in (pair for seats in plan for table in seats for pair in combinations(table, 2)):
            self._count(*pair, 1)

    def score(self) -> _Score:
        """Return the repeats and the pairs seated that must stay apart, both below zero, the groups with a good
        ground, and the sum of the grounds."""
        rows = range(self.evening.size)
        met = [pair for pair in combinations(rows, 2) if self.met[pair[0]][pair[1]]]
        return (
            len(met) - sum(map(sum, self.met)) // 2,
            -sum(self.evening.apart[one][other] for one, other in met),
            sum(map(bool, self.goods)),
            sum(self.evening.grounds[one][other] for one, other in met),
        )

    def improve(self, random: Random, steps: int, stakes: _Stakes) -> None:
        """Let two groups change places, `steps` times; the worse that is, and the later, the seldomer it stays."""
        worth, heat = self.evening.weigh(stakes), stakes.start
        cooling = (stakes.end / stakes.start) ** (1 / max(steps, 1))
        for _ in range(steps):
            here, there = self._pick_tables(random)
            seat, other = int(random.random() * len(here)), int(random.random() * len(there))
            if self._gain(here, seat, there, other, worth, stakes) >= heat * math.log(1 - random.random()):
                self._swap(here, seat, there, other)
            heat *= cooling

    def _pick_tables(self, random: Random) -> tuple[list[int], list[int]]:
        seats = self.plan[int(random.random() * len(self.plan))]
        first = int(random.random() * len(seats))
        second = int(random.random() * (len(seats) - 1))
        return seats[first], seats[second + (second >= first)]

    def _gain(self, here: list[int], seat: int, there: list[int], other: int, worth: _Grid, stakes: _Stakes) -> float:
        one, two = here[seat], there[other]
        left, lost_here, won_here = self._look(here, one, two, worth, stakes)
        right, lost_there, won_there = self._look(there, two, one, worth, stakes)
        helped = _turn(self.goods[one], won_there - lost_here) + _turn(self.goods[two], won_here - lost_there)
        return left + right + stakes.bonus * helped

    def _look(
        self, table: list[int], leaver: int, joiner: int, worth: _Grid, stakes: _Stakes
    ) -> tuple[float, int, int]:
        """Return what the others at the table gain, and the good grounds that the leaver loses and the joiner wins."""
        gain, lost, won = 0.0, 0, 0
        met_out, met_in, worth_out, worth_in = self.met[leaver], self.met[joiner], worth[leaver], worth[joiner]
        good_out, good_in = self.evening.good[leaver], self.evening.good[joiner]
        for guest in table:
            if guest == leaver:
                continue
            ends, begins = met_out[guest] == 1, not met_in[guest]
            gain += worth_in[guest] if begins else -stakes.fault
            gain -= worth_out[guest] if ends else -stakes.fault
            ended, begun = ends and good_out[guest], begins and good_in[guest]
            lost += ended
            won += begun
            if ended != begun:
                gain += stakes.bonus * _turn(self.goods[guest], begun - ended)
        return gain, lost, won

    def _swap(self, here: list[int], seat: int, there: list[int], other: int) -> None:
        one, two = here[seat], there[other]
        for table, leaver, joiner in ((here, one, two), (there, two, one)):
            for guest in table:
                if guest != leaver:
                    self._count(leaver, guest, -1)
                    self._count(joiner, guest, 1)
        here[seat], there[other] = two, one

    def _count(self, one: int, other: int, change: int) -> None:
        before = self.met[one][other] > 0
        self.met[one][other] = self.met[other][one] = self.met[one][other] + change
        if self.evening.good[one][other]:
            turned = (self.met[one][other] > 0) - before
            self.goods[one] += turned
            self.goods[other] += turned


def _turn(goods: int, change: int) -> int:
    return (goods + change > 0) - (goods > 0)


def _count_possible(groups: int, tables: int) -> int:
    """Return how many rounds there can be at most before a pair must meet twice."""
    most, least = -(-groups // tables), groups // tables
    # Those who share a large table in round two all come from different tables of round one.
    return 1 if most > tables else (groups - 1) // (least - 1)


def _plan_most(evening: _Evening, most: int) -> _Plan:
    first = _search(evening, 1)
    for wanted in range(most, 1, -1):
        found = _search(evening, wanted)
        repeats, apart, *_ = found.score()
        if not repeats and apart >= first.score()[1] * wanted:
            return found.plan
    return first.plan


def _search(evening: _Evening, rounds: int) -> _Seating:
    random = Random(rounds)  # noqa: S311, nothing is secret: chance only has to be the same each time
    looks = -(-2 * evening.size // evening.tables)
    steps = min(_STEPS_PER_SEAT * evening.size * rounds, _LOOKS // looks) if evening.tables > 1 else 0
    tries = min(_MOST_TRIES, _LOOKS // (steps * looks)) if steps else 1
    found = []
    for start, stakes in islice(_list_starts(evening, rounds, random), tries):
        seating = _Seating(evening, start)
        for stake in stakes:
            seating.improve(random, steps // len(stakes), stake)
        found.append(seating)
    return max(found, key=_Seating.score)


def _list_starts(evening: _Evening, rounds: int, random: Random) -> Iterator[tuple[_Plan, tuple[_Stakes, ...]]]:
    if evening.size // 2 == evening.tables and evening.size <= _MOST_MATCHED:
        yield _match(evening, rounds), (_HARD,)
    while True:
        yield [_shuffle(evening, random) for _ in range(rounds)], (_SOFT, _HARD)


def _shuffle(evening: _Evening, random: Random) -> list[list[int]]:
    order = sorted(range(evening.size), key=lambda _: random.random())
    return [order[table :: evening.tables] for table in range(evening.tables)]


def _match(evening: _Evening, rounds: int) -> _Plan:
    """Return for each round the heaviest pairs that are left; of an odd number, one joins the first pair."""
    import networkx  # type: ignore[import-untyped] # noqa: PLC0415, a third of a second that only pairs need

    worth = evening.weigh(_HARD)
    seating = _Seating(evening, [])
    for _ in range(rounds):
        graph = networkx.Graph()
        for one, other in combinations(range(evening.size), 2):
            if not seating.met[one][other]:
                lacking = evening.good[one][other] * ((not seating.goods[one]) + (not seating.goods[other]))
                graph.add_edge(one, other, weight=round(_EXACT * (worth[one][other] + _HARD.bonus * lacking)))
        pairs = sorted(map(sorted, networkx.max_weight_matching(graph, maxcardinality=True)))
        rest = sorted(set(range(evening.size)).difference(*pairs))
        seats = [*pairs, *(rest[at : at + 2] for at in range(0, len(rest), 2))]
        if len(rest) % 2:
            seats[0] += seats.pop()
        seating = _Seating(evening, [*seating.plan, seats])
    return seating.plan
