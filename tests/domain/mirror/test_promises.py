"""Our promises in the mirror."""

from kompas.domain.mirror.promises import reflect_promises
from mirrored import hold_up, list_counts


def test_promises_stand_as_they_stand_today() -> None:
    """Late, open and kept are judged by today, kept even when it was late."""
    note = """
    date = 2026-11-01
    group = "Koor"
    [[promises]]
    what = "bellen"
    by = 2026-11-20
    [[promises]]
    what = "schrijven"
    by = 2026-12-01
    [[promises]]
    what = "langskomen"
    by = 2026-11-02
    kept = 2026-11-10
    """
    found = reflect_promises(hold_up(note))
    assert list_counts(found) == {"late": 1, "open": 1, "kept": 1}
    assert found.says_something
