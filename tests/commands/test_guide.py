"""The guided round in a real terminal: plain questions, every answer on the disk, Ctrl-C loses nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect drives a terminal, and there is none of that kind here")

ANSWERS = {
    "Welke groep?": ["Kookclub De Klink"],
    "Waar?": ["Dorpshuis"],
    "Wat doen zij?": ["koken voor veertig mensen", "samen zingen", ""],
    "Waar zijn zij goed in?": [""],
    "Wat kunnen zij anderen bieden?": ["keuken vrij op dinsdag", ""],
    "Wat zoeken zij?": ["iemand die de oven maakt", ""],
    "Welk idee ligt op zolder?": [""],
    "Welke andere groepen noemden zij?": [""],
    "Wat beloofde je, en voor wanneer?": ["vergunning navragen voor 1 juli 2030", ""],
    "Wat zit hun in de weg?": ["de vergunning duurt lang", "ja", ""],
    "Wat weten zij nu van ons?": [""],
    "Wat leerde je zelf?": [""],
}


@pytest.fixture
def terminal(notebook: Path) -> Iterator["pexpect.spawn"]:
    """Start `kompas notitie` on a terminal of 80 columns, on an empty notebook."""
    words = ["-m", "kompas", "--notebook", str(notebook), "notitie"]
    child = pexpect.spawn(
        sys.executable, words, env={**os.environ, "TERM": "xterm"}, encoding="utf-8", dimensions=(24, 80), timeout=30
    )
    yield child
    child.close(force=True)


def answer(terminal: "pexpect.spawn", question: str, lines: list[str]) -> None:
    """Wait for a question and type the lines that answer it, each at its own prompt."""
    terminal.expect_exact(question)
    for number, line in enumerate(lines):
        if number:
            terminal.expect_exact("?")
        terminal.sendline(line)


def test_a_round_becomes_a_note(terminal: "pexpect.spawn", notebook: Path) -> None:
    """Who answers the questions has a note; what was skipped is not in it, and no draft is left."""
    for question, lines in ANSWERS.items():
        answer(terminal, question, lines)
    terminal.expect_exact("Opgeslagen")
    terminal.expect(pexpect.EOF)
    (path,) = notebook.glob("*/*.toml")
    text = path.read_text(encoding="utf-8")
    for told in (
        "koken voor veertig mensen",
        "samen zingen",
        "keuken vrij op dinsdag",
        "by = 2030-07-01",
        "ours = true",
    ):
        assert told in text
    assert "talents" not in text
    assert list(Path(os.environ["HOME"]).rglob("drafts/*.toml")) == []


@pytest.mark.parametrize("after", range(1, len(ANSWERS)))
def test_ctrl_c_loses_nothing(terminal: "pexpect.spawn", after: int) -> None:
    """After Ctrl-C at any question all that was answered waits as a draft that only this user can read."""
    told = []
    for question, lines in list(ANSWERS.items())[:after]:
        answer(terminal, question, lines)
        told += [line for line in lines if line not in {"", "ja"}]
    terminal.expect_exact(list(ANSWERS)[after])
    terminal.sendintr()
    terminal.expect_exact("Wat je typte staat in")
    terminal.expect_exact("Gestopt")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 130
    (draft,) = Path(os.environ["HOME"]).rglob("drafts/*.toml")
    text = draft.read_text(encoding="utf-8")
    assert [line for line in told if line.partition(" voor 1 juli")[0] not in text] == []
    assert draft.stat().st_mode & 0o077 == 0


def test_without_a_terminal_nobody_is_asked(notebook: Path) -> None:
    """In a pipe there is nobody to ask: kompas says what it misses."""
    words = [sys.executable, "-m", "kompas", "--notebook", str(notebook), "notitie"]
    done = subprocess.run(words, input="", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Over welke groep gaat het?")
