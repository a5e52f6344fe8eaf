"""Listings: a table, JSON, CSV and Markdown of the same rows, each harmless where it goes."""

import csv
import datetime
import html
import io
import json
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kompas.render.clean import clean
from kompas.render.listing import Format, Listing, escape_markdown, render_json, render_listing
from kompas.render.screen import Canvas, Screen, is_terminal
from kompas.wording.words import Words

PLAIN = Canvas(80, has_colour=False)
COLOUR = Canvas(80, has_colour=True)
DUTCH = Words("nl")
ESCAPES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def make(text: Any, **more: Any) -> Listing:
    """Return a listing of one row."""
    row = {"text": text, "group": "Koor", "date": datetime.date(2026, 11, 23), **more}
    return Listing(("group", "text", "date", "place"), ("text", "group", "date"), [row])


def show(listing: Listing, form: Format, canvas: Canvas = PLAIN) -> str:
    """Return the listing in Dutch."""
    return "".join(render_listing(listing, form, DUTCH, canvas))


@pytest.mark.parametrize(
    "text", ["[/oops]", "[red]rood[/red]", ":smile:", "[link=http://x]y[/link]", "\\[b]", "{x} %s"]
)
@pytest.mark.parametrize("canvas", [PLAIN, COLOUR], ids=["plain", "colour"])
def test_the_markup_of_rich_stays_text(text: str, canvas: Canvas) -> None:
    """What looks like markup or an emoji code is shown as it was typed."""
    assert text in show(make(text), Format.TABLE, canvas)


def test_a_table_is_words() -> None:
    """A table has its columns named in the user's language, and no room for the others."""
    head, rule, row = show(make("zingen"), Format.TABLE).splitlines()
    assert head.split() == ["wat", "groep", "dag"]
    assert set(rule) == {"─"}
    assert row.split() == ["zingen", "Koor", "2026-11-23"]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_table_fits_its_terminal(width: int) -> None:
    """No line is wider than the terminal, and no text is lost in a narrow one."""
    text = "elke donderdag koken voor veertig mensen met reuzenbraadpannenverhuur"
    told = show(make(text), Format.TABLE, Canvas(width, has_colour=False))
    assert max(map(len, told.splitlines())) <= width
    kept = "".join(told.split())
    assert all(sign in kept for sign in set(text) - {" "})
    assert width < 40 or "donderdag" in told


def test_colour_is_for_terminals() -> None:
    """A table has bold heads in colour, and no escapes at all without."""
    assert "\x1b[1m" in show(make("zingen"), Format.TABLE, COLOUR)
    assert not ESCAPES.search(show(make("zingen"), Format.TABLE))


@pytest.mark.parametrize("form", list(Format))
def test_no_escape_of_people_reaches_the_screen(form: Format) -> None:
    """Escapes, direction overrides and C1 controls of a note come through in no format."""
    told = show(make("\x1b[31m\x9b31m\u202e\u200b\U000e0041rood\x07\x7f"), form)
    assert not ESCAPES.search(told)
    assert not re.search("[\u200b\u202e\U000e0041]", told)
    assert "rood" in told


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Tell that it is."""
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "has_colour"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_a_screen_knows_whether_it_has_colour(
    stream: io.StringIO, environment: dict[str, str], has_colour: bool
) -> None:
    """A terminal has colour unless NO_COLOR is set or it is dumb; a pipe never has."""
    screen = Screen(stream, io.StringIO(), environment)
    assert screen.canvas.has_colour is has_colour
    assert ("\x1b" in show(make("zingen"), Format.TABLE, screen.canvas)) is has_colour


def test_a_closed_stream_is_no_terminal() -> None:
    """A stream that is closed or missing has nobody behind it."""
    stream = Terminal()
    assert is_terminal(stream)
    stream.close()
    assert not is_terminal(stream)
    assert not is_terminal(None)


@pytest.mark.parametrize(
    "text", ["[/oops]", "\x1b[31m", "\u202e\u200b\x9b\x7f\U000e0041", "é🚲 \"'\\", "=1+1", "een\ntwee\t", ""]
)
def test_json_is_exact(text: str) -> None:
    """JSON has every key of every row, the text exactly as it was typed, and days as 2026-11-23."""
    (row,) = json.loads(show(make(text), Format.JSON))
    assert row == {"group": "Koor", "text": text, "date": "2026-11-23", "place": None}
    assert list(row) == ["group", "text", "date", "place"]


def test_json_reads_easily() -> None:
    """JSON keeps accents as they are, and an empty listing is an empty list."""
    assert '"Café"' in show(make("Café"), Format.JSON)
    assert show(Listing(("group",), ("group",), []), Format.JSON) == "[]\n"
    assert json.loads(render_json({"x": True, "y": None, "z": [1]})) == {"x": True, "y": None, "z": [1]}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "＝"])  # noqa: RUF001 a wide sign
def test_a_spreadsheet_runs_nothing(start: str) -> None:
    """A cell that a spreadsheet would read as a formula begins with something else."""
    told = show(make(f"{start}cmd|' /C calc'!A0"), Format.CSV)
    (row,) = csv.DictReader(io.StringIO(told))
    assert row["text"][0] in "'\ufffd"


def test_csv_has_every_key() -> None:
    """CSV has every key as its heading, and reads back what is no formula."""
    text = 'koken, "eten"; \nafwassen'
    told = show(make(text, place=("a", "b")), Format.CSV)
    (row,) = csv.DictReader(io.StringIO(told))
    assert row == {"group": "Koor", "text": text, "date": "2026-11-23", "place": "a; b"}
    assert show(Listing(("group", "text"), (), []), Format.CSV) == "group,text\n"
    (answered,) = csv.DictReader(io.StringIO(show(make(True), Format.CSV)))
    assert (answered["text"], answered["place"]) == ("true", "")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("[x](y)", r"\[x\](y)"),
        ("*x* _y_ `z`", r"\*x\* \_y\_ \`z\`"),
        ("<b>", r"\<b\>"),
        ("a\nb", "a b"),
    ],
)
def test_markdown_is_escaped(text: str, escaped: str) -> None:
    """Pipes, brackets and marks of Markdown are escaped, and a row is one line."""
    head, rule, row = show(make(text), Format.MARKDOWN).splitlines()
    assert head == "| wat | groep | dag |"
    assert rule == "| --- | --- | --- |"
    assert row == f"| {escaped} | Koor | 2026-11-23 |"


SIGNS = st.sampled_from("ab |\\`*_[]()<>#!&;~.-+:/1=\"'\n{}$^") | st.characters(exclude_categories=["Cs"])


@settings(max_examples=250, deadline=None)
@example("&lt;b&gt; &amp; ~~weg~~ ~ook~")
@given(st.lists(SIGNS, max_size=14).map("".join))
def test_markdown_shows_what_was_typed(text: str) -> None:
    """A reader of Markdown shows any text as it was typed."""
    table = f"| wat | dag |\n| --- | --- |\n| {escape_markdown(text)} | einde |\n"
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(table)
    cells = re.findall("<td>(.*?)</td>", page, re.DOTALL)
    assert [html.unescape(cell).split() for cell in cells] == [clean(text, lines=False).split(), ["einde"]]


@pytest.mark.parametrize("form", [Format.TABLE, Format.MARKDOWN])
def test_nothing_is_no_table(form: Format) -> None:
    """An empty listing is no heading without rows."""
    assert show(Listing(("group",), ("group",), []), form) == ""
