"""Matching, whatever people wrote: nothing hangs on the order, on who is asked, or on what others wrote."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.domain.group import group_key
from kompas.domain.living import list_living
from kompas.domain.matching.pool import list_matchable
from kompas.domain.matching.reason import SIDES, Reason
from kompas.domain.matching.suggest import list_evidence, suggest_meetings
from kompas.domain.note import Agreement, FiledNote, Note
from kompas.domain.phrase import Facet, Phrase
from matched import DAY, build_reader

# Every word once and in one form: what inflections in one notebook do to each other stands in test_suggest.py.
WORDS = [
    "fietsen", "oven", "gordijnen", "naaimachine", "soep", "moestuin", "schuur", "tafel", "stoelen", "muziek",
    "koor", "piano", "gitaar", "wandelen", "honden", "schaken", "voetbal", "film", "beamer", "zaal", "keuken",
    "taart", "brood", "bijen", "verf", "kast", "verhuizen", "laptop", "telefoon", "formulieren", "belasting",
    "Nederlands", "English", "voorlezen", "krant", "foto's", "camera", "hout", "kleren", "speelgoed", "ruilen",
    "aanhanger", "zwemmen", "dansen", "toneel", "barbecue", "feest", "vlaggen", "bicycle", "sewing", "cooking",
    "garden", "choir", "neighbours", "furniture", "moving", "ouderen", "moslims", "bijstand", "voor", "iemand",
    "graag", "met", "van", "samen",
]  # fmt: skip
GROUPS = ("Koor", "Kookclub De Klink", "Naaiatelier", "Moestuin", "Band", "Fietsmaatjes")
SPELLINGS = st.sampled_from([str, str.upper, str.lower])
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True).map(" ".join)
FACET = st.sampled_from(Facet)
PLACE = st.sampled_from(["Dorpshuis", "Buurthuis", None])


@st.composite
def _draw_phrases(draw: st.DrawFn, groups: tuple[str, ...] = GROUPS) -> list[Phrase]:
    """Draw phrases; a group says a text once, in one note that no other phrase stands in."""
    said = draw(
        st.lists(st.tuples(st.sampled_from(groups), TEXT, FACET, PLACE), max_size=14, unique_by=lambda one: one[:2])
    )
    return [
        Phrase(group, facet, text, DAY, place, None, f"2026-11/{number:02}.toml")
        for number, (group, text, facet, place) in enumerate(said)
    ]


@st.composite
def _draw_notes(draw: st.DrawFn) -> list[FiledNote]:
    said = draw(
        st.lists(
            st.tuples(st.sampled_from(GROUPS), SPELLINGS, st.booleans() | st.none(), st.booleans(), _draw_sides()),
            max_size=8,
        )
    )
    return [
        FiledNote(
            f"2026-11/{number:02}.toml",
            Note(date=DAY, group=spell(group), agreement=Agreement(introduce=may, sensitive=sensitive), **sides),
        )
        for number, (group, spell, may, sensitive, sides) in enumerate(said)
    ]


def _draw_sides() -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    return st.dictionaries(FACET.map(str), st.lists(TEXT, max_size=2).map(tuple), max_size=4)


def _list_quoted(reasons: Iterable[Reason]) -> list[Phrase]:
    return [phrase for reason in reasons for phrase in (reason.giving, reason.taking)]


def _name_ties(reasons: Iterable[Reason]) -> set[tuple[object, ...]]:
    return {
        (reason.kind, reason.giving, reason.taking, one.kind, one.giving, one.taking, one.theme)
        for reason in reasons
        for one in reason.ties
    }


@settings(max_examples=60, deadline=None)
@given(_draw_phrases().flatmap(lambda phrases: st.tuples(st.just(phrases), st.permutations(phrases))))
def test_order_changes_nothing(orders: tuple[list[Phrase], list[Phrase]]) -> None:
    """The order of phrases changes no suggestion and no evidence."""
    phrases, shuffled = orders
    reader = build_reader()
    assert suggest_meetings(shuffled, reader) == suggest_meetings(phrases, reader)
    assert list_evidence(shuffled, reader, *GROUPS[:2]) == list_evidence(phrases, reader, *GROUPS[:2])


@settings(max_examples=60, deadline=None)
@given(_draw_phrases())
def test_every_reason_quotes_what_was_given(phrases: list[Phrase]) -> None:
    """No suggestion without a reason, no reason without a tie; each quotes phrases and words that stand there."""
    for suggestion in suggest_meetings(phrases, build_reader()):
        assert suggestion.reasons
        assert suggestion.weight > 0
        assert set(_list_quoted(suggestion.reasons)) <= set(phrases)
        for reason in suggestion.reasons:
            assert {reason.giving.group, reason.taking.group} == set(suggestion.groups)
            assert reason.giving.facet in SIDES[reason.kind][0]
            assert reason.taking.facet is SIDES[reason.kind][1]
            assert reason.ties
            for one in reason.ties:
                assert set(one.giving.split()) <= set(reason.giving.text.split())
                assert set(one.taking.split()) <= set(reason.taking.text.split())


@settings(max_examples=60, deadline=None)
@given(_draw_phrases())
def test_either_group_gets_the_same(phrases: list[Phrase]) -> None:
    """A-B is B-A: the evidence is the same, and so is what either group is suggested of the other."""
    reader = build_reader()
    by_group = {group: suggest_meetings(phrases, reader, group=group) for group in GROUPS}
    for one, suggestions in by_group.items():
        for suggestion in suggestions:
            assert one in suggestion.groups
            (other,) = {*suggestion.groups} - {one}
            assert suggestion in by_group[other]
            evidence = list_evidence(phrases, reader, one, other)
            assert evidence == list_evidence(phrases, reader, other, one)
            assert set(map(str, suggestion.reasons)) <= set(map(str, evidence))


@settings(max_examples=60, deadline=None)
@given(_draw_phrases(GROUPS[:2]), _draw_phrases(GROUPS[2:]))
def test_a_third_group_changes_no_tie(two: list[Phrase], others: list[Phrase]) -> None:
    """What third groups write never changes which words tie a pair, only how much they weigh."""
    reader = build_reader()
    alone, among = (list_evidence(phrases, reader, *GROUPS[:2]) for phrases in (two, two + others))
    assert _name_ties(alone) == _name_ties(among)


@settings(max_examples=60, deadline=None)
@given(_draw_notes())
def test_nobody_is_matched_against_their_will(notes: list[FiledNote]) -> None:
    """Who said no appears nowhere, no group meets itself, and of a sensitive group three sides are quoted."""
    phrases = list(list_matchable(list_living(notes, DAY, 365), notes))
    # All notes are of one day, on which no beats yes.
    refusing = {
        group_key(one.note.group) for one in notes if one.note.agreement and one.note.agreement.introduce is False
    }
    sensitive = {group_key(one.note.group) for one in notes if one.note.agreement and one.note.agreement.sensitive}
    for group in (None, *GROUPS):
        for suggestion in suggest_meetings(phrases, build_reader(), group=group):
            keys = {group_key(name) for name in suggestion.groups}
            assert len(keys) == 2
            assert not keys & refusing
            for phrase in _list_quoted(suggestion.reasons):
                open_sides = {Facet.DOES, Facet.OFFERS, Facet.ASKS}
                assert group_key(phrase.group) not in sensitive or phrase.facet in open_sides
                assert group_key(phrase.group) in keys
    for one in refusing:
        for other in GROUPS:
            assert list_evidence(phrases, build_reader(), one, other) == []
