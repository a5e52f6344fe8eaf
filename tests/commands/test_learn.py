"""Raising a lesson in a real terminal: choose it, put it in other words, say for which door."""

import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect drives a terminal, and there is none of that kind here")

NOTE = 'date = 2026-11-02\ngroup = "Koor"\nlesson = "Ik begon toch weer over ons groenplan."\n'


@pytest.mark.slow
def test_a_lesson_becomes_a_line(notebook: Path, write: Callable[[str, str], Path]) -> None:
    """The lesson is offered by number; the words, do or don't and the field are asked, and stand in the file."""
    write("2026-11/a.toml", NOTE)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "kompas", "--notebook", str(notebook), "leer"],
        env={**os.environ, "TERM": "xterm"},
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=30,
    )
    child.expect_exact("1. Ik begon toch weer over ons groenplan.")
    for question, answer in (
        ("Welke les?", "1"),
        ("In welke woorden?", "Begin niet over ons groenplan."),
        ("doen of laten?", "laten"),
        ("Voor welk veld?", "openbare ruimte"),
    ):
        child.expect_exact(question)
        child.sendline(answer)
    child.expect_exact("Staat op de lijst")
    child.expect(pexpect.EOF)
    child.close()
    told = tomllib.loads((notebook / "checklist.toml").read_text(encoding="utf-8"))
    (line,) = told["line"]
    assert (line["kind"], line["text"], line["field"]) == ("dont", "Begin niet over ons groenplan.", "public-space")
    assert child.exitstatus == 0
