"""The practice: whose notes are looked at, in which periods, and that no colleague is shown alone."""

import datetime

import pytest

from kompas.domain.mirror.practice import Window, build_practice, list_periods, shows_colleague
from kompas.domain.mirror.step import Step
from kompas.domain.mirror.visits import reflect_visits
from mirrored import hold_up, write_notes
from written import TODAY

DAY = datetime.date
MONTHS = Window(None, TODAY, Step.MONTH, mine=False)


@pytest.mark.parametrize(
    ("step", "starts"),
    [
        (Step.MONTH, [DAY(2025, 11, 1), DAY(2025, 12, 1), DAY(2026, 1, 1), DAY(2026, 2, 1)]),
        (Step.QUARTER, [DAY(2025, 10, 1), DAY(2026, 1, 1)]),
    ],
)
def test_periods_are_whole_months_or_quarters(step: Step, starts: list[datetime.date]) -> None:
    """A period begins on the first of a month, or of January, April, July and October, over the turn of a year too."""
    assert list(list_periods(DAY(2025, 11, 30), DAY(2026, 2, 1), step)) == starts


def test_mine_is_only_what_i_wrote() -> None:
    """With --mine notes of others and unsigned ones are not looked at; capitals in a handle are no matter."""
    notes = [*write_notes("2026-11-02", author="Fatma"), *write_notes("2026-11-03", author="joris")]
    notes += write_notes("2026-11-04")
    practice = build_practice(notes, [], Window(None, TODAY, Step.MONTH, mine=True), "fatma")
    assert [filed.note.author for filed in practice.notes] == ["Fatma"]
    assert not build_practice(notes, [], Window(None, TODAY, Step.MONTH, mine=True), None).notes


def test_since_begins_on_its_day() -> None:
    """A note of the day itself is looked at, and one of the day before is not."""
    note = """
    date = 2026-11-10
    group = "Koor"
    """
    assert len(hold_up(note, since=DAY(2026, 11, 10)).notes) == 1
    assert hold_up(note, since=DAY(2026, 11, 11)).notes == ()


@pytest.mark.parametrize(
    ("writers", "looks", "is_shown"),
    [
        (["fatma"], "fatma", False),
        (["fatma", None], "fatma", False),
        ([None], None, False),
        (["joris"], "fatma", True),
        (["joris"], None, True),
        (["fatma", "joris"], "fatma", True),
        (["fatma", "joris", "anil"], "fatma", False),
        (["joris", "anil"], "fatma", False),
        (["joris", "Joris"], "fatma", True),
    ],
)
def test_figures_of_one_colleague_are_known_as_such(
    writers: list[str | None], looks: str | None, is_shown: bool
) -> None:
    """From the figures of two, one can take off one's own: beside me there must be nobody else, or two."""
    notes = [filed for writer in writers for filed in write_notes("2026-11-02", author=writer)]
    assert shows_colleague(build_practice(notes, [], MONTHS, looks), looks) is is_shown


def test_a_period_of_one_colleague_is_left_open() -> None:
    """In October Joris and Anil wrote, in November Joris alone: the time line keeps silent about November."""
    notes = write_notes("2026-10-02", "2026-10-03", "2026-11-02", author="joris")
    notes += write_notes("2026-10-02", author="anil")
    assert [point.value for point in reflect_visits(build_practice(notes, [], MONTHS, "fatma")).line] == [3, None]
    assert [point.value for point in reflect_visits(build_practice(notes, [], MONTHS, "anil")).line] == [None, None]
