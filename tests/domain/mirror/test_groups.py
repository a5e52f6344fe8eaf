"""To which groups we return, and which encounters were first ones."""

import datetime

from kompas.domain.mirror.groups import reflect_groups, reflect_meetings
from kompas.domain.mirror.practice import Window, build_practice
from kompas.domain.mirror.step import Step
from mirrored import list_counts, write_notes
from written import TODAY

NOTES = [
    *write_notes("2026-11-01", "2026-11-02", "2026-11-03", group="Wijkraad", author="joris"),
    *write_notes("2026-10-01", "2026-11-01", group="koor"),
    *write_notes("2026-11-05", group="Koor", author="fatma"),
    *write_notes("2026-10-01", group="Rond de ijskar"),
    *write_notes("2026-03-01", group="Skaters"),
]


def test_groups_are_counted_and_not_named() -> None:
    """Three times is often, once long ago is more than half a year; spelling of a name is forgiven."""
    found = reflect_groups(build_practice(NOTES, [], Window(None, TODAY, Step.MONTH, mine=False), None))
    assert list_counts(found) == {"often": 2, "once": 1, "long-ago": 1}


def test_the_first_encounter_is_the_teams() -> None:
    """A colleague's visit, or one before the window, makes mine a visit again."""
    own = Window(datetime.date(2026, 11, 1), TODAY, Step.MONTH, mine=True)
    assert list_counts(reflect_meetings(build_practice(NOTES, [], own, "fatma"))) == {"again": 1}
    assert list_counts(reflect_meetings(build_practice(NOTES, [], own, "joris"))) == {"first": 1, "again": 2}
