"""The checklist on a screen: readable at the door, without colour, in any width."""

import json

import pytest

from kompas.domain.checklist import Depth, Line, build_checklist
from kompas.policy.checklist import read_topics
from kompas.render.checklist import list_checklist_rows, render_checklist
from kompas.render.listing import Format, render_listing
from kompas.render.screen import Canvas
from kompas.wording.words import Words
from written import TODAY

PLAIN = Canvas(80, has_colour=False)


def build(language: str = "nl", *, short: bool = False) -> list[Line]:
    """Return the checklist for the council."""
    return build_checklist(read_topics(language), "council", TODAY, Depth.SHORT if short else Depth.WHOLE)


def show(language: str = "nl", *, short: bool = False, with_source: bool = False, canvas: Canvas = PLAIN) -> str:
    """Return it as it is shown."""
    lines = build(language, short=short)
    return render_checklist(
        lines, Words(language), canvas, Depth.SHORT if short else Depth.WHOLE, with_source=with_source
    )


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_mark_tells_a_do_from_a_dont(language: str, short: bool) -> None:
    """Every line stands there in order with its mark, and the marks are explained."""
    marks = {"do": "+", "dont": "-", "after": "?"}
    told = show(language, short=short, canvas=Canvas(200, has_colour=False)).splitlines()
    lines = [line for line in told if line.startswith("  ")]
    assert lines == [f"  {marks[line.kind]} {line.text}" for line in build(language, short=short)]
    assert told[-1] == Words(language).say("checklist.key")
    assert all(mark in told[-1] for mark in marks.values())


def test_topics_have_headings() -> None:
    """The long form has each topic's title once, above its lines; the short form fits a telephone."""
    told = show().splitlines()
    titles = dict.fromkeys(line.title for line in build()[:-1])
    assert [line for line in told if line in titles] == list(titles)
    assert len(show(short=True).splitlines()) <= 16


def test_sources_are_told_when_asked() -> None:
    """With its source every line is followed by where it comes from; without, none is."""
    assert show(with_source=True).count("Oelkers (2013)") == len(build())
    assert "Oelkers" not in show()


@pytest.mark.parametrize("width", [20, 40, 80])
def test_it_fits_its_terminal(width: int) -> None:
    """No line is wider than the terminal, and further lines stand under the text."""
    told = show(canvas=Canvas(width, has_colour=False)).splitlines()
    assert max(len(line) for line in told if line.startswith("  ")) <= width


def test_colour_says_nothing_more() -> None:
    """On a terminal the titles are bold; without colour the same words stand there."""
    coloured = show(canvas=Canvas(80, has_colour=True))
    assert "\x1b[1mNiet de spin in het web\x1b[0m" in coloured
    assert coloured.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "") == show()
    assert "\x1b" not in show()


@pytest.mark.parametrize("form", [Format.JSON, Format.CSV, Format.MARKDOWN, Format.TABLE])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_can_be_used_elsewhere(language: str, form: Format) -> None:
    """In every format the checklist has all its lines."""
    told = "".join(
        render_listing(list_checklist_rows(build(language)), form, Words(language), Canvas(400, has_colour=False))
    )
    assert [line.text for line in build(language) if line.text.replace("'", "") not in told.replace("'", "")] == []
    if form is Format.JSON:
        rows = json.loads(told)
        assert {tuple(row) for row in rows} == {("topic", "title", "kind", "text", "source")}
        assert {row["kind"] for row in rows} == {"do", "dont", "after"}
