"""Stories leave the house only when their group agreed, and stand under the heads of what they are worth."""

import pytest

from kompas.domain.living import list_shared
from kompas.domain.stories import group_stories, list_stories
from kompas.domain.worth import Worth
from written import TODAY, parse, parse_all

STORY = 'date = {}\ngroup = "Koor"\nstory = "Zij zongen."\n'
YES, NO, SENSITIVE = "[agreement]\nshare = true", "[agreement]\nshare = false", "[agreement]\nsensitive = true"


@pytest.mark.parametrize(
    ("answers", "is_shared"),
    [
        ([("2026-11-01", YES)], True),
        ([("2026-11-01", "")], False),
        ([("2026-11-01", NO)], False),
        ([("2026-11-01", YES), ("2026-11-02", "")], True),
        ([("2026-11-01", YES), ("2026-11-02", NO)], False),
        ([("2026-11-01", NO), ("2026-11-02", YES)], True),
        ([("2026-11-01", YES), ("2026-11-01", NO)], False),
        ([("2026-11-01", YES), ("2026-10-02", SENSITIVE)], False),
        ([("2024-01-01", YES), ("2026-11-02", "")], False),
        ([("2026-11-01", YES), ("2026-11-02", "[agreement]\nintroduce = false")], True),
    ],
)
def test_the_latest_answer_of_the_group_counts(answers: list[tuple[str, str]], *, is_shared: bool) -> None:
    """All living notes of a group that last said yes, none of one that said no, was not asked, or is sensitive."""
    notes = parse_all(*(STORY.format(day) + answer for day, answer in answers))
    shared = list_shared(notes, TODAY, 365)
    living = [filed for filed in notes if filed.note.date.year == TODAY.year]
    assert {filed.path for filed in shared} == ({filed.path for filed in living} if is_shared else set())


def test_a_refusal_is_of_the_group_whatever_its_spelling() -> None:
    """A small letter makes no other group: koor said no after Koor said yes."""
    notes = parse_all(STORY.format("2026-11-01") + YES, 'date = 2026-11-02\ngroup = "koor"\n' + NO)
    assert list_shared(notes, TODAY, 365) == []


def test_a_story_stands_under_each_of_its_heads() -> None:
    """Society first, the municipality last, and after those what nobody gave a head; an empty story is none."""
    texts = ('worth = ["municipality", "society"]', "", 'worth = ["groups"]')
    stories = list_stories(parse_all(*(STORY.format("2026-11-01") + text for text in texts)))
    stories += list_stories([parse('date = 2026-11-01\ngroup = "Koor"\nstory = " "')])
    told = [(worth, [story.note[-6:] for story in found]) for worth, found in group_stories(stories)]
    assert told == [
        (Worth.SOCIETY, ["a.toml"]),
        (Worth.GROUPS, ["c.toml"]),
        (Worth.MUNICIPALITY, ["a.toml"]),
        (None, ["b.toml"]),
    ]
