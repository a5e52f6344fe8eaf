"""A team's own lines: read after the essay's, for their field, and the essay's never lost."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompas.domain.checklist import OWN, Depth, LineKind, build_checklist
from kompas.domain.team_lines import (
    Rewording,
    TeamLine,
    find_line,
    list_current,
    list_team_lines,
    require_line,
    reword,
)
from kompas.errors import AmbiguousLine, LineNotFound
from kompas.policy.checklist import read_topics
from written import TODAY

DO, DONT = LineKind.DO, LineKind.DONT
LINES = (
    TeamLine(DO, "Neem koek mee."),
    TeamLine(DONT, "Begin niet over ons groenplan.", "public-space"),
    TeamLine(DO, "Neem een schort mee.", retired=TODAY),
)


def test_a_line_is_for_its_field_until_it_is_retired() -> None:
    """A line without a field is for every door; a retired one is read nowhere."""
    assert [line.text for line in list_current(LINES, None)] == ["Neem koek mee."]
    assert len(list_current(LINES, "public-space")) == 2
    assert len(list_current(LINES, "council")) == 1


@pytest.mark.parametrize(("depth", "most"), [(Depth.SHORT, 1), (Depth.PAIRS, 3), (Depth.WHOLE, 7)])
def test_as_many_as_there_is_room_for(depth: Depth, most: int) -> None:
    """In a short form some of the lines are read, others every week, and in the end each of them."""
    lines = [TeamLine(DO, f"Regel {number}.") for number in range(7)]
    weeks = [datetime.date(2026, 3, 2) + datetime.timedelta(weeks=number) for number in range(7)]
    read = [list_team_lines(lines, day, depth, "Ons team", "checklist.toml") for day in weeks]
    assert {len(told) for told in read} == {most}
    assert len({line.text for told in read for line in told}) == 7


def test_they_come_after_the_essay() -> None:
    """The team's lines stand after the essay's and before the question for afterwards."""
    own = list_team_lines(LINES[:1], TODAY, Depth.WHOLE, "Ons team", "checklist.toml")
    topics = [line.topic for line in build_checklist(read_topics("nl"), None, TODAY, Depth.WHOLE, own)]
    assert topics.index(OWN) == len(topics) - 2


texts = st.text(min_size=1).filter(str.strip)
lists = st.none() | st.lists(texts, min_size=1).map(tuple)


@given(
    st.lists(
        st.builds(
            Rewording,
            st.sampled_from([topic.id for topic in read_topics("nl")]),
            st.none() | texts,
            lists,
            lists,
            st.none() | texts,
        )
    )
)
def test_no_rewording_drops_a_line(rewordings: list[Rewording]) -> None:
    """Whatever a municipality rewords, every topic is still read: in its order, with a do, a don't and its source."""
    topics = read_topics("nl")
    told = reword(topics, rewordings)
    assert [(one.id, one.kind, one.source) for one in told] == [(one.id, one.kind, one.source) for one in topics]
    assert all(one.dos and one.donts and one.after for one in told)
    said = {line.topic for line in build_checklist(told, None, TODAY, Depth.SHORT)}
    assert said == {line.topic for line in build_checklist(topics, None, TODAY, Depth.SHORT)}


def test_other_words_are_read() -> None:
    """What is reworded is read in the new words, and the rest as it was."""
    (first, *_) = reword(read_topics("nl"), [Rewording("not-the-spider", dos=("Laat los.",))])
    assert first.dos == ("Laat los.",)
    assert first.donts == read_topics("nl")[0].donts


def test_which_line_is_meant() -> None:
    """A part that one line has is enough; the essay's lines and retired ones are not found."""
    assert require_line("GROENPLAN", LINES) == 1
    assert find_line("neem koek mee.", LINES) == 0
    with pytest.raises(AmbiguousLine):
        require_line("e", LINES)
    for text in ("schort", "Leg niet vast wie wie kent.", "", " "):
        with pytest.raises(LineNotFound) as caught:
            require_line(text, LINES)
        assert caught.value.near == ("Neem koek mee.", "Begin niet over ons groenplan.")
