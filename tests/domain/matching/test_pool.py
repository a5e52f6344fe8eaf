"""The pool: which phrases may be matched at all."""

import datetime

from kompas.domain.living import list_living
from kompas.domain.matching.pool import list_matchable
from written import TODAY, parse_all

ALL_SIDES = """
date = 2026-11-20
group = "Koor"
does = ["zingen"]
talents = ["noten lezen"]
offers = ["een piano"]
asks = ["een zaal"]
ideas = ["een concert"]
leads = ["Band"]
"""


def _list_texts(*texts: str, on: datetime.date = TODAY) -> set[str]:
    notes = parse_all(*texts)
    return {phrase.text for phrase in list_matchable(list_living(notes, on, 365), notes)}


def test_every_phrase_may_be_matched() -> None:
    """Of a group that objected to nothing every phrase counts."""
    assert _list_texts(ALL_SIDES) == {"zingen", "noten lezen", "een piano", "een zaal", "een concert", "Band"}


def test_of_a_sensitive_group_three_sides_count() -> None:
    """Of a sensitive group only what it does, offers and asks is matched, also in notes that do not say so."""
    sensitive = 'date = 2026-10-01\ngroup = "KOOR"\nideas = ["een feest"]\n[agreement]\nsensitive = true\n'
    assert _list_texts(ALL_SIDES, sensitive) == {"zingen", "een piano", "een zaal"}


def test_who_refused_is_left_out() -> None:
    """A group that does not want to be introduced is left out, in all its notes and in any capitals; others stay."""
    refusal = 'date = 2026-11-21\ngroup = "KOOR"\ndoes = ["dansen"]\n[agreement]\nintroduce = false\n'
    assert _list_texts(ALL_SIDES, refusal, 'date = 2026-11-20\ngroup = "Band"\ndoes = ["drummen"]\n') == {"drummen"}


def test_a_refusal_outlives_its_note() -> None:
    """A no to being introduced counts from a faded note too, until the group says yes."""
    refusal = 'date = 2025-01-01\ngroup = "Koor"\n[agreement]\nintroduce = false\n'
    consent = 'date = 2026-01-01\ngroup = "Koor"\n[agreement]\nintroduce = true\n'
    assert _list_texts(ALL_SIDES, refusal) == set()
    assert "zingen" in _list_texts(ALL_SIDES, refusal, consent)


def test_faded_notes_are_left_out() -> None:
    """What a faded note tells is not matched."""
    assert _list_texts(ALL_SIDES, on=datetime.date(2027, 11, 21)) == set()
