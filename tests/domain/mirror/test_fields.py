"""Fields that see only themselves."""

from kompas.domain.mirror.fields import reflect_fields
from mirrored import hold_up, list_counts

NOTE = 'date = 2026-11-01\ngroup = "{}"\nfield = "{}"'


def test_a_field_that_shares_a_group_is_not_alone() -> None:
    """Council and communication met the same choir; the town hall met only its own, and a note without field nobody."""
    notes = [NOTE.format("Koor", "council"), NOTE.format("koor", "communication"), NOTE.format("Hal", "town-hall")]
    found = reflect_fields(hold_up(*notes, 'date = 2026-11-01\ngroup = "Hal"'))
    assert list_counts(found) == {"together": 2, "alone": 1}


def test_my_field_shares_a_group_with_a_colleagues() -> None:
    """Of my field alone is told; it is not alone when a colleague of another field met the same group."""
    mine = f'{NOTE.format("Koor", "council")}\nauthor = "fatma"'
    other = f'{NOTE.format("Koor", "communication")}\nauthor = "joris"'
    assert list_counts(reflect_fields(hold_up(mine, other, looks="fatma", mine=True))) == {"together": 1}
