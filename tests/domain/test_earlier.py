"""What was written before completes what is typed now."""

import datetime
from typing import Any

from kompas.domain.earlier import list_earlier, pick_alike
from kompas.domain.note import FiledNote, Note

DAY = datetime.date(2026, 11, 1)


def file_note(group: str, **told: Any) -> FiledNote:
    """Return a note about `group`."""
    return FiledNote(f"2026-11/{group}.toml", Note(date=DAY, group=group, **told))


NOTES = [
    file_note("Koor", does=("zingen", "koffie drinken"), place="Plein", leads=("Fanfare",), lesson="Stil zijn."),
    file_note("Band", does=("repeteren", "zingen"), place="Café 't Hoekje"),
]


def test_a_group_and_a_lead_are_names_that_are_known() -> None:
    """For a group and a lead the groups come by name, those that were only mentioned too."""
    assert list_earlier(NOTES, "group", "") == ("Band", "Fanfare", "Koor")
    assert list_earlier(NOTES, "leads", "Koor") == ("Band", "Fanfare", "Koor")


def test_what_this_group_said_comes_first() -> None:
    """What the group said before comes first, as it was said; then all others by name, each once."""
    assert list_earlier(NOTES, "does", "koor") == ("zingen", "koffie drinken", "repeteren")
    assert list_earlier(NOTES, "place", "") == ("Café 't Hoekje", "Plein")


def test_our_own_reflections_are_not_proposed_again() -> None:
    """A lesson is thought of anew each time."""
    assert list_earlier(NOTES, "lesson", "Koor") == ()


def test_a_word_begins_with_what_is_typed() -> None:
    """A few letters find a text in which any word begins with them, whatever the capitals and accents."""
    known = ("Café 't Hoekje", "Plein", "Koffie op het Plein")
    assert pick_alike("cafe", known) == ["Café 't Hoekje"]
    assert pick_alike("PLE", known) == ["Plein", "Koffie op het Plein"]
    assert pick_alike("op het", known) == ["Koffie op het Plein"]
    assert pick_alike("plein", known) == ["Koffie op het Plein"]
    assert pick_alike("ein", known) == []
    assert pick_alike("", known) == []
