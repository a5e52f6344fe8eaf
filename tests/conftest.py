"""Hermetic: every test has a cleared environment, a home of its own, 80 columns, a fixed today and ids that count."""

import datetime
import itertools
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browser.chromium import MISSING, find_chromium
from kompas.notebook import drafts, erasing, folder, writing
from kompas.settings import Settings
from transcript import Run, run_kompas

REPOSITORY = Path(__file__).parent.parent
TODAY = datetime.date(2026, 11, 23)


def pytest_configure() -> None:
    """Hear Ctrl-C and a closed terminal, also when the tests were started by nohup or in the background."""
    for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update, which rewrites transcripts and pictures of the screen to what kompas says now."""
    parser.addoption("--update", action="store_true", help="rewrite the transcripts to what kompas says now")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that the pages were not seen in a browser, where there is none."""
    if find_chromium() is None:
        terminalreporter.write_line(MISSING)


@pytest.fixture(autouse=True)
def _hermetic(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name not in {"PATH", "SYSTEMROOT", "TMPDIR", "COVERAGE_FILE"}:
            monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "COLUMNS": "80",
        "LINES": "24",
        "TERM": "dumb",
        "LANG": "en_GB.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
        "KOMPAS_AUTHOR": "fatma",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(Settings, "today", property(lambda self: self.fixed_today or TODAY))
    ids = (f"k{number:03}" for number in itertools.count(1))
    for module in (folder, drafts, erasing, writing):
        monkeypatch.setattr(module, "make_id", lambda: next(ids))
    yield
    # Nothing of ours may have gone to the real home directory: HOME was another one all the time.
    assert os.environ["HOME"] == str(home)


@pytest.fixture
def today() -> datetime.date:
    """Return the day that it is in every test."""
    return TODAY


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Return the folder of an empty notebook, in Dutch."""
    root = tmp_path / "notebook"
    root.mkdir()
    (root / "kompas.toml").write_text('format = 1\nlanguage = "nl"\n', encoding="utf-8")
    return root


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return a copy of the invented example notebook."""
    return Path(shutil.copytree(REPOSITORY / "notes", tmp_path / "example"))


@pytest.fixture
def write(notebook: Path) -> Callable[[str, str], Path]:
    """Return a function that writes the text of a note at a path in the notebook."""

    def write_file(path: str, text: str) -> Path:
        target = notebook / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
        return target

    return write_file


@pytest.fixture
def start(notebook: Path) -> Iterator[Callable[..., Any]]:
    """Return a function that starts kompas with words on a terminal, on an empty notebook in Dutch."""
    from terminal import Terminal  # noqa: PLC0415 it skips the test where there are no terminals

    started: list[Terminal] = []

    def start_kompas(*words: str, **given: Any) -> Terminal:
        started.append(Terminal(notebook, *(words or ("notitie",)), **given))
        return started[-1]

    yield start_kompas
    for terminal in started:
        terminal.close()


@pytest.fixture
def kompas(capsys: pytest.CaptureFixture[str], notebook: Path) -> Callable[..., Run]:
    """Return a function that runs kompas on the notebook of this test, in Dutch unless it asks otherwise."""

    def run(*words: str, at: Path | None = None) -> Run:
        return run_kompas(["--notebook", str(at or notebook), *words], capsys)

    return run
