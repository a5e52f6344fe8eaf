"""Ties: what binds two phrases, by which words, and how much it counts."""

import subprocess
import sys
from itertools import product

import pytest

from kompas.domain.matching.reason import TieKind
from kompas.domain.matching.ties import find_ties, score
from matched import read, tie, weigh_all

PHRASES = (
    "een droge stalling voor twee duofietsen",
    "de helft van de loods staat leeg en is droog",
    "gordijnen inkorten",
    "naaiatelier met zes naaimachines",
    "wij zingen en lezen noten",
    "singing in a choir",
    "samen muziek maken",
    "een lange tafel voor de hele straat",
    "tafels en stoelen te leen",
    "fietsen repareren, ook bakfietsen",
    "kent de wijk",
)


@pytest.mark.parametrize(
    ("giving", "taking", "kind", "quoted"),
    [
        ("een zeppelin", "de Zeppelin", TieKind.WORD, ("zeppelin", "Zeppelin")),
        ("zeppelins", "een zeppelin", TieKind.STEM, ("zeppelins", "zeppelin")),
        ("een zepelin", "een zeppelin", TieKind.SPELLING, ("zepelin", "zeppelin")),
        ("een zeppelin", "luchthavenzeppelin", TieKind.PART, ("zeppelin", "luchthavenzeppelin")),
        ("een naaimachine", "de gordijnen", TieKind.THEME, ("naaimachine", "gordijnen")),
        ("noten lezen", "wij zingen graag", TieKind.PARENT, ("noten lezen", "zingen")),
    ],
)
def test_kind_of_tie(giving: str, taking: str, kind: TieKind, quoted: tuple[str, str]) -> None:
    """Words are tied as the same, inflected, a slip of the pen, a shared part, one theme, or kin; quoted as written."""
    assert (kind, *quoted) in {(one.kind, one.giving, one.taking) for one in tie(giving, taking)}


@pytest.mark.parametrize(
    ("giving", "taking"), [("haven", "hangen"), ("boren", "buren"), ("praat", "slaat"), ("laken", "kijken")]
)
def test_words_without_a_part_in_common_are_strangers(giving: str, taking: str) -> None:
    """Words that only share an ending are not said to share a part."""
    assert TieKind.PART not in {one.kind for one in tie(giving, taking)}


@pytest.mark.parametrize(
    ("giving", "taking"),
    [
        ("schaken", "een bakfiets"),
        ("wij zoeken iemand die graag helpt", "iemand die graag helpt zoeken wij"),
        ("elke week op dinsdag", "op dinsdag in de week"),
        ("", "een bakfiets"),
        ("🚲", "🚲"),
    ],
)
def test_strangers_are_not_tied(giving: str, taking: str) -> None:
    """Phrases that share no word and no theme, or only the frame around an ask, are not tied at all."""
    assert tie(giving, taking) == ()
    assert score(*weigh_all(giving, taking)) == 0


def test_score_is_the_sum_of_ties() -> None:
    """The score is the weight of all ties, which stand weightiest first; no tie weighs nothing."""
    for giving, taking in product(weigh_all(*PHRASES), repeat=2):
        ties = find_ties(giving, taking)
        assert score(giving, taking) == pytest.approx(sum(one.weight for one in ties))
        assert [one.weight for one in ties] == sorted((one.weight for one in ties), reverse=True)
        assert all(one.weight > 0 for one in ties)


def test_a_phrase_is_tied_to_itself_in_full() -> None:
    """The ties of a phrase with itself add up to 1 when it has words and themes."""
    for text in PHRASES:
        content, (weighed,) = read(text), weigh_all(text)
        whole = (bool(content.words) + bool(content.themes)) / 2
        assert score(weighed, weighed) == pytest.approx(whole)


WEIGH = """
from kompas.domain.matching.content import Content
from kompas.domain.matching.ties import Weighed, score
one = Weighed(Content({}, {}), {}, {f"theme {number}": 1 / (number + 3) for number in range(40)})
print(repr(score(one, one)))
"""


def test_score_is_the_same_in_every_process() -> None:
    """The same notes weigh the same to the last digit on every run, so that equals keep their order."""
    runs = [
        subprocess.run([sys.executable, "-c", WEIGH], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in "12345"
    ]
    assert len({run.stdout for run in runs}) == 1


def test_ties_weigh_at_most_one() -> None:
    """However often a word is repeated in other forms, the ties of two phrases add up to 1 at most."""
    assert sum(one.weight for one in tie("wandelen", "wandelen, wandelt, gewandeld")) <= 1


def test_the_closest_word_ties() -> None:
    """Each word that is sought is tied to the one word closest to it."""
    tied = {(one.giving, one.taking) for one in tie("tent, tenten en partytent", "tenten") if one.theme is None}
    assert tied == {("tent", "tenten")}


def test_a_rare_word_weighs_more() -> None:
    """The word that fewer phrases hold weighs more in a reason."""
    giving, taking, *_ = weigh_all("zeppelin en ballon", "ballon of zeppelin", *("de ballon",) * 6)
    assert [one.taking for one in find_ties(giving, taking) if one.theme is None] == ["zeppelin", "ballon"]


def test_every_tie_quotes_words_that_stand_there() -> None:
    """Every word of a tie stands in its own phrase, as it was written there."""
    for giving, taking in product(PHRASES, repeat=2):
        for one in tie(giving, taking):
            assert all(word in giving for word in one.giving.split())
            assert all(word in taking for word in one.taking.split())
