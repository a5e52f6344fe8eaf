"""What two people made of one table: each rule of joining, and what is left over."""

import datetime
from typing import Any

import pytest

from kompas.domain.merging import Leftover, merge_notes, merge_tables

EARLY, LATE = datetime.date(2026, 11, 1), datetime.date(2026, 11, 9)


@pytest.mark.parametrize(
    ("key", "base", "ours", "theirs", "merged"),
    [
        ("talents", ["a", "b"], ["a"], ["a", "b", "c"], ["a", "c"]),  # taken out by one, untouched by the other
        ("talents", ["a"], None, ["a", "b"], ["b"]),  # the whole list taken out by one
        ("talents", None, ["koken "], ["koken"], ["koken "]),  # no doubles
        ("talents", ["a"], ["a", "b"], "c", ["b", "c"]),  # a text where a list belongs is its entry
        ("confirmed", EARLY, None, LATE, LATE),  # an edit is more than an absence
        ("confirmed", None, LATE, EARLY, LATE),  # the later day
        ("place", "x", "x", None, None),  # taken out by one
        ("place", "x", "De Klink", "Klink", "De Klink"),  # the longer one; the other is left over
        ("keep_days", 365, 180, 700, 180),  # the shorter term
        ("story", "Zij", "Zij en wij", "Zij en ik", "Zij en wij\nen ik"),  # both wrote on
        ("story", "Zij", "Zijn", "Zijl", "Zijn\n\nZijl"),  # no word is cut
        ("story", "oud", "nieuw", "anders", "nieuw\n\nanders"),  # both wrote anew
        ("story", None, "nieuw en meer", "nieuw", "nieuw en meer"),  # one holds the other
        ("answer", "asked", "yes", "no", "no"),
        ("answer", "asked", "on-their-own", "yes", "on-their-own"),
        ("between", ["a", "b"], ["a", "bc"], ["a", "d"], ["a", "bc"]),  # two groups and never three
    ],
)
def test_two_changes_of_one_key(key: str, base: Any, ours: Any, theirs: Any, merged: Any) -> None:
    """Each kind of value has its own way of being joined; None is a key that is absent."""
    tables = [{} if value is None else {key: value} for value in (base, ours, theirs)]
    assert merge_tables(tables[0], tables[1], tables[2]).table.get(key) == merged


@pytest.mark.parametrize("question", ["remember", "introduce", "share"])
@pytest.mark.parametrize(("ours", "theirs", "merged"), [(True, False, False), (True, None, None), (None, False, False)])
def test_no_beats_not_asked_beats_yes(question: str, ours: bool, theirs: bool, merged: bool) -> None:
    """Of two different new answers of a group the more careful one counts, whoever wrote it."""
    base = {question: "another answer"}
    one, other = ({} if answer is None else {question: answer} for answer in (ours, theirs))
    assert merge_tables(base, one, other).table.get(question) is merged
    assert merge_tables(base, other, one).table.get(question) is merged


def test_the_group_may_change_its_mind() -> None:
    """Where only one side has a new answer, that is the group's answer, though it be yes."""
    assert merge_tables({"share": False}, {"share": True}, {"share": False}).table == {"share": True}


def test_a_promise_is_known_by_what_it_promises() -> None:
    """One keeps a promise, the other moves its day and adds one: all three stand there; one taken out stays out."""
    open_, gone = {"what": "bellen", "by": EARLY}, {"what": "schrijven"}
    merged = merge_tables(
        {"promises": [open_, gone]},
        {"promises": [open_ | {"kept": LATE}]},
        {"promises": [open_ | {"by": LATE}, gone, {"what": "taart"}]},
    )
    assert merged.table == {"promises": [{"what": "bellen", "by": LATE, "kept": LATE}, {"what": "taart"}]}
    assert merged.leftovers == ()


def test_the_same_promise_twice_is_two_promises() -> None:
    """Two promises with the same words in one note stay two."""
    twice = [{"what": "bellen", "by": EARLY}, {"what": "bellen", "by": LATE}]
    assert merge_tables({}, {"promises": twice}, {"promises": twice[:1]}).table == {"promises": twice}


def test_an_edited_promise_outlives_its_removal() -> None:
    """One takes a promise out, the other keeps it: it stays, for something new was typed."""
    promise = {"what": "bellen"}
    merged = merge_tables({"promises": [promise]}, {"promises": []}, {"promises": [promise | {"kept": LATE}]})
    assert merged.table == {"promises": [promise | {"kept": LATE}]}


def test_what_finds_no_room_is_told() -> None:
    """Two places exclude each other: one stands in the note, the other is handed to who writes it in the story."""
    merged = merge_notes({"group": "Koor"}, {"group": "Koor", "place": "Klink"}, {"group": "Koor", "place": "De Roos"})
    assert merged.table == {"group": "Koor", "place": "De Roos"}
    assert merged.leftovers == (Leftover("place", "Klink"),)


def test_a_sensitive_group_has_no_contact_and_shares_nothing() -> None:
    """One learns that the group is sensitive, the other notes a contact: no contact, and no word of it anywhere."""
    base = {"group": "Koor", "agreement": {"share": True}}
    ours = {"group": "Koor", "agreement": {"share": True, "sensitive": True}}
    theirs = {"group": "Koor", "agreement": {"share": True, "contact": "de kok"}}
    merged = merge_notes(base, ours, theirs)
    assert merged.table["agreement"] == {"share": False, "sensitive": True}
    assert merged.leftovers == (Leftover("contact", None),)


def test_an_unknown_key_is_merged_like_any_other() -> None:
    """A key that kompas does not know is somebody's text too; `check` tells of it."""
    assert merge_tables({}, {"plaats": "Klink"}, {"date": EARLY}).table == {"plaats": "Klink", "date": EARLY}
