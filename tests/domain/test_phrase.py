"""Phrases: the grain of every list, and what lists are narrowed to."""

import datetime
from typing import Any

import pytest

from kompas.domain.living import list_living
from kompas.domain.phrase import Facet, Filters, list_phrases, pick_phrases
from written import TODAY, parse, parse_all

KITCHEN = """
date = 2026-11-20
group = "Kookclub De Klink"
place = "Dorpshuis De Klínk"
field = "neighbourhood-work"
leads = ["Fietsmaatjes Oost"]
talents = ["koken", "afwassen"]
does = ["eten"]
"""
CHOIR = """
date = 2026-11-21
group = "Zangkoor Één"
talents = ["zingen"]
"""


def test_every_phrase_knows_where_it_comes_from() -> None:
    """A phrase carries its group, facet, day, place, field and note."""
    first = next(list_phrases([parse(KITCHEN, "2026-11/a.toml")]))
    assert (first.group, first.facet, first.text, first.date, first.place, first.field, first.note) == (
        "Kookclub De Klink", Facet.DOES, "eten", datetime.date(2026, 11, 20), "Dorpshuis De Klínk",
        "neighbourhood-work", "2026-11/a.toml",
    )  # fmt: skip


def test_phrases_come_in_the_order_of_the_facets() -> None:
    """Phrases come note by note, facet by facet as in DESIGN.md, and as they were typed within one."""
    told = [(one.facet.value, one.text) for one in list_phrases([parse(KITCHEN)])]
    assert told == [("does", "eten"), ("talents", "koken"), ("talents", "afwassen"), ("leads", "Fietsmaatjes Oost")]
    assert [facet.value for facet in Facet] == ["does", "talents", "offers", "asks", "ideas", "leads"]


def test_a_list_shows_the_newest_first() -> None:
    """A list of one facet is newest first, and its ties go by group and text."""
    again = KITCHEN.replace("Kookclub De Klink", "aardbeienploeg")
    living = list_living(parse_all(KITCHEN, CHOIR, again), TODAY, 365)
    picked = list(pick_phrases(list_phrases(living), Facet.TALENTS, Filters()))
    assert [(one.group, one.text) for one in picked] == [
        ("Zangkoor Één", "zingen"),
        ("aardbeienploeg", "afwassen"),
        ("aardbeienploeg", "koken"),
        ("Kookclub De Klink", "afwassen"),
        ("Kookclub De Klink", "koken"),
    ]


@pytest.mark.parametrize(
    ("wanted", "groups"),
    [
        ({}, {"Kookclub De Klink", "Zangkoor Één"}),
        ({"group": "KLINK"}, {"Kookclub De Klink"}),
        ({"group": "een"}, {"Zangkoor Één"}),
        ({"place": "de klink"}, {"Kookclub De Klink"}),
        ({"field": "neighbourhood-work"}, {"Kookclub De Klink"}),
        ({"field": "neighbourhood"}, set()),
        ({"since": datetime.date(2026, 11, 21)}, {"Zangkoor Één"}),
        ({"since": datetime.date(2026, 11, 20), "group": "koor"}, {"Zangkoor Één"}),
        ({"group": "klink", "since": datetime.date(2026, 11, 21)}, set()),
    ],
)
def test_filters_narrow_a_list(wanted: dict[str, Any], groups: set[str]) -> None:
    """Group and place hit on a part of the name, the field on the whole, a day on itself; all of them must hit."""
    picked = list(pick_phrases(list_phrases(parse_all(KITCHEN, CHOIR)), Facet.TALENTS, Filters(**wanted)))
    assert {one.group for one in picked} == groups
