"""About: all that is kept about a group, to read back to them."""

import datetime

from kompas.domain.about import list_facts
from kompas.domain.note import Note
from written import FULL, parse, parse_met

MENTION = """
date = 2026-10-01
group = "Fietsmaatjes Oost"
leads = ["de kookclub", "kookclub de  klink"]
"""
MET = """
date = 2026-11-01
between = ["Koor", "KOOKCLUB De Klink"]
answer = "on-their-own"
author = "fatma"
"""


def test_every_field_of_a_note_is_told() -> None:
    """Everything that a note keeps is told under its own key; only the group and the day head the page."""
    told = {fact.key for fact in list_facts("Kookclub De Klink", [parse(FULL)], [], 365)}
    agreed = {"remember", "introduce", "share", "contact", "sensitive"}
    assert told == set(Note.model_fields) - {"date", "group", "agreement"} | agreed


def test_promises_and_obstacles_are_told_whole() -> None:
    """A promise is told with its days, an obstacle with whose it is."""
    facts = {fact.key: fact for fact in list_facts("Kookclub De Klink", [parse(FULL)], [], 365)}
    assert (facts["promises"].by, facts["promises"].kept) == (datetime.date(2026, 12, 7), datetime.date(2026, 11, 20))
    assert facts["obstacles"].ours is True
    assert (facts["remember"].text, facts["share"].text, facts["contact"].text) == ("true", "false", "de kok")


def test_every_fact_says_until_when_it_is_kept() -> None:
    """A fact from a note says on which day it leaves the lists; a confirmation moves that day."""
    facts = list_facts("Kookclub De Klink", [parse(FULL)], [], 365)
    assert {fact.until for fact in facts} == {datetime.date(2027, 11, 24)}


def test_own_notes_come_before_introductions_and_mentions() -> None:
    """First their own notes, newest first, then introductions, then others who named them, under any spelling."""
    old = parse(FULL.replace("2026-11-23", "2026-01-01").replace("De Klink", "de klink"), "2026-01/old.toml")
    new = parse(FULL, "2026-11/new.toml")
    facts = list_facts("kookclub de klink", [old, parse(MENTION, "2026-10/other.toml"), new], [parse_met(MET)], 365)
    assert list(dict.fromkeys(fact.note for fact in facts)) == [
        "2026-11/new.toml",
        "2026-01/old.toml",
        "introductions/met.toml",
        "2026-10/other.toml",
    ]
    assert [fact.text for fact in facts if fact.key == "leads"][-1] == "kookclub de  klink".replace("  ", " ")
    assert [fact.text for fact in facts if fact.key == "introduction"] == ["Koor"]


def test_other_groups_stay_out() -> None:
    """What is kept about one group says nothing of what another group told."""
    facts = list_facts("Fietsmaatjes Oost", [parse(FULL), parse(MENTION)], [parse_met(MET)], 365)
    assert {(fact.group, fact.key) for fact in facts} == {("Fietsmaatjes Oost", "leads")}
    assert len(facts) == 3
