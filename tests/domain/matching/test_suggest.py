"""Suggestions: the grounds on which two groups might meet, and how they add up."""

import pytest

from kompas.domain.group import group_key
from kompas.domain.matching.reason import SHARES, Reason, ReasonKind, Suggestion
from kompas.domain.matching.suggest import list_evidence, suggest_meetings
from kompas.domain.phrase import Phrase
from matched import build_reader, make_suggestion, say


def _suggest(*phrases: Phrase, group: str | None = None) -> list[Suggestion]:
    return suggest_meetings(phrases, build_reader(), group=group)


def _list_evidence(*phrases: Phrase, one: str = "Koor", other: str = "Kookclub") -> list[Reason]:
    return list_evidence(phrases, build_reader(), one, other)


@pytest.mark.parametrize(
    ("giving", "taking", "kind"),
    [
        (say("Koor", "offers", "piano te leen"), say("Band", "asks", "een piano"), ReasonKind.GIVES),
        (say("Koor", "talents", "piano spelen"), say("Band", "asks", "een piano"), ReasonKind.GIVES),
        (say("Koor", "does", "piano spelen"), say("Band", "asks", "een piano"), ReasonKind.GIVES),
        (say("Koor", "does", "in de moestuin werken"), say("Band", "ideas", "een moestuin"), ReasonKind.LEARNS),
        (say("Band", "ideas", "een moestuin"), say("Koor", "ideas", "moestuin op het plein"), ReasonKind.DREAMS),
        (
            say("Band", "does", "zwemmen", place="Zuiderbad"),
            say("Koor", "does", "samen zwemmen", place="Noorderbad"),
            ReasonKind.ALIKE,
        ),
    ],
)
def test_grounds(giving: Phrase, taking: Phrase, kind: ReasonKind) -> None:
    """Groups meet when one has what the other asks, does what it dreams, dreams the same, or does so elsewhere."""
    (suggestion,) = _suggest(giving, taking)
    (reason,) = suggestion.reasons
    assert suggestion.groups == ("Band", "Koor")
    assert (reason.kind, reason.giving, reason.taking) == (kind, giving, taking)
    assert _list_evidence(giving, taking, one="Koor", other="Band") == [reason]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (say("Koor", "asks", "een piano"), say("Band", "asks", "een piano")),
        (say("Koor", "offers", "een piano"), say("Band", "ideas", "een piano")),
        (say("Koor", "leads", "de piano"), say("Band", "asks", "een piano")),
        (say("Koor", "offers", "een piano"), say("Band", "offers", "een piano")),
        (say("Koor", "does", "zwemmen"), say("Band", "does", "zwemmen")),
        (say("Koor", "does", "zwemmen", place="Bad"), say("Band", "does", "zwemmen", place="Bad")),
        (say("Koor", "offers", "een piano"), say("KOOR", "asks", "een piano")),
        (say("Koor", "offers", "een piano"), say(" kóór ", "asks", "een piano")),
        (say("Koor", "offers", "een piano"), say("Band", "asks", "een bakfiets")),
    ],
)
def test_no_ground(one: Phrase, other: Phrase) -> None:
    """To ask the same, to do the same in one place, or to be one group in other capitals, is no ground."""
    assert _suggest(one, other) == []
    assert _list_evidence(one, other, one="Koor", other="Band") == []


@pytest.mark.parametrize("place", ["zuiderbad", "Zuiderbad ", None])
def test_a_place_is_known_in_other_capitals(place: str | None) -> None:
    """Groups that do the same are alike only in places that are known to differ."""
    assert (
        _suggest(say("Koor", "does", "zwemmen", place="Zuiderbad"), say("Band", "does", "zwemmen", place=place)) == []
    )


WHAT_NO_GROUND_IS = [
    ("iets leuks met ouderen", "tijd voor ouderen"),
    ("senioren", "voor ouderen"),
    ("elderly people", "ouderen"),
    ("jongeren", "wij zijn er voor jongeren"),
    ("met moslims", "voor moslims"),
    ("christenen", "christelijke mensen"),
    ("Turkse buren", "Turken"),
    ("Syriërs", "Syrische mensen"),
    ("voor zieken", "zieke mensen"),
    ("mensen met dementie", "dementie"),
    ("arme mensen", "voor arme gezinnen"),
    ("mensen in de bijstand", "wij zijn er voor mensen in de bijstand"),
    ("people on benefits", "voor mensen in de bijstand"),
]


@pytest.mark.parametrize(("offer", "ask"), WHAT_NO_GROUND_IS)
def test_people_are_no_ground(offer: str, ask: str) -> None:
    """Phrases that share only a faith, origin, health, age or income are not tied at all."""
    assert _suggest(say("Koor", "offers", offer), say("Band", "asks", ask)) == []


def test_weights_add_up() -> None:
    """A reason weighs its share of its ties, and each next reason of a suggestion counts half as much."""
    (suggestion,) = _suggest(
        say("Koor", "offers", "piano te leen"),
        say("Band", "asks", "een piano"),
        say("Band", "does", "fietsen repareren"),
        say("Koor", "ideas", "zelf fietsen repareren"),
        say("Koor", "ideas", "een bijenkast op het dak"),
        say("Band", "ideas", "bijen houden"),
        say("Derde", "asks", "soep"),
    )
    assert {reason.kind for reason in suggestion.reasons} == {ReasonKind.GIVES, ReasonKind.LEARNS, ReasonKind.DREAMS}
    for reason in suggestion.reasons:
        assert reason.ties
        assert reason.weight == pytest.approx(SHARES[reason.kind] * sum(one.weight for one in reason.ties))
    first, second, third = (reason.weight for reason in suggestion.reasons)
    assert first >= second >= third
    assert suggestion.weight == pytest.approx(first + second / 2 + third / 4)


def test_at_most_three_reasons_that_differ() -> None:
    """A suggestion has three reasons at most, and no phrase serves two of them; the evidence keeps all."""
    things = ("piano", "oven", "bakfiets", "laptop", "beamer")
    phrases = [
        *(say("Koor", "offers", f"{thing} te leen") for thing in things),
        *(say("Kookclub", "asks", f"een {thing}") for thing in things),
        say("Kookclub", "asks", "ook nog piano", note="later.toml"),
    ]
    (suggestion,) = _suggest(*phrases)
    assert len(suggestion.reasons) == 3
    assert len({reason.giving.text for reason in suggestion.reasons}) == 3
    assert len({reason.taking.text for reason in suggestion.reasons}) == 3
    assert len(_list_evidence(*phrases)) > len(things)


def test_best_comes_first() -> None:
    """Suggestions stand weightiest first, and those of equal weight by name."""
    found = _suggest(
        say("Zang", "offers", "een piano"),
        say("Aap", "asks", "een piano"),
        say("Noot", "offers", "bakfiets"),
        say("Mies", "asks", "bakfiets"),
        say("Wim", "asks", "een bakfiets met een huif, een bel en een dekzeil"),
    )
    assert [one.groups for one in found][-1] == ("Noot", "Wim")
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    equal = _suggest(
        say("B", "offers", "een oven"), say("C", "asks", "een oven"), say("A", "asks", "een oven"),
    )  # fmt: skip
    assert [one.groups for one in equal] == [("A", "B"), ("B", "C")]


def test_silenced_pairs_are_not_suggested() -> None:
    """A pair that is silenced is left out; its groups may meet others."""
    phrases = [say("Koor", "offers", "een piano"), say("Band", "asks", "een piano"), say("Club", "asks", "een piano")]
    found = suggest_meetings(phrases, build_reader(), frozenset({frozenset({"koor", "band"})}))
    assert [one.groups for one in found] == [("Club", "Koor")]


def test_one_group_gets_all_its_own() -> None:
    """Asked about one group, in any capitals, all its suggestions come and no others."""
    phrases = [
        say("Koor", "offers", "een piano"),
        *(say(f"Band {number}", "asks", "een piano voor de avond") for number in range(12)),
        say("Kookclub", "offers", "een oven"),
        say("Band 3", "asks", "een oven"),
    ]
    found = _suggest(*phrases, group="KOOR")
    assert {name for one in found for name in one.groups} == {"Koor", *(f"Band {number}" for number in range(12))}


def test_who_says_it_often_does_not_crowd_out_others() -> None:
    """A group that wrote the same in four notes leaves room for another that wrote it once."""
    often = [say("Koor", "offers", "piano te leen", note=f"{number}.toml") for number in range(4)]
    found = _suggest(*often, say("Orkest", "offers", "piano te leen"), say("Band", "asks", "een piano"))
    assert {one.groups for one in found} == {("Band", "Koor"), ("Band", "Orkest")}


def test_a_third_group_changes_no_suggestion() -> None:
    """What a third group writes takes no suggestion from two others."""
    two = [say("Koor", "offers", "huizen"), say("Band", "asks", "huizenruil")]
    assert [one.groups for one in _suggest(*two, say("Derde", "does", "koffie"))] == [("Band", "Koor")]
    assert [one.groups for one in _suggest(*two, say("Derde", "offers", "een groot huis en een hof"))] == [
        ("Band", "Koor")
    ]


def test_a_pair_is_found_from_either_side() -> None:
    """Asked about either of two groups, the same suggestion comes."""
    phrases = [say("Koor", "offers", "ei"), say("Band", "asks", "eik")]
    assert _suggest(*phrases, group="Koor") == _suggest(*phrases, group="Band")


def test_all_evidence_is_found_among_few() -> None:
    """Of two phrases that are tied the groups are suggested, however light the tie."""
    phrases = [say("Koor", "ideas", "zeppa noorf kwimp blits drolf smink"), say("Kookclub", "ideas", "smink")]
    assert _list_evidence(*phrases)
    assert [one.groups for one in _suggest(*phrases)] == [("Kookclub", "Koor")]


def test_evidence_is_told_once() -> None:
    """What a group wrote to the letter in two notes is one piece of evidence, whatever the order of the notes."""
    twice = [say("Band", "asks", "een oven", note="b.toml"), say("Band", "asks", "een oven", note="a.toml")]
    phrases = [say("Koor", "offers", "een oven"), *twice]
    assert len(_list_evidence(*phrases, one="Koor", other="Band")) == 1


def test_the_order_of_facets_changes_nothing() -> None:
    """Of a text that a note holds in two facets the same one is quoted, whatever the order."""
    phrases = [say("Koor", "does", "piano"), say("Koor", "offers", "piano"), say("Band", "asks", "een piano")]
    assert _suggest(*phrases) == _suggest(*reversed(phrases))


@pytest.mark.parametrize(
    ("ask", "offer"),
    [
        ("the curtains are too long", "naaimachine en een naaister"),
        ("wie helpt bij de belastingaangifte", "tax returns explained"),
        ("zoekt een hondenuitlater", "happy to go dog walking"),
        ("our choir needs singers", "zingen graag"),
        ("iemand om mee te schaken", "chess club"),
        ("een zaaltje om te vergaderen", "meeting room"),
    ],
)
def test_two_languages_meet_by_theme(ask: str, offer: str) -> None:
    """An ask in one language finds an offer in the other, because both touch one theme."""
    (suggestion,) = _suggest(say("Koor", "offers", offer), say("Band", "asks", ask))
    assert suggestion.reasons[0].ties[0].theme


def test_weight_of_a_suggestion_halves() -> None:
    """One reason of weight 0.4 weighs 0.4; a second one adds 0.2, a third 0.1."""
    reasons = make_suggestion("Koor", "Band", 0.4).reasons * 3
    assert [Suggestion(("Band", "Koor"), reasons[:count]).weight for count in (1, 2, 3)] == pytest.approx(
        [0.4, 0.6, 0.7]
    )


def test_names_are_quoted_as_a_note_writes_them() -> None:
    """A group that two notes spell in two ways is one group, named as one of them writes it."""
    (suggestion,) = _suggest(
        say("Kookclub De Klink", "asks", "een piano", note="a.toml"),
        say("kookclub  de klink", "does", "soep koken", note="b.toml"),
        say("Koor", "offers", "piano"),
    )
    assert [group_key(name) for name in suggestion.groups] == ["kookclub de klink", "koor"]
    assert suggestion.groups[0] == "Kookclub De Klink"


def test_nothing_is_suggested_of_nothing() -> None:
    """No phrases, or phrases of a group that is not there, give no suggestion and no evidence."""
    assert _suggest() == _suggest(group="Koor") == _list_evidence() == []
    assert _suggest(say("Koor", "offers", "een piano"), group="Zeppelin") == []
