"""Several notebooks at once: each with its own days and themes, and a no in one is a no in all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from transcript import Run, run_kompas

Ask = Callable[..., Run]

COOKS = 'date = 2026-11-20\ngroup = "Kookclub"\ntalents = ["koken voor grote groepen"]\n'
HUNGRY = 'date = 2026-11-21\ngroup = "Tuin"\nasks = ["iemand die kan koken voor een grote groep"]\n'


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that asks both towns something."""
    write(tmp_path, "almere/kompas.toml", 'language = "nl"\n')
    write(tmp_path, "zwolle/kompas.toml", 'language = "nl"\n')

    def run(*words: str, towns: tuple[str, ...] = ("almere", "zwolle")) -> Run:
        named = [word for town in towns for word in ("--notebook", str(tmp_path / town))]
        return run_kompas([*named, *words], capsys)

    return run


def write(place: Path, path: str, text: str) -> None:
    """Write a file in one of the towns."""
    target = place / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def list_groups(run: Run) -> list[str]:
    """Return the groups in rows of JSON."""
    return [row["group"] for row in json.loads(run.out)]


def test_each_notebook_keeps_its_own_days(tmp_path: Path, ask: Ask) -> None:
    """A note of May has faded in the town that keeps notes for thirty days, and not in the other."""
    write(tmp_path, "almere/kompas.toml", 'language = "nl"\nkeep_days = 30\n')
    write(tmp_path, "almere/2026-05/a.toml", 'date = 2026-05-01\ngroup = "Koor"\ntalents = ["zingen"]\n')
    write(tmp_path, "zwolle/2026-05/b.toml", 'date = 2026-05-01\ngroup = "Band"\ntalents = ["drummen"]\n')
    assert list_groups(ask("talents", "--format", "json")) == ["Band"]


def test_a_group_that_one_town_may_not_introduce_is_in_no_suggestion(tmp_path: Path, ask: Ask) -> None:
    """The suggestion that was there is gone after a no elsewhere."""
    write(tmp_path, "almere/2026-11/a.toml", COOKS)
    write(tmp_path, "zwolle/2026-11/b.toml", HUNGRY)
    assert len(json.loads(ask("meet", "--format", "json").out)) == 1
    write(tmp_path, "zwolle/2026-01/c.toml", 'date = 2026-01-01\ngroup = "Kookclub"\n[agreement]\nintroduce = false\n')
    assert json.loads(ask("meet", "--format", "json").out) == []
    assert "Kookclub" in ask("meet", "kookclub").err


def test_what_either_town_asked_is_remembered(tmp_path: Path, ask: Ask) -> None:
    """An introduction is written in one notebook, and keeps the pair in peace in the whole region."""
    write(tmp_path, "almere/2026-11/a.toml", COOKS)
    write(tmp_path, "zwolle/2026-11/b.toml", HUNGRY)
    assert ask("introduce", "tuin", "kookclub", "--answer", "no", "--in", "almere").code == 0
    assert len(list((tmp_path / "almere").glob("introductions/*.toml"))) == 1
    assert not (tmp_path / "zwolle" / "introductions").exists()
    assert json.loads(ask("meet", "--format", "json", towns=("zwolle", "almere")).out) == []


def test_own_themes_of_either_town_count(tmp_path: Path, ask: Ask) -> None:
    """Only the own themes of Zwolle tie these two phrases."""
    write(tmp_path, "almere/2026-11/a.toml", 'date = 2026-11-20\ngroup = "Een"\noffers = ["een flubber"]\n')
    write(tmp_path, "zwolle/2026-11/b.toml", 'date = 2026-11-20\ngroup = "Twee"\nasks = ["een knorf"]\n')
    assert json.loads(ask("meet", "--limit", "9", "--format", "json").out) == []
    theme = '[[theme]]\nid = "flubberen"\n[theme.nl]\nname = "flubberen"\nwords = "flubber, knorf"\n'
    write(tmp_path, "zwolle/themes.toml", theme)
    assert [one["groups"] for one in json.loads(ask("meet", "--limit", "9", "--format", "json").out)] == [
        ["Een", "Twee"]
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("note", "Koor", "-d", "zingen"),
        ("introduce", "a", "b", "--answer", "yes"),
        ("introduce", "a", "b", "--answer", "yes", "--in", "nergens"),
        ("meet", "--evening"),
        ("mirror",),
        ("forget", "Kookclub"),
        ("tidy",),
        ("check",),
        (),
    ],
)
def test_what_needs_one_notebook_says_so(ask: Ask, words: tuple[str, ...], tmp_path: Path) -> None:
    """It is refused as a command that is not understood, and nothing is written."""
    before = sorted(tmp_path.rglob("*"))
    run = ask(*words)
    assert (run.code, run.out) == (2, "")
    assert "almere, zwolle" in run.err
    assert sorted(tmp_path.rglob("*")) == before


def test_one_notebook_named_twice_is_one(tmp_path: Path, ask: Ask) -> None:
    """Nothing changes to the byte, and it can be written in."""
    write(tmp_path, "almere/2026-11/a.toml", COOKS)
    once = ask("talents", towns=("almere",))
    assert once.out
    assert ask("talents", towns=("almere", "almere/../almere")) == once
    assert ask("note", "Koor", "-d", "zingen", towns=("almere", "almere")).code == 0


def test_folders_of_one_name_are_told_apart_by_their_parents(tmp_path: Path, ask: Ask) -> None:
    """Two towns that both call their folder notes."""
    for town in ("a", "b"):
        write(tmp_path, f"{town}/notes/kompas.toml", "")
        write(tmp_path, f"{town}/notes/2026-11/a.toml", COOKS)
    rows = json.loads(ask("talents", "--format", "json", towns=("a/notes", "b/notes")).out)
    assert [row["notebook"] for row in rows] == ["a/notes", "b/notes"]
