"""Questions before something changes, in a real terminal: Enter changes nothing, and Ctrl-C loses nothing."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from transcript import Run

pexpect = pytest.importorskip("pexpect", reason="pexpect drives a terminal, and there is none of that kind here")

Write = Callable[[str, str], Path]
Start = Callable[..., "pexpect.spawn"]
NOTE = """date = 2026-11-20
group = "Kookclub De Klink"  # zo heten zij

[[promises]]
what = "oven navragen"

[[promises]]
what = "sleutel regelen"
"""
OLD = 'date = 2024-01-02\ngroup = "{group}"\n'


@pytest.fixture
def start(notebook: Path) -> Iterator[Start]:
    """Return a function that starts kompas on a terminal of 80 columns."""
    children = []

    def spawn(*words: str) -> "pexpect.spawn":
        words = ("-m", "kompas", "--notebook", str(notebook), *words)
        terminal = {**os.environ, "TERM": "xterm"}
        child = pexpect.spawn(
            sys.executable, list(words), env=terminal, encoding="utf-8", dimensions=(24, 80), timeout=30
        )
        children.append(child)
        return child

    yield spawn
    for child in children:
        child.close(force=True)


def finish(child: "pexpect.spawn") -> int:
    """Wait for the end of kompas and return its exit code."""
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


@pytest.mark.parametrize(("answer", "group"), [("j", "Kookclub De Klink"), ("", "Kook club De Klink")])
def test_a_name_that_looks_known_is_asked_about(
    start: Start, write: Write, notebook: Path, answer: str, group: str
) -> None:
    """Yes writes the note under the known name, Enter under the one that was typed; no draft is left."""
    write("2026-11/a.toml", NOTE)
    child = start("notitie", "Kook club De Klink", "-d", "soep")
    child.expect_exact("Bedoel je Kookclub De Klink?")
    child.sendline(answer)
    child.expect_exact("Opgeslagen")
    assert finish(child) == 0
    (path,) = (path for path in notebook.glob("2*/*.toml") if path.name != "a.toml")
    assert f'group = "{group}"' in path.read_text(encoding="utf-8")
    assert list(Path(os.environ["HOME"]).rglob("drafts/*.toml")) == []


def test_ctrl_c_at_the_name_keeps_what_was_typed(start: Start, write: Write) -> None:
    """While the question is open the note waits as a draft."""
    write("2026-11/a.toml", NOTE)
    child = start("--lang", "en", "note", "Kook club De Klink", "-d", "soep")
    child.expect_exact("Do you mean Kookclub De Klink?")
    child.sendintr()
    assert finish(child) == 130
    (draft,) = Path(os.environ["HOME"]).rglob("drafts/*.toml")
    assert "soep" in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("", 1), ("n", 1)])
def test_a_rename_is_asked_first(start: Start, write: Write, answer: str, code: int) -> None:
    """The files are shown, and only a yes changes them."""
    path = write("2026-11/a.toml", NOTE)
    child = start("--lang", "en", "rename", "klink", "De Klink kookt")
    child.expect_exact("2026-11/a.toml")
    child.expect_exact("Shall I do that? (y/n)")
    child.sendline(answer)
    assert finish(child) == code
    assert path.read_text(encoding="utf-8") == (NOTE if code else NOTE.replace("Kookclub De Klink", "De Klink kookt"))


@pytest.mark.parametrize(("answer", "code"), [("2", 0), ("sleutel", 0), ("7", 2), ("", 2)])
def test_which_promise_is_asked(start: Start, write: Write, answer: str, code: int) -> None:
    """A number or a part of the words names the promise; anything else keeps none."""
    path = write("2026-11/a.toml", NOTE)
    child = start("kom-na", "klink", "--date", "2026-11-21")
    child.expect_exact("2. sleutel regelen")
    child.expect_exact("Welke belofte is nagekomen?")
    child.sendline(answer)
    assert finish(child) == code
    assert path.read_text(encoding="utf-8") == NOTE + ("" if code else "kept = 2026-11-21\n")


@pytest.mark.slow
def test_a_round_of_tidying(start: Start, write: Write, notebook: Path) -> None:
    """Three questions, then each group: confirmed, removed or left as it is."""
    for sign, group in zip("abc", ("Band", "Koor", "Toneel"), strict=True):
        write(f"2024-01/{sign}.toml", OLD.format(group=group))
    child = start("ruim-op")
    for question in ("Woo-verzoek", "inzage", "dossier of archief"):
        child.expect_exact(question)
        child.sendline("n")
    for group, answer in (("Band", "b"), ("Koor", "v"), ("Toneel", "")):
        child.expect_exact(f"{group}, 1 notitie")
        child.sendline(answer)
    child.expect_exact("1 notitie klopt nog")
    child.expect_exact("1 notitie weggehaald")
    assert finish(child) == 0
    assert sorted(path.name for path in (notebook / "2024-01").iterdir()) == ["a.toml", "c.toml"]
    assert "confirmed = " in (notebook / "2024-01/a.toml").read_text(encoding="utf-8")
    assert (notebook / "2024-01/c.toml").read_text(encoding="utf-8") == OLD.format(group="Toneel")


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_a_yes_to_any_question_stops_the_removal(start: Start, write: Write, number: int) -> None:
    """Who may still need the notes keeps them all."""
    path = write("2024-01/a.toml", OLD.format(group="Band"))
    child = start("--lang", "en", "tidy")
    for place, question in enumerate(("Woo request", "ask for access", "case file")[: number + 1]):
        child.expect_exact(question)
        child.sendline("y" if place == number else "n")
    child.expect_exact("Nothing was removed")
    assert finish(child) == 1
    assert path.exists()


def test_a_taken_back_note_waits_as_a_draft(kompas: Callable[..., Run], notebook: Path) -> None:
    """Nothing typed is lost: the text of a note that is taken back can be picked up again."""
    kompas("notitie", "Koor", "-d", "zingen")
    run = kompas("herstel")
    assert (run.code, list(notebook.glob("2*"))) == (0, [])
    (draft,) = Path(os.environ["HOME"]).rglob("drafts/*.toml")
    assert str(draft) in run.err
    assert "zingen" in draft.read_text(encoding="utf-8")


def test_old_drafts_go_with_their_group(kompas: Callable[..., Run], write: Write) -> None:
    """A draft that would have faded goes with the notes of its group; a new one, or another group's, stays."""
    write("2024-01/a.toml", OLD.format(group="Band"))
    drafts = Path(os.environ["HOME"], ".local/state/kompas/drafts")
    drafts.mkdir(parents=True)
    for name, text in (("old", OLD.format(group="BAND")), ("new", NOTE), ("other", OLD.format(group="Koor"))):
        (drafts / f"{name}.toml").write_text(text, encoding="utf-8")
    run = kompas("ruim-op", "--yes", "--no-woo", "--no-access", "--no-archive")
    assert "1 oud klad" in run.out
    assert sorted(path.stem for path in drafts.iterdir()) == ["new", "other"]


def test_two_groups_that_were_introduced_are_not_joined(kompas: Callable[..., Run], write: Write) -> None:
    """An introduction of a group to itself cannot be; the file is named."""
    path = write("2026-11/a.toml", NOTE)
    met = 'date = 2026-11-01\nbetween = ["Kookclub De Klink", "Koor"]\nanswer = "yes"\n'
    write("introductions/m.toml", met)
    run = kompas("hernoem", "klink", "Koor", "--yes")
    assert (run.code, path.read_text(encoding="utf-8")) == (1, NOTE)
    assert "introductions/m.toml" in run.err


@pytest.mark.parametrize("name", ["Bel 06-12345678", "kok@example.nl"])
def test_no_identifier_enters_by_a_rename(kompas: Callable[..., Run], write: Write, name: str) -> None:
    """A new name passes the door like any text."""
    path = write("2026-11/a.toml", NOTE)
    assert kompas("hernoem", "klink", name, "--yes").code == 1
    assert path.read_text(encoding="utf-8") == NOTE


def test_lines_from_a_phone_are_told_as_well(kompas: Callable[..., Run], write: Write, tmp_path: Path) -> None:
    """A name that looks known is told for every way to write a note; the note is written as it was typed."""
    write("2026-11/a.toml", NOTE)
    (tmp_path / "visit.txt").write_text("Kook club De Klink, gisteren\ndoet: soep\n", encoding="utf-8")
    run = kompas("notitie", "--from", str(tmp_path / "visit.txt"))
    assert "lijkt op “Kookclub De Klink”" in run.err
    assert "kook-club-de-klink" in run.out
