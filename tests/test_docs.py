"""What README.md and docs/ show is what kompas says: their console blocks are played on the example notebook."""

import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer

from conftest import REPOSITORY
from kompas.cli.grammar import app
from transcript import play

README = REPOSITORY / "README.md"
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # Click's group has them
_BLOCK = re.compile(r"^```console\n(\$ kompas\b.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"^2?> ?")
_EXIT = re.compile(r"^\[\d+\]$")


class Block(NamedTuple):
    """A console block of a document: its commands, each with the lines that it should say."""

    path: Path
    line: int
    text: str


def list_blocks(path: Path) -> list[Block]:
    """Return the console blocks of a document that begin with kompas."""
    text = path.read_text(encoding="utf-8")
    return [Block(path, text.count("\n", 0, found.start()) + 2, found[1]) for found in _BLOCK.finditer(text)]


def list_commands(block: str) -> list[str]:
    """Return the commands of a block, each on one line."""
    return [line for line in block.replace("\\\n", " ").split("\n") if line.startswith("$ ")]


def play_block(block: str, place: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Play the commands of a block and return it as it went: stdout, then stderr, without their marks."""
    commands = [part for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE) if part]
    parts = []
    for part in commands:
        typed = re.match(r"\$ (?:.*\\\n)*.*\n", part)
        assert typed
        told = play(list_commands(part)[0], place, capsys).splitlines()[1:]
        lines = [_MARK.sub("", line) for line in told if not _EXIT.match(line)]
        parts.append("".join(f"{line}\n" for line in [*typed[0].splitlines(), *lines]))
    gap = "\n" if any(part.endswith("\n\n") for part in commands[:-1]) else ""
    return gap.join(parts)


BLOCKS = [block for path in (README, *sorted((REPOSITORY / "docs").rglob("*.md"))) for block in list_blocks(path)]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.path.name}-{block.line}")
def test_a_document_shows_what_kompas_says(
    block: Block, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """A console block is what kompas says on the example notebook, to the letter; --update rewrites it."""
    shutil.copytree(REPOSITORY / "notes", tmp_path / "notes")
    told = play_block(block.text, tmp_path, capsys)
    if request.config.getoption("--update"):
        text = block.path.read_text(encoding="utf-8")
        block.path.write_text(text.replace(f"```console\n{block.text}```", f"```console\n{told}```"), encoding="utf-8")
    assert told == block.text


def test_the_readme_shows_kompas_at_work() -> None:
    """README.md has console blocks, so that the test above has something to play."""
    assert [block for block in BLOCKS if block.path == README]


def find_unnamed(names: list[str], text: str) -> list[str]:
    """Return the commands that a document does not name, as `name` or after kompas."""
    return [name for name in names if not re.search(rf"`{name}[` ]|\bkompas (?:--\S+ \S+ )*{name}\b(?!-)", text)]


def test_the_readme_names_every_command() -> None:
    """Whoever reads README.md has seen every command, under both its names."""
    shown = [command for command in COMMANDS.values() if not command.hidden]
    names = [name for command in shown for name in (command.name, command.dutch)]
    assert {"note", "notitie", "meet", "ontmoet"} <= set(names)
    assert find_unnamed(names, README.read_text(encoding="utf-8")) == []


def test_a_planted_unnamed_command_is_found() -> None:
    """A command that only looks like one that is named is found."""
    text = "Type `note` or `kompas --lang nl zoek iets`, and kompas stel-voor. We meet and check."
    assert find_unnamed(["note", "zoek", "stel-voor", "stel", "meet", "check"], text) == ["stel", "meet", "check"]


def test_planted_stale_blocks_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A block is played as it stands: long commands, several of them, what is told on stderr, and faults."""
    shutil.copytree(REPOSITORY / "notes", tmp_path / "notes")
    page = tmp_path / "page.md"
    good = (
        "$ kompas --lang en find \\\n    zeppelin --format json\n[]\nNothing found for “zeppelin”.\n\n"
        "$ kompas --lang en over\nThis is missing: GROUP.\nHelp: kompas --help\n"
    )
    page.write_text(
        f"# A page\n\n```console\n{good}```\n\n```console\n$ git status\n```\n\n```sh\nkompas meet\n```\n",
        encoding="utf-8",
    )
    assert [(block.line, block.text) for block in list_blocks(page)] == [(4, good)]
    assert play_block(good, tmp_path, capsys) == good
    for stale in (good.replace("[]\n", ""), good.replace("zeppelin”", "ballon”"), good + "More.\n"):
        assert play_block(stale, tmp_path, capsys) != stale
