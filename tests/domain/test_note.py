"""The note: its fields and their order, and what it makes of newlines and blanks."""

from typing import Any

import pytest
from pydantic import ValidationError

from kompas.domain.note import Agreement, Note, Obstacle, Promise
from written import FULL, parse


def test_fields_stand_in_the_order_of_the_design() -> None:
    """A note and its parts have the fields of DESIGN.md, in its order, and no other."""
    said = [line.split(" = ")[0] for line in FULL.split("\n\n")[0].strip().splitlines()]
    assert list(Note.model_fields) == [*said, "promises", "obstacles", "agreement"]
    assert list(Promise.model_fields) == ["what", "by", "kept"]
    assert list(Obstacle.model_fields) == ["what", "ours"]
    assert list(Agreement.model_fields) == ["remember", "introduce", "share", "contact", "sensitive"]


def test_every_field_is_read() -> None:
    """A note that uses every field keeps every field."""
    note = parse(FULL).note
    empty = [name for name in Note.model_fields if getattr(note, name) in (None, ())]
    assert empty == []
    assert note.promises[0].what == "navragen of de oven een vergunning nodig heeft"
    assert note.obstacles[0].ours is True
    assert note.agreement == Agreement(remember=True, introduce=True, share=False, contact="de kok")


def test_a_date_and_a_group_are_enough() -> None:
    """
    date = 2026-11-23
    group = "Buurtfeest"
    """  # noqa: D205, D400, D403
    note = parse(test_a_date_and_a_group_are_enough.__doc__ or "").note
    assert (note.group, note.talents, note.agreement) == ("Buurtfeest", (), None)


@pytest.mark.parametrize("typed", ["een\r\ntwee\rdrie", "een\ntwee\ndrie"])
def test_newlines_become_one_kind(typed: str) -> None:
    """A long text keeps its lines, and every newline is LF."""
    assert make(story=typed).story == "een\ntwee\ndrie"


@pytest.mark.parametrize("typed", ["  Kookclub \t De\u00a0Klink\r\n", "Kookclub\nDe\u2028Klink"])
def test_a_name_stands_on_one_line(typed: str) -> None:
    """A group's name is one line, and every run of white space in it is one space."""
    assert make(group=typed).group == "Kookclub De Klink"


def test_long_texts_keep_their_blanks() -> None:
    """White space inside their own story stays as it was typed."""
    assert make(story="  een   twee\n\n drie\n").story == "  een   twee\n\n drie\n"


def test_empty_phrases_are_left_out() -> None:
    """A phrase of nothing but blanks is no phrase."""
    assert make(does=["koken", "", " \t\n"]).does == ("koken",)


@pytest.mark.parametrize("group", ["", "  ", "\n\t"])
def test_a_group_has_a_name(group: str) -> None:
    """A note without a name for its group is refused."""
    with pytest.raises(ValidationError, match="at least 1"):
        make(group=group)


def test_half_characters_become_question_marks() -> None:
    """Half of a character, which no file can hold, is replaced and stops nothing."""
    assert make(group="Koor \ud83d", story="\udce9en").model_dump(include={"group", "story"}) == {
        "group": "Koor ?",
        "story": "?en",
    }


@pytest.mark.parametrize("part", [Note, Promise, Obstacle, Agreement])
def test_no_part_takes_a_key_it_does_not_know(part: type[Note]) -> None:
    """A misspelt key is an error in every part of a note, never passed over."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        part.model_validate({"date": "2026-11-23", "group": "Koor", "what": "x", "person": "Jan"})


def test_a_note_does_not_change() -> None:
    """A note is a value: nothing in it can be replaced."""
    with pytest.raises(ValidationError, match="frozen"):
        setattr(make(), "group", "Koor")  # noqa: B010 mypy knows that it is frozen too


def make(**texts: Any) -> Note:
    """Return a note with these texts."""
    return Note.model_validate({"date": "2026-11-23", "group": "Kookclub", **texts})
