"""Introductions in the mirror."""

from kompas.domain.mirror.introductions import reflect_introductions
from mirrored import hold_up, list_counts
from written import parse_met

MET = 'date = 2026-11-{}\nbetween = ["{}", "{}"]\nanswer = "{}"'


def test_the_latest_answer_of_a_pair_counts_once() -> None:
    """Asked, then on their own, is one introduction in which we stepped out; yes means that we are in between."""
    told = [
        parse_met(MET.format("10", "Koor", "Kookclub", "on-their-own"), "introductions/b.toml"),
        parse_met(MET.format("01", "kookclub", "Koor", "asked"), "introductions/a.toml"),
        parse_met(MET.format("02", "Koor", "Skaters", "yes"), "introductions/c.toml"),
        parse_met(MET.format("03", "Koor", "Wijkraad", "no"), "introductions/d.toml"),
    ]
    found = reflect_introductions(hold_up(met=told))
    assert list_counts(found) == {"on-their-own": 1, "between": 1, "declined": 1}
    assert found.ground == 3
