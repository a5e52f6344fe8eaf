"""What has faded is listed to be let go of; a refusal is never let go of by accident."""

import datetime

import pytest

from kompas.domain.fading import Fading, list_confirmable, list_fading
from written import TODAY, parse, parse_all

NOTE = 'date = {day}\ngroup = "{group}"\n'


def write(day: str, group: str = "Koor", more: str = "") -> str:
    """Return the text of a note of a day."""
    return NOTE.format(day=day, group=group) + more


@pytest.mark.parametrize(
    ("day", "faded"),
    [("2025-11-22", True), ("2025-11-23", False), ("2025-12-06", False), ("2025-12-07", None)],
)
def test_two_weeks_ahead_are_shown(day: str, faded: bool | None) -> None:
    """A note of 366 days ago has faded; one that fades in 14 days is shown, and one of a day later is not."""
    found = list_fading([parse(write(day))], TODAY, 365)
    assert [one.is_faded for one in found] == ([] if faded is None else [faded])


def test_a_confirmed_note_is_not_shown() -> None:
    """What was still true last month stays."""
    assert list_fading([parse(write("2024-01-01", more="confirmed = 2026-10-01\n"))], TODAY, 365) == []


def test_a_group_is_one_line_whatever_its_spelling() -> None:
    """The notes of a group come together under its newest name, faded ones first."""
    notes = parse_all(
        write("2025-10-01", "KOOR"), write("2025-11-01", "Koor"), write("2025-12-01"), write("2025-01-01", "Band")
    )
    assert list_fading(notes, TODAY, 365) == [
        Fading("Band", ("2026-11/d.toml",), datetime.date(2026, 1, 2), is_faded=True),
        Fading("Koor", ("2026-11/a.toml", "2026-11/b.toml"), datetime.date(2026, 11, 2), is_faded=True),
        Fading("Koor", ("2026-11/c.toml",), datetime.date(2026, 12, 2), is_faded=False),
    ]


@pytest.mark.parametrize(("other", "goes"), [("2026-11-01", False), ("2025-12-01", False), ("2025-09-01", True)])
def test_a_no_stays_as_long_as_the_group_is_in_a_list(other: str, goes: bool) -> None:
    """A note with a no to being introduced is removed with the last of its group, never before."""
    no = write("2025-10-01", more="[agreement]\nintroduce = false\n")
    gone = [path for one in list_fading(parse_all(no, write(other)), TODAY, 365) if one.is_faded for path in one.paths]
    assert ("2026-11/a.toml" in gone) == goes


def test_only_what_has_not_faded_is_confirmed() -> None:
    """Confirming keeps what is in the lists, and brings back nothing that had left them."""
    notes = parse_all(
        write("2025-10-01"), write("2025-11-23"), write("2026-10-01", "koor"), write("2026-10-01", "Band")
    )
    assert list_confirmable("Koor", notes, TODAY, 365) == ["2026-11/b.toml", "2026-11/c.toml"]
