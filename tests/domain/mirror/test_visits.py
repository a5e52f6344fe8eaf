"""How soon after a visit its note could be read."""

import datetime

import pytest

from kompas.domain.mirror.visits import reflect_days
from mirrored import hold_up, list_counts

NOTE = 'date = 2026-11-10\ngroup = "Koor"'


@pytest.mark.parametrize(
    ("written", "part"),
    [
        (datetime.date(2026, 11, 10), "soon"),
        (datetime.date(2026, 11, 11), "soon"),
        (datetime.date(2026, 11, 12), "week"),
        (datetime.date(2026, 11, 17), "week"),
        (datetime.date(2026, 11, 18), "later"),
        (datetime.date(2026, 11, 9), "soon"),
        (None, "unknown"),
    ],
)
def test_days_are_counted_from_the_visit(written: datetime.date | None, part: str) -> None:
    """A day and a week are the steps; a clock that was behind is no miracle; not known is told as such."""
    found = reflect_days(hold_up(NOTE), {"2026-11/a.toml": written} if written else {})
    assert list_counts(found) == {part: 1}
    assert found.ground == (1 if written else 0)
