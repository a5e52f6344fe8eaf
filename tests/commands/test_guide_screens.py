"""The round on other screens: narrow, without colour, read aloud; and on a disk that takes nothing."""

import os
import re
import resource
from pathlib import Path

import pytest

from terminal import Start, list_drafts

COLOUR = re.compile(r"\x1b\[[0-9;]*?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m")
QUESTIONS = 11


def test_forty_columns(start: Start, notebook: Path) -> None:
    """On forty columns the questions and the menu are whole, broken between words."""
    terminal = start(columns=40)
    terminal.answer("Welke groep?", "Koor", *[""] * QUESTIONS)
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    lines = [line.rstrip() for line in terminal.text.replace("\r", "").splitlines()]
    long = [line for line in lines if len(line) > 40 and str(notebook) not in line]
    assert [line for line in long if not line.startswith("Opgeslagen")] == []
    assert "Met Enter sla je een vraag over. Een" in lines


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colour", "no-colour"])
def test_no_colour(start: Start, environment: dict[str, str]) -> None:
    """With NO_COLOR nothing has a colour, what is proposed while you type neither; without it something has."""
    terminal = start("notitie", "Koor", **environment)
    terminal.answer("Waar?", "Plein")
    for question in ("Wat doen zij?", "Waar zijn zij goed in?"):
        terminal.answer(question, "koken", "")
    terminal.answer("Wat kunnen zij", "\x03")
    assert terminal.end() == 130
    assert not COLOUR.search(terminal.shown) or not environment


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        pytest.param(["--plain", "notitie"], {}, id="option"),
        pytest.param(["notitie"], {"KOMPAS_PLAIN": "1"}, id="variable", marks=pytest.mark.slow),
        pytest.param(["notitie"], {"TERM": "dumb"}, id="dumb", marks=pytest.mark.slow),
    ],
)
def test_a_plain_screen(start: Start, notebook: Path, words: list[str], environment: dict[str, str]) -> None:
    """Read aloud, or on a terminal that only writes lines, no escape code is sent; all can be done that can be done."""
    terminal = start(*words, **environment)
    terminal.answer("Welke groep?", "Koor")
    terminal.answer("Waar?", "Plein")
    terminal.answer("Wat doen zij?", "<")
    terminal.answer("Waar? [Plein]", "")
    terminal.answer("Wat doen zij?", "zingen")
    terminal.answer("En?", "dansen")
    terminal.answer("En?", "<")
    terminal.answer("Wat doen zij? [dansen]", "-")
    terminal.answer("Waar zijn zij goed in?", "bel 06-12345678")
    terminal.answer("Waar zijn zij goed in? [bel 06-12345678]", "-")
    for question in ("Wat kunnen", "Wat zoeken", "Welk idee", "Welke andere", "Wat beloofde", "Wat zit", "Wat weten"):
        terminal.answer(question, "")
    terminal.answer("Vraag aan jezelf:", "")
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    assert "\x1b" not in terminal.shown
    (note,) = notebook.glob("2*/*.toml")
    text = note.read_text(encoding="utf-8")
    assert 'does = [\n    "zingen",\n]' in text
    assert "talents" not in text
    assert 'place = "Plein"' in text


@pytest.mark.slow
def test_the_end_of_the_input_is_a_stop(start: Start) -> None:
    """Ctrl-D stops the round as Ctrl-C does, also on a plain screen."""
    for words in (["notitie", "Koor"], ["--plain", "notitie", "Band"]):
        terminal = start(*words)
        terminal.answer("Waar?", "Plein")
        terminal.see("Wat doen zij?")
        terminal.wait_for_line()
        terminal.child.sendeof()
        terminal.see("Wat je typte staat in")
        assert terminal.end() == 130
    assert len(list_drafts()) == 2


@pytest.mark.slow
def test_a_disk_that_takes_no_draft(start: Start, notebook: Path) -> None:
    """Where no draft can be written the round says so once, and the note is saved all the same."""
    state = Path(os.environ["HOME"]) / ".local" / "state"
    state.mkdir(parents=True)
    (state / "kompas").write_text("in the way", encoding="utf-8")
    terminal = start()
    terminal.answer("Welke groep?", "Koor", "Plein", "zingen", *[""] * (QUESTIONS - 1))
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    assert terminal.text.count("Ga gerust door.") == 1
    assert len(list(notebook.glob("2*/*.toml"))) == 1


@pytest.mark.parametrize("stops", [True, False], ids=["ctrl-c", "save"])
def test_a_full_disk_loses_nothing(start: Start, notebook: Path, stops: bool) -> None:
    """On a disk that takes nothing at all the text is shown, so that it can be copied."""
    terminal = start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)))
    terminal.answer("Welke groep?", "Koor", "Plein", "zingen", *[""] * (QUESTIONS - 1))
    terminal.answer("Wat wil je?", "\x03" if stops else "")
    assert terminal.end() == (130 if stops else 1)
    assert terminal.text.count("Ga gerust door.") == 1
    shown = terminal.text.rpartition("#:schema")[2]
    assert 'group = "Koor"' in shown
    assert '"zingen"' in shown
    assert list(notebook.glob("2*/*.toml")) == []
