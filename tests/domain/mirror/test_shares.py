"""In how many notes their goal stands, and what we left behind."""

from kompas.domain.mirror.shares import reflect_goals, reflect_told
from mirrored import hold_up, list_counts

GOAL = 'date = 2026-10-0{}\ngroup = "Koor"\ngoal = "Samen zingen."\nleft_behind = "Waar het loket is."'
NONE = 'date = 2026-11-0{}\ngroup = "Koor"\ngoal = ""'


def test_a_goal_counts_when_it_is_there() -> None:
    """An empty goal is no goal; each period tells its share."""
    found = reflect_goals(hold_up(*(GOAL.format(day) for day in (1, 2, 3)), *(NONE.format(day) for day in (1, 2, 3))))
    assert list_counts(found) == {"goal": 3, "no-goal": 3}
    assert [point.value for point in found.line] == [1.0, 0.0]
    assert found.says_something


def test_too_few_notes_say_nothing() -> None:
    """Four notes are too few for a share, and two for a period."""
    found = reflect_told(hold_up(*(GOAL.format(day) for day in (1, 2)), *(NONE.format(day) for day in (1, 2))))
    assert list_counts(found) == {"told": 2, "not-told": 2}
    assert not found.says_something
    assert (found.ground, found.fewest) == (4, 5)
    assert [point.value for point in found.line] == [None, None]


def test_a_figure_quotes_what_it_counts() -> None:
    """The trace of what we left behind is its text, and its note."""
    trace = reflect_told(hold_up(GOAL.format(1))).bars[0].traces[0]
    assert (trace.text, trace.note, trace.group) == ("Waar het loket is.", "2026-11/a.toml", "Koor")
