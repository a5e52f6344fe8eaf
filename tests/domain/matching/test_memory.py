"""Memory: what became of a suggestion decides whether it is made again."""

import datetime

import pytest

from kompas.domain.answer import Answer
from kompas.domain.introduction import Introduction
from kompas.domain.living import list_living
from kompas.domain.matching.memory import list_introduced, list_silenced, pair_of
from written import parse_all

ASKED_ON = datetime.date(2026, 6, 1)
PAIR = frozenset({"koor", "kookclub"})
NOTES = parse_all(
    'date = 2026-03-01\ngroup = "Koor"\noffers = ["een piano"]\n',
    'date = 2026-05-01\ngroup = "Kookclub"\nasks = ["een piano"]\n',
    'date = 2026-07-01\ngroup = "KOOR"\noffers = ["een zaal"]\n',
    'date = 2026-11-01\ngroup = "Kookclub"\nasks = ["een zaal"]\n',
)


def _say(answer: str, date: datetime.date = ASKED_ON, between: tuple[str, str] = ("Koor", "Kookclub")) -> Introduction:
    return Introduction(date=date, between=between, answer=Answer(answer))


def _is_silenced(*introductions: Introduction, on: datetime.date) -> bool:
    silenced = list_silenced(introductions, list_living(NOTES, on, 365), on)
    assert silenced <= {PAIR}
    return bool(silenced)


@pytest.mark.parametrize(
    ("days", "silenced"), [(0, True), (1, True), (13, True), (14, False), (15, False), (400, False)]
)
def test_asked_rests_two_weeks(days: int, silenced: bool) -> None:
    """A pair that was asked is left in peace for two weeks, to the day."""
    assert _is_silenced(_say("asked"), on=ASKED_ON + datetime.timedelta(days=days)) is silenced


@pytest.mark.parametrize("answer", ["yes", "on-their-own"])
def test_yes_holds_for_good(answer: str) -> None:
    """Groups that said yes or go on by themselves are never suggested again, also when all notes have faded."""
    for day in (ASKED_ON, datetime.date(2027, 6, 1), datetime.date(2050, 1, 1)):
        assert _is_silenced(_say(answer), on=day)


@pytest.mark.parametrize(
    ("day", "silenced"),
    [
        (ASKED_ON, True),
        (datetime.date(2027, 3, 1), True),
        # The note of 1 March has faded, that of 1 May has not.
        (datetime.date(2027, 3, 2), True),
        (datetime.date(2027, 5, 1), True),
        # Both have faded; the notes of July and November came after the no.
        (datetime.date(2027, 5, 2), False),
    ],
)
def test_no_holds_until_the_notes_have_faded(day: datetime.date, silenced: bool) -> None:
    """A no silences the pair until every note that was there on its day has faded; later notes do not count."""
    assert _is_silenced(_say("no"), on=day) is silenced


def test_the_latest_answer_counts() -> None:
    """Of several answers the latest counts, in whatever order they are read."""
    later = ASKED_ON + datetime.timedelta(days=30)
    on = later + datetime.timedelta(days=20)
    for first, second, silenced in (("no", "asked", False), ("yes", "asked", False), ("asked", "no", True)):
        answers = (_say(first), _say(second, later))
        assert _is_silenced(*answers, on=on) is _is_silenced(*reversed(answers), on=on) is silenced


def test_a_pair_is_known_in_either_order_and_spelling() -> None:
    """A-B is B-A, in any capitals."""
    assert _is_silenced(_say("yes", between=("KOOKCLUB", "koor")), on=ASKED_ON)
    assert not _is_silenced(
        _say("yes", between=("KOOKCLUB", "koor")),
        _say("asked", ASKED_ON + datetime.timedelta(days=1), ("Koor", "Kookclub")),
        on=ASKED_ON + datetime.timedelta(days=20),
    )
    assert pair_of(_say("yes", between=("KOOKCLUB", "koor"))) == pair_of(_say("no")) == PAIR


def test_introduced_is_whoever_was_asked() -> None:
    """A group has an introduction whatever the answer was; without introductions nobody has, and nobody is silenced."""
    assert list_introduced([_say("no"), _say("asked", between=("Band", "koor"))]) == {"koor", "kookclub", "band"}
    assert list_introduced([]) == list_silenced([], NOTES, ASKED_ON) == frozenset()
