"""The page about a group: complete, grouped by file, and safe to hand over."""

import datetime
import json

import pytest

from kompas.domain.about import Fact, list_facts
from kompas.render.about import list_fact_rows, render_about
from kompas.render.listing import Format, render_listing
from kompas.render.screen import Canvas
from kompas.wording.words import Words
from written import FULL, TODAY, parse, parse_met

PLAIN = Canvas(80, has_colour=False)
MET = parse_met('date = 2026-11-01\nbetween = ["Koor", "Kookclub De Klink"]\nanswer = "on-their-own"')


def show(*facts: Fact, language: str = "nl", today: datetime.date = TODAY, canvas: Canvas = PLAIN) -> str:
    """Return the page."""
    return render_about("Kookclub De Klink", facts, today, Words(language), canvas)


def make(text: str, **more: object) -> Fact:
    """Return a fact."""
    filled = {"group": "Koor", "date": TODAY, "key": "talents", "note": "2026-11/a.toml", **more}
    return Fact(text=text, **filled)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_is_told(language: str) -> None:
    """Every text that is kept stands on the page, in both languages."""
    facts = list_facts("Kookclub De Klink", [parse(FULL)], [MET], 365)
    told = " ".join(show(*facts, language=language).split())
    typed = [
        fact.text for fact in facts if fact.text not in {"true", "false"} and fact.key not in {"introduction", "worth"}
    ]
    assert [text for text in typed if text not in told] == []
    assert "2026-11/note.toml" in told
    assert "introductions/met.toml" in told


def test_answers_are_words() -> None:
    """Yes and no to the agreement are told in the user's language."""
    told = show(make("true", key="introduce"), make("false", key="share"))
    assert [line.split()[-1] for line in told.splitlines()[-2:]] == ["ja", "nee"]


def test_a_text_is_no_answer() -> None:
    """A group that is good at "true" is good at "true"."""
    assert show(make("true")).split()[-1] == "true"


def test_promises_and_obstacles_say_what_belongs_to_them() -> None:
    """A promise is told with its day and whether it was kept, an obstacle with whose it is."""
    day = datetime.date(2026, 12, 7)
    told = show(
        make("bellen", key="promises", by=day), make("mailen", key="promises", kept=TODAY),
        make("regels", key="obstacles", ours=True), make("regen", key="obstacles", ours=False), language="en",
    )  # fmt: skip
    for text in ("(by 7 December 2026)", "(kept on 23 November 2026)", "(it is ours)", "(it is not ours)"):
        assert text in told


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (TODAY + datetime.timedelta(days=1), "Stands in the lists until 24 November 2026."),
        (TODAY, "Stands in no list since 23 November 2026."),
        (None, ""),
    ],
)
def test_the_page_says_until_when(until: datetime.date | None, told: str) -> None:
    """A note says until when it is in the lists, or since when it is not."""
    page = show(make("zingen", until=until), language="en")
    assert told in page
    assert bool(told) is ("Stands in" in page)


def test_escapes_never_reach_the_page() -> None:
    """No escape of a text, a group or the name of a file comes through."""
    fact = make("\x1b[31mrood\u202e", note="2026-11/\x1b[2J\n.toml")
    told = render_about("Ko\x9bor", [fact], TODAY, Words("nl"), PLAIN)
    assert not set(told) & set("\x1b\x9b\u202e")
    assert "2026-11/\ufffd[2J .toml" in told


def test_a_terminal_has_bold() -> None:
    """On a terminal the headings are bold; elsewhere there are no escapes."""
    assert "\x1b[1mKookclub De Klink\x1b[0m" in show(make("zingen"), canvas=Canvas(80, has_colour=True))
    assert "\x1b" not in show(make("zingen"))


def test_other_programs_get_every_key() -> None:
    """As JSON every fact is a flat object with all its keys."""
    listing = list_fact_rows(list_facts("Kookclub De Klink", [parse(FULL)], [MET], 365))
    rows = json.loads("".join(render_listing(listing, Format.JSON, Words("nl"), PLAIN)))
    assert {tuple(row) for row in rows} == {
        ("group", "date", "key", "text", "by", "kept", "ours", "answer", "until", "note")
    }
    promise = next(row for row in rows if row["key"] == "promises")
    assert (promise["by"], promise["kept"], promise["ours"]) == ("2026-12-07", "2026-11-20", None)
    assert len(rows) == len(listing.rows) > 20
