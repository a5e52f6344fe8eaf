"""A command loads what it needs and no more: Rich, Pydantic and TOML cost more time than most answers take.

No clock is read here; what a fresh Python has loaded when kompas ends is the same on every machine.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import REPOSITORY

_PROBE = """
import sys
{before}
from kompas.cli.main import main
code = main({argv!r})
print("LOADED", *sorted(sys.modules), sep="\\n")
sys.exit(code)
"""


def list_loaded(argv: list[str], place: Path, *, before: str = "") -> set[str]:
    """Return the names of all modules that a fresh Python has loaded once kompas has answered `argv`."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "KOMPAS_LANG": "nl"}
    done = subprocess.run(
        [sys.executable, "-c", _PROBE.format(argv=argv, before=before)],
        capture_output=True,
        encoding="utf-8",
        cwd=place,
        env=environment,
        check=True,
    )
    answer, _, loaded = done.stdout.partition("LOADED\n")
    assert answer.strip(), "kompas did not answer"
    return set(loaded.split())


def find_loaded(names: tuple[str, ...], loaded: set[str]) -> list[str]:
    """Return those of `names` that were loaded, whole or in part."""
    return [name for name in names if any(one == name or one.startswith(f"{name}.") for one in loaded)]


@pytest.mark.parametrize(
    ("argv", "unwanted"),
    [
        pytest.param(["--version"], "rich", id="version-rich"),
        pytest.param(["--version"], "pydantic", id="version-pydantic"),
        pytest.param(["--version"], "tomllib", id="version-tomllib"),
        pytest.param(["--help"], "rich", id="help-rich"),
        pytest.param(["--help"], "pydantic", id="help-pydantic"),
        pytest.param(["talents", "--help"], "rich", id="talents-help-rich"),
        pytest.param(["--help"], "tomllib", id="help-tomllib"),
        pytest.param(["--help"], "sqlite3", id="help-sqlite3"),
        pytest.param(["meet"], "rich", id="meet-rich"),
        pytest.param(["checklist"], "rich", id="checklist-rich"),
        pytest.param([], "rich", id="today-rich"),
        pytest.param([], "kompas.policy.themes", id="today-themes"),
    ],
)
def test_a_command_does_not_load(argv: list[str], unwanted: str) -> None:
    """What a command does not need is not loaded."""
    assert find_loaded((unwanted,), list_loaded(argv, REPOSITORY)) == []


@pytest.mark.parametrize(
    "argv",
    [
        ["talents", "--format", "json"],
        ["asks", "--format", "csv", "--limit", "3"],
        ["ideas", "--format", "md"],
        ["leads", "--format", "json"],
        ["promises", "--format", "json"],
        ["find", "oven", "--format", "json"],
        ["about", "Formulierentafel"],
    ],
    ids=" ".join,
)
def test_a_listing_of_an_unchanged_notebook_loads_little(argv: list[str]) -> None:
    """What is in the index is not read from files: no TOML, no Pydantic, and no Rich where no table is drawn."""
    list_loaded(argv, REPOSITORY)
    assert find_loaded(("rich", "pydantic", "tomllib", "tomlkit"), list_loaded(argv, REPOSITORY)) == []


def test_a_table_does_load_rich() -> None:
    """The probe sees what is loaded: a table is drawn by Rich, and at first notes are judged by Pydantic."""
    assert find_loaded(("rich", "pydantic"), list_loaded(["talents"], REPOSITORY)) == ["rich", "pydantic"]
    assert find_loaded(("rich", "pydantic"), list_loaded(["talents"], REPOSITORY)) == ["rich"]


def test_a_planted_import_is_found() -> None:
    """A library that `--version` would load is found, in part too."""
    loaded = list_loaded(["--version"], REPOSITORY, before="import rich.text")
    assert find_loaded(("rich", "rich.text", "ric", "sqlite3"), loaded) == ["rich", "rich.text"]
