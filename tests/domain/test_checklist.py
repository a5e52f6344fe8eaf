"""The checklist: what is read at the door, in which order, and the question for afterwards."""

import datetime

import pytest

from kompas.domain.checklist import Depth, Field, Line, LineKind, TopicKind, build_checklist, require_field
from kompas.errors import UnknownField
from kompas.policy.checklist import read_fields, read_topics

DAY = datetime.date(2026, 11, 23)
WEEK = datetime.timedelta(weeks=1)
FIELDS = [field.id for field in read_fields()]
DOOR = [
    "not-the-spider",
    "go-outside",
    "their-goal-first",
    "look-for-strength",
    "partner-not-director",
    "every-group-equal",
    "see-the-whole",
    "whole-municipality",
]


def build(field: str | None, *, short: bool = False, day: datetime.date = DAY, language: str = "nl") -> list[Line]:
    """Return the checklist that comes with kompas."""
    return build_checklist(read_topics(language), field, day, Depth.SHORT if short else Depth.WHOLE)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("field", [None, *FIELDS])
def test_the_order_at_the_door(field: str | None, short: bool, language: str) -> None:
    """Not the spider always comes first, then the seven in door order, then the one field and no other."""
    *lines, last = build(field, short=short, language=language)
    assert list(dict.fromkeys(line.topic for line in lines)) == [*DOOR, *([field] if field else [])]
    assert last.kind is LineKind.AFTER
    assert all(line.kind is not LineKind.AFTER for line in lines)


def test_there_are_eight_fields() -> None:
    """All eight municipal fields of the essay are there."""
    assert sorted(FIELDS) == [
        "care-and-youth", "communication", "council", "housing-with-care",
        "neighbourhood-teams", "neighbourhood-work", "public-space", "town-hall",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("field", [None, *FIELDS])
def test_the_short_form_has_one_line_a_topic(field: str | None, language: str) -> None:
    """The short form has one do a topic, and one don't in all: not the spider."""
    lines = build(field, short=True, language=language)
    assert [line.topic for line in lines if line.kind is LineKind.DONT] == ["not-the-spider"]
    dos = [line.topic for line in lines if line.kind is LineKind.DO]
    assert len(dos) == len(set(dos)) == len(DOOR) + bool(field)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("field", [None, *FIELDS])
def test_the_short_form_is_read_in_25_seconds(field: str | None, language: str) -> None:
    """What the short form says before ringing is at most 100 words, four a second; the question is for afterwards."""
    before = [line for line in build(field, short=True, language=language) if line.kind is not LineKind.AFTER]
    assert sum(len(line.text.split()) for line in before) <= 100


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("field", FIELDS)
def test_the_question_afterwards_is_the_fields(field: str, language: str) -> None:
    """With a field the question for afterwards is that field's, and it is a question."""
    asked = build(field, language=language)[-1]
    assert asked.topic == field
    assert asked.text.endswith("?")


def test_without_a_field_another_topic_asks_every_week() -> None:
    """Without a field each of the topics asks its question in turn, another every ISO week."""
    asked = [build(None, day=DAY + number * WEEK)[-1].topic for number in range(len(DOOR))]
    assert len(set(asked)) > len(DOOR) / 2
    assert build(None, day=DAY)[-1] == build(None, day=DAY + datetime.timedelta(days=6))[-1]


def test_further_lines_rotate_by_week() -> None:
    """The long form shows the default line every week, and beside it another further line each ISO week."""
    topic = next(topic for topic in read_topics("nl") if len(topic.dos) > 2)
    weeks = [build(topic.id, day=DAY + number * WEEK) for number in range(2)]
    told = [[line.text for line in lines if line.topic == topic.id and line.kind is LineKind.DO] for lines in weeks]
    assert [dos[0] for dos in told] == [topic.dos[0]] * 2
    assert {dos[1] for dos in told} == set(topic.dos[1:])
    assert build(topic.id, day=DAY) == build(topic.id, day=DAY + datetime.timedelta(days=6))


def test_every_line_has_its_source() -> None:
    """Every line says where it comes from, in both languages the same place."""
    for dutch, english in zip(read_topics("nl"), read_topics("en"), strict=True):
        assert (dutch.id, dutch.source, dutch.kind) == (english.id, english.source, english.kind)
        assert "Oelkers (2013)" in dutch.source
        assert (len(dutch.dos), len(dutch.donts)) == (len(english.dos), len(english.donts))
    assert {topic.kind for topic in read_topics("nl")} == set(TopicKind)
    assert all(line.source for line in build("council"))


@pytest.mark.parametrize("field", read_fields(), ids=FIELDS)
def test_a_field_answers_to_its_names(field: Field) -> None:
    """A field is known by its id, its Dutch and its English name, in capitals, without accents or hyphens."""
    names = [field.id, *field.names]
    for name in (spelt for one in names for spelt in (one, one.upper(), one.replace("-", " "))):
        assert require_field(name, read_fields()) == field.id


@pytest.mark.parametrize(
    ("typed", "field"), [("wijkgericht", "neighbourhood-work"), ("wmo", "care-and-youth"), ("stadhuis", "town-hall")]
)
def test_a_part_of_a_name_is_enough(typed: str, field: str) -> None:
    """A part that only one field has is enough."""
    assert require_field(typed, read_fields()) == field


@pytest.mark.parametrize("typed", ["", " ", "-", "tovenarij", "neighbourhood"])
def test_an_unclear_field_names_those_that_exist(typed: str) -> None:
    """A field that does not exist, or of which several hold the name, comes back with all that exist."""
    with pytest.raises(UnknownField) as caught:
        require_field(typed, read_fields())
    assert caught.value.known == tuple(FIELDS)
