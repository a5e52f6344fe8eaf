"""A real terminal for the tests: kompas runs on it as on somebody's desk, and what it shows and takes is counted."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pexpect: Any = pytest.importorskip("pexpect", reason="pexpect drives a terminal, and there is none of that kind here")

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>])")
_BEGIN, _END = "\x1b[?2004h", "\x1b[?2004l"
_READY = re.compile(r">[^>]*?\x1b\[\?25h", re.DOTALL)
_ENTER = "\r"


class Terminal:
    """`kompas` with `words` on a terminal; `keys` counts what is pressed beyond the text itself."""

    def __init__(
        self,
        notebook: Path,
        *words: str,
        columns: int = 80,
        preexec_fn: Callable[[], None] | None = None,
        **environment: str,
    ) -> None:
        given = {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
        self.keys = 0
        self.shown = ""
        self._is_asked = False
        self._has_editor = not ("--plain" in words or given["TERM"] == "dumb" or "KOMPAS_PLAIN" in given)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "kompas", "--notebook", str(notebook), *words],
            env={**{key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}}, **given},
            encoding="utf-8",
            dimensions=(24, columns),
            timeout=20,
            preexec_fn=preexec_fn,
        )
        self.child.delaybeforesend = None

    def see(self, text: str) -> None:
        """Wait until `text` is on the screen."""
        self._expect(self.child.expect_exact, text)

    def press(self, text: str) -> None:
        """Type `text` and Enter, when the terminal asks for a line."""
        self.wait_for_line()
        self._type(text + _ENTER)
        self.keys += 1

    def wait_for_line(self) -> None:
        """Wait until a line can be typed: the line editor is there, its mark and its cursor. Plain lines just come."""
        if self._has_editor:
            if not self._is_asked:
                self._expect(self.child.expect_exact, _BEGIN)
            self._expect(self.child.expect, _READY)

    def _type(self, text: str) -> None:
        self.child.send(text)
        self._is_asked = False

    def _expect(self, expect: Callable[[Any], int], what: Any) -> None:
        expect(what)
        told = self.child.before + self.child.after
        self.shown += told
        self._is_asked = self._is_asked or told.rfind(_BEGIN) > told.rfind(_END)

    def replace(self, text: str) -> None:
        """Wipe the line that stands ready, and type `text` and Enter."""
        self.press(f"\x15{text}")

    def complete(self, text: str, proposed: str) -> None:
        """Type `text`, wait until `proposed` is shown beside it, and take that with Tab and Enter."""
        self.wait_for_line()
        self.child.send(text)
        self.see(proposed)
        self._type(f"\t{_ENTER}")
        self.keys += 2

    def answer(self, question: str, *lines: str) -> None:
        """Wait for a question and type the lines that answer it, each at its own prompt."""
        self.see(question)
        for line in lines:
            self.press(line)

    def end(self) -> int:
        """Wait until kompas ends and return its exit code; -9 when it was killed."""
        self.child.expect(pexpect.EOF)
        self.shown += self.child.before
        self.child.close()
        return -self.child.signalstatus if self.child.exitstatus is None else int(self.child.exitstatus)

    def close(self) -> None:
        """Take the terminal away."""
        self.shown += self.child.before if isinstance(self.child.before, str) else ""
        self.child.close(force=True)

    @property
    def text(self) -> str:
        """What was on the screen, without what moves the cursor or colours."""
        return _ESCAPES.sub("", self.shown)


Start = Callable[..., Terminal]
"""Starts kompas on a terminal, on an empty notebook in Dutch."""


def list_drafts() -> list[Path]:
    """Return the drafts that wait in the home of this test."""
    return sorted(Path(os.environ["HOME"]).rglob("drafts/*.toml"))
