"""Today's page on a screen: ten lines at most, and every line says what to type."""

import datetime
import re
from dataclasses import replace

import pytest
import typer

from kompas.cli.grammar import app
from kompas.domain.promise import OurPromise, PromiseState
from kompas.domain.today import Today
from kompas.render.screen import Canvas
from kompas.render.today import render_beginning, render_today
from kompas.wording.words import Words, read_wording
from written import TODAY, parse, parse_met

PLAIN = Canvas(80, has_colour=False)
LONG = "De Vereniging van Bewoners van de Hoge Wilgenstraat en Omstreken"
PROMISE = OurPromise(LONG, "iets", TODAY, None, PromiseState.LATE, TODAY, None, None, "a.toml", 0)
MET = parse_met('date = 2026-10-01\nbetween = ["Koor", "Kookclub"]\nanswer = "asked"').introduction
FULL = Today(
    late=(PROMISE,) * 12,
    due=(PROMISE,),
    unanswered=(MET, MET),
    unseen=(LONG,) * 45,
    fading=(parse(f'date = 2025-12-01\ngroup = "{LONG}"'),) * 23,
    drafts=3,
    unshared=14,
    pair=(LONG, LONG[3:]),
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_full_day_is_ten_lines(language: str) -> None:
    """With everything there is, and long names, it is ten lines of 80 signs at most."""
    told = render_today(FULL, TODAY, Words(language), PLAIN).split("\n")
    assert len(told) <= 10
    assert max(map(len, told)) <= 80


@pytest.mark.parametrize("language", ["nl", "en"])
def test_only_what_there_is(language: str) -> None:
    """Each thing that waits has its own line, and an empty day says so."""
    for key in ("late", "due", "unanswered", "unseen", "fading", "drafts", "unshared", "pair"):
        told = render_today(replace(Today(), **{key: getattr(FULL, key)}), TODAY, Words(language), PLAIN)
        assert told.count("kompas ") == 1
    nothing = render_today(Today(), TODAY, Words(language), PLAIN)
    assert Words(language).say("today.nothing") in nothing


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_on_it_exists(language: str) -> None:
    """What the page says to type is a command of kompas, by its name in that language."""
    command = typer.main.get_command(app)
    names = {one.dutch if language == "nl" else one.name for one in command.commands.values()}
    lines = {key: text for key, text in read_wording(language).items() if key.startswith(("today.", "beginning."))}
    typed = {found for text in lines.values() for found in re.findall(r": kompas ([a-z-]+)", text)} - {"--help"}
    assert typed <= names
    assert len(typed) > 4


def test_a_name_can_be_typed_as_it_stands() -> None:
    """A name in a command is a part of the group's name, on one line, without quotes or signs that a shell reads."""
    sly = 'Koor "De $Losse" `Noot`\x1b[31m'
    told = render_today(Today(unseen=(sly,)), TODAY, Words("nl"), PLAIN)
    assert told.endswith('kompas checklijst "Koor"')


@pytest.mark.parametrize("language", ["nl", "en"])
def test_how_to_begin(language: str) -> None:
    """Outside a notebook the first line to type makes one."""
    told = render_beginning(Words(language), PLAIN)
    assert told.index("begin" if language == "nl" else "init") < told.index("--help")
    assert len(told.split("\n")) <= 10


def test_on_a_telephone() -> None:
    """On a narrow screen a command stands on a line of its own, and no line is too wide."""
    told = render_today(FULL, datetime.date(2026, 9, 30), Words("nl"), Canvas(40, has_colour=False)).split("\n")
    assert max(map(len, told)) <= 40
    assert "    kompas ontmoet --kept" in told
