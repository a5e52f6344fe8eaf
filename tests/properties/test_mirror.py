"""The mirror: every figure can be traced, and no order of files changes it."""

import datetime
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.domain.matching.content import Reader
from kompas.domain.matching.themes import Thesaurus
from kompas.domain.mirror.mirror import Light, reflect
from kompas.domain.mirror.practice import Window, build_practice
from kompas.domain.mirror.step import Step
from kompas.domain.note import FiledNote, Note, Obstacle, Promise
from kompas.policy.words import read_lexicon
from written import TODAY

LIGHT = Light(read_lexicon(), frozenset(), Reader(Thesaurus([], frozenset()), frozenset()), {"0.toml": TODAY})
NOTES = st.lists(
    st.builds(
        Note,
        date=st.dates(datetime.date(2025, 11, 24), TODAY),
        group=st.sampled_from(["Koor", "koor", "Skaters", "Wijkraad", "IJskar"]),
        author=st.sampled_from([None, "fatma", "joris", "anil"]),
        field=st.sampled_from([None, "council", "communication"]),
        goal=st.sampled_from([None, "", "zingen"]),
        story=st.sampled_from([None, "Een kwetsbare groep in een achterstandswijk."]),
        promises=st.lists(st.just(Promise(what="bellen")), max_size=2).map(tuple),
        obstacles=st.lists(st.just(Obstacle(what="de stoep", ours=True)), max_size=2).map(tuple),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(NOTES, st.sampled_from(Step), st.booleans(), st.randoms())
def test_every_figure_is_its_traces(notes: list[Note], step: Step, mine: bool, chance: random.Random) -> None:
    """A count is the number of things in its trace, each in a note that is there; shuffled files give the same."""
    filed = [FiledNote(f"{number}.toml", note) for number, note in enumerate(notes)]
    window = Window(None, TODAY, step, mine)
    found = reflect(build_practice(filed, [], window, "fatma"), LIGHT)
    by_path = {one.path: one.note for one in filed}
    for reflection in found:
        for bar in reflection.bars:
            assert bar.count == len({trace.unit for trace in bar.traces})
            for trace in bar.traces:
                assert by_path[trace.note].group == trace.group
                assert not mine or by_path[trace.note].author == "fatma"
    chance.shuffle(filed)
    assert reflect(build_practice(filed, [], window, "fatma"), LIGHT) == found
