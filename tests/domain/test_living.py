"""Living notes: they fade to the day, and a group's no is honoured."""

import datetime

import pytest

from kompas.domain.living import fades_on, list_living, list_refusing, list_sensitive, refuse_anywhere
from written import parse, parse_all

TODAY = datetime.date(2026, 11, 23)
YEAR = datetime.timedelta(days=365)
DAY = datetime.timedelta(days=1)


def write(date: datetime.date, group: str = "Koor", rest: str = "") -> str:
    """Return the text of a note."""
    return f'date = {date}\ngroup = "{group}"\n{rest}'


def test_a_note_lives_for_keep_days() -> None:
    """With keep_days 365 a note is in the lists on day 365 and gone on day 366."""
    note = parse(write(TODAY - YEAR))
    assert list_living([note], TODAY, 365) == [note]
    assert list_living([note], TODAY + DAY, 365) == []
    assert fades_on(note.note, 365) == TODAY + DAY


def test_a_confirmation_renews_a_note() -> None:
    """A note lives keep_days from the day on which the group said that it is still true."""
    note = parse(write(TODAY - 3 * YEAR, rest=f"confirmed = {TODAY - YEAR}"))
    assert list_living([note], TODAY, 365) == [note]
    assert list_living([note], TODAY + DAY, 365) == []


def test_a_confirmation_before_the_visit_takes_nothing_away() -> None:
    """The later of the two days counts."""
    note = parse(write(TODAY, rest=f"confirmed = {TODAY - 2 * YEAR}"))
    assert fades_on(note.note, 365) == TODAY + YEAR + DAY


def test_the_newest_comes_first() -> None:
    """Living notes stand newest first, and of one day by path."""
    notes = parse_all(write(TODAY - DAY), write(TODAY), write(TODAY - DAY, "Band"))
    paths = [filed.path for filed in list_living(reversed(notes), TODAY, 365)]
    assert paths == ["2026-11/b.toml", "2026-11/a.toml", "2026-11/c.toml"]


YES, NO = "[agreement]\n{} = true", "[agreement]\n{} = false"


@pytest.mark.parametrize(
    ("answers", "refuses"),
    [
        ([(0, YES)], False),
        ([(0, NO)], True),
        ([(0, "")], False),
        ([(0, NO), (1, YES)], False),
        ([(0, YES), (1, NO)], True),
        ([(0, NO), (1, "")], True),
        ([(0, YES), (0, NO)], True),
        ([(0, NO), (0, YES)], True),
        ([(0, NO), (1, YES), (2, NO), (3, YES)], False),
    ],
)
def test_the_latest_answer_counts(answers: list[tuple[int, str]], refuses: bool) -> None:
    """The latest answer of a group counts, silence leaves it standing, and on one day no beats yes."""
    told = [(TODAY - 9 * DAY + days * DAY, said.format("introduce")) for days, said in answers]
    notes = parse_all(*(write(day, rest=said) for day, said in told))
    assert list_refusing(notes, "introduce") == (frozenset({"koor"}) if refuses else frozenset())
    assert list_refusing(reversed(notes), "introduce") == list_refusing(notes, "introduce")


def test_a_no_outlives_its_note() -> None:
    """A refusal counts from a faded note too, for as long as its file exists."""
    notes = parse_all(write(TODAY - 3 * YEAR, rest=NO.format("introduce")), write(TODAY))
    assert list_refusing(notes, "introduce") == {"koor"}


def test_the_answer_is_the_groups_whatever_its_spelling() -> None:
    """An answer given under another spelling of the name counts for the group."""
    notes = parse_all(write(TODAY - DAY, "KOOR ", NO.format("introduce")), write(TODAY, "Koor"))
    assert list_refusing(notes, "introduce") == {"koor"}


def test_a_group_that_is_not_to_be_remembered_is_in_no_list() -> None:
    """All notes of a group whose latest answer is remember = false leave the lists, and only those."""
    forgotten = parse(write(TODAY, "Stille groep"), "2026-11/x.toml")
    refusal = forgotten.note.model_copy(
        update={"agreement": parse(write(TODAY, rest=YES.format("remember"))).note.agreement}
    )
    assert refusal.agreement
    no = refusal.model_copy(update={"agreement": refusal.agreement.model_copy(update={"remember": False})})
    others = parse_all(write(TODAY, "Koor"), write(TODAY - DAY, "stille  Groep"))
    every = [*others, type(forgotten)("2026-11/y.toml", no)]
    assert [filed.note.group for filed in list_living(every, TODAY, 365)] == ["Koor"]


def test_a_no_in_one_notebook_is_a_no_in_all() -> None:
    """A later yes in another notebook takes it not away: nobody knows whether both are the same group."""
    no = parse(write(TODAY - YEAR, "Koor", NO.format("introduce")))
    yes = parse(write(TODAY, "koor", YES.format("introduce")))
    assert list_refusing([no, yes], "introduce") == frozenset()
    assert refuse_anywhere([[no], [yes]], "introduce") == {"koor"}
    assert refuse_anywhere([[yes], []], "introduce") == frozenset()


def test_one_sensitive_note_makes_a_group_sensitive() -> None:
    """A group is sensitive when any of its notes says so, under any spelling."""
    said = "[agreement]\nsensitive = true"
    notes = parse_all(write(TODAY, "Roze Tafel", said), write(TODAY, "roze tafel"), write(TODAY, "Koor"))
    assert list_sensitive(notes) == {"roze tafel"}
