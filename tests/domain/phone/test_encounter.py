"""Lines from a phone become encounters; whatever is typed, no word is dropped."""

import re
from datetime import date
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import TODAY
from kompas.domain.phone.doubt import (
    DaylessPromise,
    Doubt,
    LeftOut,
    MisspeltLabel,
    NoGroup,
    PerhapsGroup,
    UnclearAnswer,
    UnclearDay,
)
from kompas.domain.phone.encounter import Encounter, parse_lines
from kompas.policy.labels import read_labels

SUNDAY = date(2026, 11, 22)


def read(text: str, answers: dict[Doubt, str] | None = None) -> list[Encounter]:
    """Return the encounters in `text`, read on Monday 23 November 2026."""
    return parse_lines("visit.txt", dedent(text), read_labels(), TODAY, answers)


def read_one(text: str) -> dict[str, Any]:
    """Return the texts of the one encounter in `text`, about which there is no doubt."""
    (encounter,) = read(text)
    assert encounter.doubts == ()
    return encounter.texts


def find_doubts(text: str) -> list[type[Doubt]]:
    """Return the kinds of doubt about `text`."""
    return [type(doubt) for encounter in read(text) for doubt in encounter.doubts]


def test_the_lines_of_the_issue() -> None:
    """An encounter as people type it: a head, then labels."""
    assert read_one("""
        Kookclub De Klink, gisteren, Dorpshuis
        doet: elke donderdag koken voor 40 mensen
        kan: koken voor grote groepen; taarten
        zoekt: iemand die de oven maakt
        idee: buurtmoestuin
        beloofd: vergunning navragen voor 7 december
    """) == {
        "group": "Kookclub De Klink",
        "date": SUNDAY,
        "place": "Dorpshuis",
        "does": ["elke donderdag koken voor 40 mensen"],
        "talents": ["koken voor grote groepen", "taarten"],
        "asks": ["iemand die de oven maakt"],
        "ideas": ["buurtmoestuin"],
        "promises": [{"what": "vergunning navragen", "by": date(2026, 12, 7)}],
    }


def test_the_same_in_english() -> None:
    """English labels and days, in another order."""
    assert read_one("""
        Yesterday | Cooking club De Klink | Village hall | coffee morning
        Good at: cooking for many
        Looks for: someone who mends the oven
        We promised: ask about the permit by 7 December
        in the way: the permit takes long (ours)
        may we remember this? yes
        share: rather not
        contact: the cook
    """) == {
        "group": "Cooking club De Klink",
        "date": SUNDAY,
        "place": "Village hall",
        "occasion": "coffee morning",
        "talents": ["cooking for many"],
        "asks": ["someone who mends the oven"],
        "promises": [{"what": "ask about the permit", "by": date(2026, 12, 7)}],
        "obstacles": [{"what": "the permit takes long", "ours": True}],
        "agreement": {"remember": True, "share": False, "contact": "the cook"},
    }


@pytest.mark.parametrize(
    "line",
    [
        "doet: koken", "Doet : koken", "DOET:koken", "doen = koken", "doet - koken", "doet – koken", "Doet — koken",  # noqa: RUF001
        "- doet: koken", "* doet: koken", "• doet: koken", "  doet: koken", "> doet: koken", "> > doet: koken",
        "*doet:* koken", "**Doet**: koken", "_doet_: koken", "# doet: koken", "“doet”: koken", "doet\tkoken",
        "Wat doen zij? koken", "wat ze doen: koken", "Wat doen zij nu: koken", "zij doen: koken", "dóét: koken",
        "does: koken", "What they do: koken", "activiteit: koken", "Activiteiten - koken", "\ufeffdoet: koken",
        "doet:\n- koken", "doet\n- koken", "## Doet\nkoken", "doet:\n\n• koken", "doet:\n  koken", "doet: koken;",
        "doet\uff1akoken", "doet:\u00a0koken", "\u200edoet: koken",
    ],
)  # fmt: skip
def test_a_label_is_forgiving(line: str) -> None:
    """Case, accents, marks, dashes, bullets, quoting and small words make no difference."""
    assert read_one(f"Koor, gisteren\n{line}\n")["does"] == ["koken"]


def test_lists_go_on_below_their_label() -> None:
    """Bullets and indented lines belong to the label above; each is a phrase, and so is what a semicolon parts."""
    texts = read_one("""
        Koor, gisteren
        doet:
        - zingen
        - op zondag: soep; brood

        - samen eten
        kan: hard zingen
          lang zingen
        Ze lachten veel.
        - en dansten
    """)
    assert texts["does"] == ["zingen", "op zondag: soep", "brood", "samen eten"]
    assert texts["talents"] == ["hard zingen", "lang zingen"]
    assert texts["story"] == "Ze lachten veel.\nen dansten"


def test_a_line_that_a_mail_broke_is_whole_again() -> None:
    """A long line that goes on with a small letter is one line."""
    texts = read_one("""
        Koor, gisteren
        beloofd: navragen of de zaal op donderdag vrij is en wat de huur dan kost,
        voor 7 december
        Zij zingen al dertig jaar in dezelfde kerk en willen nu graag eens naar
        buiten.
    """)
    what = "navragen of de zaal op donderdag vrij is en wat de huur dan kost"
    assert texts["promises"] == [{"what": what, "by": date(2026, 12, 7)}]
    assert texts["story"] == "Zij zingen al dertig jaar in dezelfde kerk en willen nu graag eens naar buiten."


def test_several_labels_on_one_line() -> None:
    """A label behind a semicolon is a label."""
    texts = read_one("Koor, gisteren\ndoet: zingen; soep; kan: hard zingen; zoekt: een zaal\n")
    assert (texts["does"], texts["talents"], texts["asks"]) == (["zingen", "soep"], ["hard zingen"], ["een zaal"])


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Koor", {"group": "Koor"}),
        ("Koor, gisteren", {"group": "Koor", "date": SUNDAY}),
        ("Koor gisteren", {"group": "Koor", "date": SUNDAY}),
        ("Koor zondag", {"group": "Koor zondag"}),
        ("gisteren, Koor", {"group": "Koor", "date": SUNDAY}),
        ("Koor - 22/11 - Kerk", {"group": "Koor", "date": SUNDAY, "place": "Kerk"}),
        ("Koor – zondag, 22 november – Kerk", {"group": "Koor", "date": SUNDAY, "place": "Kerk"}),  # noqa: RUF001
        ("Koor, Kerk", {"group": "Koor", "place": "Kerk"}),
        ("Koor, Plein 40-45, zo 22 nov", {"group": "Koor", "date": SUNDAY, "place": "Plein 40-45"}),
        ("Koor, De Markt, Oost", {"group": "Koor", "place": "De Markt", "occasion": "Oost"}),
        ("Koor: gisteren, Kerk", {"group": "Koor", "date": SUNDAY, "place": "Kerk"}),
        ("groep: Koor, dans en zang\ndatum: gisteren", {"group": "Koor, dans en zang", "date": SUNDAY}),
        ("Onderwerp: Koor, gisteren", {"group": "Koor", "date": SUNDAY}),
        ("22 november\nKoor", {"group": "Koor", "date": SUNDAY}),
        ("# Koor, gisteren", {"group": "Koor", "date": SUNDAY}),
        ("Koor\nwaar: Kerk\nwaar: Oost", {"group": "Koor", "place": "Kerk", "story": "waar: Oost"}),
    ],
)
def test_a_head(head: str, told: dict[str, Any]) -> None:
    """The head tells the group, the day, the place and the occasion, in any order that people use."""
    assert read_one(head) == told


def test_several_encounters() -> None:
    """A head with a day, a rule, the label of a group, or a name above labels that were told before opens the next."""
    text = """
        Koor, gisteren
        doet: zingen
        Fietsers, vandaag, Wijkhuis
        doet: fietsen

        Breigroep
        doet: breien
        ---
        Schaakclub
        groep: Band
        doet: spelen
    """
    assert [one.texts["group"] for one in read(text)] == ["Koor", "Fietsers", "Breigroep", "Schaakclub", "Band"]
    assert [one.line for one in read(text)] == [2, 4, 7, 10, 11]


def test_a_sentence_with_a_day_is_no_head() -> None:
    """A sentence stays in the story, also when it names a day."""
    text = "Koor, eergisteren\ndoet: zingen\n\nGisteren, zo vertelden ze, was het feest.\nkan: hard zingen\n"
    assert read_one(text)["story"] == "Gisteren, zo vertelden ze, was het feest."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Koor, gisteren\nzoket: een zaal", MisspeltLabel),
        ("Koor, gisteren\nTalneten: zingen", MisspeltLabel),
        ("Koor, gisteren\ndoet: zingen\n\nBuren van Oost\nkan: koken", PerhapsGroup),
        ("Koor, gisteren\nbeloofd: bellen voor 31 november", DaylessPromise),
        ("Koor, gistren, Kerk", UnclearDay),
        ("Koor, 31 november", UnclearDay),
        ("Koor, vorige week", UnclearDay),
        ("Koor\ndatum: ooit", UnclearDay),
        ("Koor\nonthouden: eerst vragen", UnclearAnswer),
        ("Koor\ndelen: ja\ndelen: nee", UnclearAnswer),
        ("doet: zingen", NoGroup),
        ("Vandaag was ik bij het koor, zij zingen daar al dertig jaar.", NoGroup),
        ("Koor\nVerstuurd vanaf mijn iPhone", LeftOut),
    ],
)
def test_what_can_be_read_in_two_ways_is_in_doubt(text: str, kind: type[Doubt]) -> None:
    """Where a person would ask, kompas does, or says what it made of it; a day or a yes is never guessed."""
    assert find_doubts(text) == [kind]


@pytest.mark.parametrize(
    "line",
    ["Let op: glad", "kok: aardig", "14:00 begonnen", "https://oost.example/koor", "Hans: hallo", "Ze zei: kom", "Tja"],
)
def test_what_is_near_no_label_is_the_story(line: str) -> None:
    """A colon alone makes no label, and no doubt."""
    assert read_one(f"Koor\n{line}") == {"group": "Koor", "story": line}


@pytest.mark.parametrize(
    ("text", "answer", "key", "value"),
    [
        ("Koor\nzoket: een zaal", "ja", "asks", ["een zaal"]),
        ("Koor\nzoket: een zaal", "nee", "story", "zoket: een zaal"),
        ("Koor, gistren", "gisteren", "date", SUNDAY),
        ("Koor\ndelen: eerst vragen", "nee", "agreement", {"share": False}),
        ("Koor\ndelen: eerst vragen", "nee", "story", "delen: eerst vragen"),
        ("beloofd: bellen voor 31 november", "Koor", "group", "Koor"),
    ],
)
def test_an_answer_takes_a_doubt_away(text: str, answer: str, key: str, value: object) -> None:
    """What a person says of a doubt is what the lines meant."""
    doubt = read(text)[0].doubts[-1]
    (encounter,) = read(text, {doubt: answer})
    assert doubt not in encounter.doubts
    assert encounter.texts[key] == value


def test_an_answer_makes_another_encounter() -> None:
    """Who says that a line names a group has two encounters."""
    text = "Koor, gisteren\ndoet: zingen\n\nBuren van Oost\nkan: koken"
    (doubt,) = read(text)[0].doubts
    assert [one.texts["group"] for one in read(text, {doubt: "ja"})] == ["Koor", "Buren van Oost"]
    assert read(text, {doubt: "nee"})[0].texts["story"] == "Buren van Oost"


def test_lines_of_the_phone_are_told_and_left_out() -> None:
    """Who sent a mail to whom is in no note and no draft, and is told."""
    text = """
        Van: Fatma <fatma@oost.example>
        Datum: maandag 23 november 2026 om 14:02
        Onderwerp: Koor, gisteren
        Aan: mij

        doet: zingen
        Verstuurd vanaf mijn iPhone
    """
    (encounter,) = read(text)
    assert encounter.texts == {"group": "Koor", "date": SUNDAY, "does": ["zingen"]}
    assert [(type(doubt), doubt.line) for doubt in encounter.doubts] == [(LeftOut, at) for at in (2, 3, 5, 8)]
    assert encounter.typed == "Onderwerp: Koor, gisteren\n\ndoet: zingen\n"


def test_the_lines_of_an_encounter_are_read_the_same_again() -> None:
    """A draft of lines is read as it was the first time."""
    text = "Koor, gistren\ndoet:\n- zingen\n\n- eten\n\nZe lachten.\n> kan: koken"
    (first,) = read(text)
    (again,) = read(first.typed)
    assert again.texts == first.texts


WORDS = st.text("bcdfghjklmnpqrstvwxz", min_size=9, max_size=12).map(lambda word: f"zq{word}")
STARTS = st.sampled_from([
    "", "", "doet: ", "kan - ", "zoekt:\n", "- ", "  ", "> ", "verhaal: ", "beloofd: ", "in de weg: ", "waar: ",
    "zoket: ", "datum: ", "groep: ", "Koor, gisteren, ", "\n", "---\n", "delen: ", "contact: ", "les: ", "doel: ",
    "veld: ", "onbekend: ",
])  # fmt: skip
ENDS = st.sampled_from(
    ["", "", ".", ";", " voor 7 december", ", gisteren", "; kan: x", " @ vrijdag", " (van ons)", ", 31 november"]
)
LINES = st.lists(st.tuples(STARTS, st.lists(WORDS, max_size=4).map(" ".join), ENDS).map("".join), max_size=12)


def list_told(encounters: list[Encounter]) -> str:
    """Return all that the encounters and their doubts hold, as one text."""
    return "\n".join([f"{one.texts} {one.doubts}" for one in encounters])


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_no_word_is_dropped(lines: list[str]) -> None:
    """Every word that people type stands in an encounter, or in a doubt that is told, as often as it was typed."""
    text = "\n".join(lines)
    told = list_told(read(text))
    assert [word for word in re.findall(r"zq\w+", text) if word not in told] == []


@settings(max_examples=150, deadline=None)
@example("\u2028-\n>>>\x0c:\n= =")
@given(st.text() | LINES.map("\n".join))
def test_every_line_stands_in_an_encounter(text: str) -> None:
    """Whatever stands in a file, its words are among the lines of an encounter or told."""
    encounters = read(text)
    told = "\n".join([list_told(encounters), *(one.typed for one in encounters)])
    words = re.findall(r"[^\W_]+", text.translate(dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))))
    assert [word for word in words if word not in told] == []
