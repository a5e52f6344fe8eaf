"""The end of the round in a real terminal: change a line, open it in an editor, throw it away, another group."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal import Start, Terminal, list_drafts

pytestmark = pytest.mark.slow
QUESTIONS = 11
"""How many questions follow the group."""


def tell_group(terminal: Terminal, group: str = "Koor") -> None:
    """Answer the first question, and skip all others."""
    terminal.answer("Welke groep?", group, *[""] * QUESTIONS)


def make_editor(place: Path, code: str) -> str:
    """Return the command of an editor that runs `code` on the file it is given, as `path`."""
    script = place / "editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n{code}\n", encoding="utf-8")
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}"


def test_a_line_is_changed(start: Start, notebook: Path) -> None:
    """Any line can be changed at the end, the day and what was skipped too; a day that is to come is no visit."""
    terminal = start("--lang", "en", "note")
    terminal.answer("Which group?", "Choir", *[""] * QUESTIONS)
    terminal.answer("What next?", "c")
    terminal.answer("Which number", "99")
    terminal.see("from 1 to 14")
    terminal.press("5")
    terminal.answer("What do they do?", "sing", "")
    terminal.answer("What next?", "change")
    terminal.answer("Which number", "2")
    terminal.see("Which day?")
    terminal.replace("in two weeks")
    terminal.see("is still to come")
    terminal.replace("blue monday")
    terminal.see("last Monday or 3 November")
    terminal.replace("2 March 2024")
    terminal.answer("What next?", "c")
    terminal.answer("Which number", "3")
    terminal.answer("What was the occasion?", "coffee morning")
    terminal.answer("What next?", "")
    terminal.answer("Another group", "")
    assert terminal.end() == 0
    (note,) = notebook.glob("2024-03/2024-03-02-choir-*.toml")
    text = note.read_text(encoding="utf-8")
    assert '"sing"' in text
    assert 'occasion = "coffee morning"' in text


def test_going_back_from_the_end(start: Start) -> None:
    """`<` at the end goes back to the last question, and the menu takes no other letters than its own."""
    terminal = start()
    tell_group(terminal)
    terminal.answer("Wat wil je?", "x")
    terminal.see("Kies uit: Enter, b, w, o, g.")
    terminal.press("<")
    terminal.answer("Vraag aan jezelf:", "meer luisteren")
    terminal.see("meer luisteren")
    terminal.answer("Wat wil je?", "\x03")
    assert terminal.end() == 130
    assert 'lesson = "meer luisteren"' in list_drafts()[0].read_text(encoding="utf-8")


def test_throwing_away_asks_once(start: Start, notebook: Path) -> None:
    """What is thrown away is gone, the draft too, after one question."""
    terminal = start()
    tell_group(terminal)
    terminal.answer("Wat wil je?", "g")
    terminal.answer("Zeker weten?", "nee")
    terminal.answer("Wat wil je?", "weggooien")
    terminal.answer("Zeker weten?", "ja")
    terminal.see("Weggegooid.")
    assert terminal.end() == 0
    assert list_drafts() == []
    assert list(notebook.glob("2*")) == []


def test_an_editor_opens_the_note(start: Start, notebook: Path, tmp_path: Path) -> None:
    """What was changed in the editor is in the note; a text that is no note is opened again."""
    code = (
        "text = path.read_text()\n"
        "path.write_text(text.replace('oops\\n', 'goal = \"dansen\"\\n') if 'oops' in text else text + 'oops\\n')"
    )
    terminal = start(EDITOR=make_editor(tmp_path, code))
    tell_group(terminal)
    terminal.answer("Wat wil je?", "o")
    terminal.see("oops")
    terminal.answer("Wat wil je?", "")
    terminal.see("dansen")
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    (note,) = notebook.glob("2*/*.toml")
    assert 'goal = "dansen"' in note.read_text(encoding="utf-8")
    assert list_drafts() == []


def test_an_editor_that_is_not_there(start: Start) -> None:
    """Without an editor the round says so, and goes on."""
    terminal = start(EDITOR="no-such-editor")
    tell_group(terminal)
    terminal.answer("Wat wil je?", "o")
    terminal.see("no-such-editor")
    terminal.answer("Wat wil je?", "\x03")
    assert terminal.end() == 130


def test_another_group_of_the_same_visit(start: Start, notebook: Path) -> None:
    """Another group keeps the place, the day and the occasion, and is not asked for them."""
    terminal = start("notitie", "--date", "2 maart 2024", "--occasion", "burendag")
    terminal.answer("Welke groep?", "Koor", "Plein", *[""] * (QUESTIONS - 1))
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "ja")
    terminal.answer("Welke groep?", "Fanfare")
    terminal.answer("Wat doen zij?", *[""] * (QUESTIONS - 1))
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    notes = [path.read_text(encoding="utf-8") for path in notebook.glob("2024-03/2024-03-02-*.toml")]
    assert len(notes) == 2
    assert all('place = "Plein"' in note and 'occasion = "burendag"' in note for note in notes)
    assert sum('group = "Fanfare"' in note for note in notes) == 1


def test_what_was_given_is_not_asked(start: Start, write: Callable[[str, str], Path]) -> None:
    """A group given with the command is looked at, not asked for: one that looks like another is asked about.

    date = 2026-11-01
    group = "Kookclub De Klink"
    """
    write("2026-11/a.toml", 'date = 2026-11-01\ngroup = "Kookclub De Klink"\n')
    terminal = start("notitie", "Kookklub de Klink", "--place", "Dorpshuis, bel 06-12345678")
    terminal.answer("Bedoel je Kookclub De Klink?", "nee")
    terminal.see("[06-12345678]")
    terminal.answer("Waar?")
    terminal.replace("Dorpshuis")
    terminal.answer("Wat doen zij?", "\x03")
    assert terminal.end() == 130
    text = list_drafts()[0].read_text(encoding="utf-8")
    assert 'group = "Kookklub de Klink"' in text
    assert 'place = "Dorpshuis"' in text
