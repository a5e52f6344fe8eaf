"""Evenings: who sits with whom, round after round, so that the grounds add up and nobody meets twice.

What counts, in this order: no pair meets twice; pairs that should stay apart do; everybody has a good ground; the sum
of the grounds. An evening starts from the heaviest pairs, from rows that move up so that no pair can meet twice, and by
chance. Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) improves each: two groups change places, at first also
when that is worse. Work is counted in steps and chance is seeded, so the same groups always get the same evening.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, islice
from random import Random

from kompas.domain.group import group_key
from kompas.domain.matching.seating import FIRM, LAST, LOOSE, Evening, Seating, Seats, Stakes
from kompas.domain.matching.suggest import Pair

_LOOKS = 400_000
"""How often one search looks at two groups at a table: less than half a second of work."""
_SMALL, _STEPS_PER_SEAT, _MOST_STARTS = 24, 30, 40
"""Up to `_SMALL` groups, many short searches from chance are best: 301 evenings of 5 to 9 groups were all optimal."""
_MOST_MATCHED = 100
_MOST_SHIFTS, _GIVE_WAY = 1500, 0.1
"""How often to try for a further round of shifts, and how often a failure makes us take back some rounds."""
_NEAR = 16
"""Only so many of each group's heaviest pairs are matched: three times as fast, and the sum is hardly less."""
_EXACT = 1 << 20
"""Matching is exact in whole numbers; so many make the heaviest ground."""


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
    plan = _plan_most(Evening([group_key(name) for name in names], grounds, tables, apart), rounds)
    return tuple(
        Round(number, tuple(Table(place, tuple(names[at] for at in seated)) for place, seated in enumerate(seats, 1)))
        for number, seats in enumerate((sorted(map(sorted, seats)) for seats in plan), 1)
    )


def _plan_most(evening: Evening, rounds: int) -> list[Seats]:
    most, least = -(-evening.size // evening.tables), evening.size // evening.tables
    # Those who share a table in the second round all come from different tables of the first.
    possible = 1 if most > evening.tables else (evening.size - 1) // (least - 1)
    allowed = max(seating.score()[1] for seating in _search(evening, 1)) if any(map(any, evening.apart)) else 0
    for wanted in range(min(rounds, possible), 1, -1):
        best = max(_search(evening, wanted), key=Seating.score, default=None)
        if best and not best.score()[0] and best.score()[1] >= allowed * wanted:
            return best.plan
    return max(_search(evening, 1), key=Seating.score).plan


def _search(evening: Evening, rounds: int) -> list[Seating]:
    random = Random(rounds)  # noqa: S311, nothing is secret here: chance must be the same each time
    looks = -(-2 * evening.size // evening.tables)
    steps = _LOOKS // looks
    if evening.size <= _SMALL:
        steps = min(_STEPS_PER_SEAT * evening.size * rounds, steps)
    found = []
    for start, stages in islice(_list_starts(evening, rounds, random), max(1, _LOOKS // (2 * steps * looks))):
        seating = Seating(evening, start)
        for stakes in stages:
            seating.improve(random, steps // 2 * (evening.tables > 1), stakes)
        found.append(seating)
    return found


def _list_starts(evening: Evening, rounds: int, random: Random) -> Iterator[tuple[list[Seats], tuple[Stakes, ...]]]:
    if evening.size // 2 == evening.tables and evening.size <= _MOST_MATCHED:
        yield _match(evening, rounds), (LAST,)
    if evening.size == 2 * evening.tables:
        yield [_turn_ring(evening.size, number) for number in range(rounds)], (FIRM, LAST)
    elif len(shifts := _list_shifts(evening, rounds, random)) == rounds:
        yield [_shift(evening, shift) for shift in shifts], (FIRM, LAST)
    for _ in range(_MOST_STARTS * (evening.size <= _SMALL)):
        orders = [random.sample(range(evening.size), evening.size) for _ in range(rounds)]
        yield [[order[at :: evening.tables] for at in range(evening.tables)] for order in orders], (LOOSE, LAST)


def _turn_ring(size: int, number: int) -> Seats:
    """Return the pairs of one round in which all but the last sit in a ring and face each other across it."""
    ring = size - 1
    return [[ring, number], *([(number + at) % ring, (number - at) % ring] for at in range(1, size // 2))]


def _shift(evening: Evening, shift: list[int]) -> Seats:
    tables = evening.tables
    moved = [_move(at % tables, shift[at // tables], 0, tables) for at in range(evening.size)]
    return [[at for at, place in enumerate(moved) if place == table] for table in range(tables)]


def _move(place: int, on: int, back: int, tables: int) -> int:
    # Adding without carrying: 4, 8 or 16 tables then have as many rounds as tables.
    return place ^ on ^ back if tables & (tables - 1) == 0 else (place + on - back) % tables


def _list_shifts(evening: Evening, rounds: int, random: Random) -> list[list[int]]:
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
        moves = ((one[row], *pair) for one in found for pair in zip(shift, one, strict=False))
        taken = {_move(*move, tables) for move in moves}
        if not (free := sorted(set(range(tables)) - taken)):
            return []
        shift.append(random.choice(free))
    return shift


def _match(evening: Evening, rounds: int) -> list[Seats]:
    """Return for each round the heaviest pairs that are left; of an odd number, one joins the first pair."""
    import networkx  # type: ignore[import-untyped] # noqa: PLC0415, a third of a second that only pairs need

    seating = Seating(evening, [])
    for _ in range(rounds):
        graph = networkx.Graph()
        graph.add_weighted_edges_from(_list_near(seating))
        pairs = sorted(map(sorted, networkx.max_weight_matching(graph, maxcardinality=True)))
        order = [*chain(*pairs), *sorted(set(range(evening.size)).difference(*pairs))]
        seats = [order[at : at + 2] for at in range(0, evening.size - 1, 2)]
        seats[0] += order[2 * evening.tables :]
        seating = Seating(evening, [*seating.plan, seats])
    return seating.plan


def _list_near(seating: Seating) -> list[tuple[int, int, int]]:
    near: set[tuple[int, int, int]] = set()
    for one, met in enumerate(seating.met):
        left = [_weigh_pair(seating, one, other) for other in range(len(met)) if other != one and not met[other]]
        near.update(nlargest(_NEAR, left, key=lambda pair: (pair[2], pair[0] - pair[1])))
    return sorted(near)


def _weigh_pair(seating: Seating, one: int, other: int) -> tuple[int, int, int]:
    lacking = seating.evening.good[one][other] * ((not seating.goods[one]) + (not seating.goods[other]))
    weight = seating.worth[one][other] + LAST.bonus * lacking
    return min(one, other), max(one, other), round(_EXACT * weight)
