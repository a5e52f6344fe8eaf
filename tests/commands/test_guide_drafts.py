"""Drafts that wait, in a real terminal: offered, chosen, thrown away, and never mixed into another notebook."""

import os
from pathlib import Path

import pytest

from kompas.notebook.draft_file import Stop, dump_draft
from kompas.notebook.drafts import write_draft
from terminal import Start, Terminal, list_drafts

KOOR = 'date = 2026-11-20\ngroup = "Koor"\nplace = "Plein"\n'
BAND = 'date = 2026-11-21\ngroup = "Band"\n'

pytestmark = pytest.mark.slow


def put_draft(text: str, notebook: Path, name: str, age: int = 0) -> Path:
    """Write a draft as a round leaves it at the place where it is asked what they do."""
    folder = Path(os.environ["HOME"]) / ".local" / "state" / "kompas" / "drafts"
    draft = write_draft(dump_draft(text, notebook, Stop("does")), folder / f"{name}.toml")
    os.utime(draft, (1_000_000 - age, 1_000_000 - age))
    return draft


def test_several_drafts_are_chosen_from(start: Start, notebook: Path) -> None:
    """Of several drafts one is chosen by its number, and taken up, thrown away or left for a new encounter."""
    koor = put_draft(KOOR, notebook, "koor", age=5)
    band = put_draft(BAND, notebook, "band")
    terminal = start()
    terminal.see("Je was nog bezig met:")
    terminal.see("1  Band, 21 november 2026")
    terminal.see("2  Koor, 20 november 2026")
    terminal.answer("Welk nummer?", "1")
    terminal.answer("Wat wil je?", "g")
    terminal.answer("Zeker weten?", "ja")
    terminal.see("Je was nog bezig met Koor")
    terminal.answer("Wat wil je?", "v")
    terminal.see("Plein")
    terminal.answer("Wat doen zij?", "zingen")
    terminal.answer("", "\x03")
    assert terminal.end() == 130
    assert not band.exists()
    text = koor.read_text(encoding="utf-8")
    assert '"zingen"' in text
    assert "date = 2026-11-20" in text


def test_a_new_encounter_leaves_the_drafts(start: Start, notebook: Path) -> None:
    """Who begins a new encounter finds the drafts again the next time."""
    draft = put_draft(KOOR, notebook, "koor")
    before = draft.read_bytes()
    terminal = start()
    terminal.answer("Wat wil je?", "n")
    terminal.answer("Welke groep?", "Band")
    terminal.answer("Waar?", "\x03")
    assert terminal.end() == 130
    assert draft.read_bytes() == before
    assert len(list_drafts()) == 2


def test_a_draft_of_another_notebook_stays_out(start: Start, tmp_path: Path) -> None:
    """A draft of another notebook is told of, and not mixed in."""
    other = tmp_path / "other"
    draft = put_draft(KOOR, other, "koor")
    terminal = start()
    terminal.see("Er wacht ook iets voor een ander notitieboek")
    terminal.answer("Welke groep?", "\x03")
    assert terminal.end() == 130
    assert list_drafts() == [draft]


def test_a_draft_of_another_group_is_not_offered_for_this_one(start: Start, notebook: Path) -> None:
    """Who begins about one group is not asked about the draft of another."""
    put_draft(KOOR, notebook, "koor")
    terminal = start("notitie", "Band")
    terminal.answer("Waar?", "\x03")
    assert terminal.end() == 130
    assert "nog bezig" not in terminal.text


def test_what_is_no_note_yet_is_pointed_at(start: Start, notebook: Path) -> None:
    """A draft that is no TOML, from an editor, is named by its path and left as it is."""
    draft = put_draft("group = 'Koor", notebook, "half")
    terminal = start()
    terminal.see("nog geen notitie is")
    terminal.answer("Welke groep?", "\x03")
    assert terminal.end() == 130
    assert draft.read_text(encoding="utf-8").endswith("group = 'Koor")


def test_a_refused_note_waits_for_the_round(start: Start, notebook: Path) -> None:
    """What flags could not save is offered by the round: it is shown, and its line can be changed."""
    refused = start("notitie", "Koor", "--does", "bel 06-12345678")
    assert refused.end() == 1
    terminal = start()
    terminal.answer("Je was nog bezig met Koor", "")
    terminal.answer("[06-12345678]", "")
    terminal.answer("[06-12345678]", "w")
    terminal.answer("Welk nummer", "5")
    terminal.see("Wat doen zij?")
    terminal.replace("zingen")
    terminal.press("")
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    (note,) = notebook.glob("2*/*.toml")
    assert '"zingen"' in note.read_text(encoding="utf-8")
    assert list_drafts() == []


def test_the_example_takes_no_round(example: Path) -> None:
    """The invented example refuses before anything is asked."""
    terminal = Terminal(example, "notitie")
    assert terminal.end() == 1
    assert "verzonnen groepen" in terminal.text
    assert "Welke groep?" not in terminal.text
