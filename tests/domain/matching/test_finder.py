"""The finder: against looking at every phrase one by one."""

from random import Random

import pytest

from kompas.domain.matching.content import count_rarity
from kompas.domain.matching.finder import Finder, Neighbours
from kompas.domain.matching.text import Word, list_words
from kompas.domain.matching.ties import Weighed, closeness, score, weigh
from matched import read

WORDS = [
    "fietsen", "oven", "gordijnen", "naaimachine", "koken", "soep", "tuin", "moestuin", "kas", "schuur",
    "loods", "tafel", "stoelen", "muziek", "koor", "piano", "gitaar", "wandelen", "honden", "kat", "schaken",
    "kaarten", "voetbal", "film", "beamer", "zaal", "keuken", "taart", "brood", "honing", "bijen", "verf",
    "muur", "kast", "verhuizen", "laptop", "telefoon", "formulieren", "belasting", "Nederlands", "Engels",
    "voorlezen", "krant", "foto's", "camera", "hout", "zaag", "kleren", "speelgoed", "ruilen", "bakfiets",
    "aanhanger", "zwemmen", "dansen", "yoga", "toneel", "kostuums", "barbecue", "feest", "vlaggen", "lampen",
    "fietsenmaker", "boekenkast",
]  # fmt: skip
FEWEST_BEST, LEAST_OF_BEST = 0.75, 0.95
"""Of 200 random wishes among some 580 phrases, 6 candidates held the best by score for 0.80, and 40 for 0.99.

The best of 6 candidates scored 0.97 of the best of all, on average. So few words in so many phrases are a worst case.
"""


def _weigh_random(seed: int, count: int, most_words: int = 4) -> list[Weighed]:
    random = Random(seed)  # noqa: S311, an example that is the same each time
    texts = [" ".join(random.sample(WORDS, random.randint(1, most_words))) for _ in range(count)]
    contents = [read(text) for text in dict.fromkeys(texts)]
    rarity = count_rarity(contents)
    return [weigh(content, rarity) for content in contents]


def open_finder(weighed: list[Weighed]) -> Finder:
    """Return the finder among these contents."""
    return Finder([one.content for one in weighed])


def _find_all(gifts: list[Weighed], wish: Weighed) -> set[int]:
    return {id(gift.content) for gift in gifts if score(gift, wish) > 0}


def test_without_a_limit_nothing_is_missed() -> None:
    """Everything that shares a word or a theme is found, as by looking at every phrase."""
    weighed = _weigh_random(1, 400)
    gifts, wishes = weighed[:300], weighed[300:]
    finder = open_finder(gifts)
    for wish in wishes:
        assert {id(found) for found in finder.find(wish)} >= _find_all(gifts, wish)


@pytest.mark.xfail(strict=True, reason="words with one stem share a place")
def test_no_inflection_hides_another() -> None:
    """A word is found by what it looks like, also when another phrase holds an inflection of it."""
    wish, *gifts = (weigh(read(text), count_rarity([read(text)])) for text in ("huizenruil", "huizen", "huis en haard"))
    assert {id(found) for found in open_finder(gifts).find(wish)} == _find_all(gifts, wish)


@pytest.mark.xfail(strict=True, reason="a word of two letters shares one trigram, and two are asked for")
def test_short_words_are_found() -> None:
    """A word of two letters is found by one of three, as it is the other way round."""
    wish, gift = (weigh(read(text), count_rarity([read(text)])) for text in ("eik", "ei"))
    assert [*open_finder([gift]).find(wish)] == [gift.content]


@pytest.mark.parametrize("turn", [0, 7, 10_000])
@pytest.mark.parametrize("most", [1, 2, 6, 40])
def test_a_limit_is_kept(most: int, turn: int) -> None:
    """With a limit there are so many candidates, each once, or as many as share any of the five weightiest traits."""
    weighed = _weigh_random(2, 200)
    finder = open_finder(weighed)
    for wish in weighed[::20]:
        found, everything = finder.find(wish, most, turn), _find_all(weighed, wish)
        assert len({id(one) for one in found}) == len(found) <= most
        assert len(found) == most or len(found) >= len(everything) or len(wish.words) + len(wish.themes) > 5


def test_candidates_hold_the_best() -> None:
    """Of few candidates one is the best of all by score in most cases, and nearly as good in the others."""
    weighed = _weigh_random(3, 800)
    gifts, wishes = weighed[:-200], weighed[-200:]
    finder, by_content = open_finder(gifts), {id(gift.content): gift for gift in gifts}
    shares = []
    for turn, wish in enumerate(wishes):
        best = max(score(gift, wish) for gift in gifts)
        found = max((score(by_content[id(one)], wish) for one in finder.find(wish, 6, turn)), default=0.0)
        shares.append(found / best if best else 1.0)
    assert sum(share > 1 - 1e-9 for share in shares) / len(shares) >= FEWEST_BEST
    assert sum(shares) / len(shares) >= LEAST_OF_BEST


def test_turns_bring_others_to_the_front() -> None:
    """Of many that share as much, other turns find others."""
    gifts = [weigh(read(f"oven {word}"), count_rarity([read(word)])) for word in WORDS if word != "oven"]
    finder, (wish,) = open_finder(gifts), [weigh(read("oven"), count_rarity([read("oven")]))]
    found = {id(one) for turn in range(len(gifts)) for one in finder.find(wish, 4, turn)}
    assert len(found) > len(gifts) / 2


def test_nothing_is_found_among_nothing() -> None:
    """No phrases, or a wish without words, give no candidates."""
    (oven,) = [weigh(read("oven"), count_rarity([read("oven")]))]
    (nothing,) = [weigh(read(""), count_rarity([read("")]))]
    assert open_finder([]).find(oven, 6) == open_finder([]).find(oven) == []
    assert open_finder([oven]).find(nothing, 6) == open_finder([oven]).find(nothing) == []


def test_neighbours() -> None:
    """The words close to a word are found by their trigrams and by their inflections, against comparing all."""
    words: list[Word] = list_words(" ".join(WORDS))
    neighbours = Neighbours(words)
    for word in words:
        assert {other.stem for other in words if closeness(word, other) >= 0.35} <= set(neighbours.find(word))
