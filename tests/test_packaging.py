"""The wheel holds kompas, whole, and nothing else; its metadata say what it is and what it needs.

Needs no network: the wheel is built with hatchling of the dev group, or else with the one in uv's cache.
"""

import email.message
import email.parser
import importlib.util
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import kompas
from conftest import REPOSITORY

SOURCE = REPOSITORY / "src"
INFO = f"kompas-{kompas.__version__}.dist-info"
BESIDE = {f"{INFO}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")}
MOST_DEPENDENCIES = 10


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the wheel of kompas as it lies here, freshly built."""
    place = tmp_path_factory.mktemp("wheel")
    if importlib.util.find_spec("hatchling"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    elif uv := shutil.which("uv"):
        command = [uv, "build", "--quiet", "--offline", "--wheel", "--python", sys.executable, "--out-dir", str(place)]
    else:
        pytest.fail("neither hatchling nor uv is here to build the wheel")
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    return zipfile.ZipFile(next(place.glob("*.whl")))


@pytest.fixture
def metadata(wheel: zipfile.ZipFile) -> email.message.Message:
    """Return the metadata in the wheel."""
    return email.parser.Parser().parsestr(wheel.read(f"{INFO}/METADATA").decode("utf-8"))


_KINDS = {".py", ".toml", ".bash", ".zsh", ".fish", ".ps1", ".html", ".css"}
"""Code, what kompas says and knows, and the scripts of the shells."""


def list_sources(source: Path) -> set[str]:
    """Return the files under `source` that belong in the wheel: code, data and the mark that it is typed."""
    files = (path for path in source.rglob("*") if path.suffix in _KINDS or path.name == "py.typed")
    return {path.relative_to(source).as_posix() for path in files}


def find_odd_files(names: set[str], source: Path) -> list[str]:
    """Return the files that the wheel lacks, or should not have."""
    return sorted(names ^ (list_sources(source) | BESIDE))


def test_the_wheel_holds_kompas_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    """All code and data of src/kompas are in the wheel, with the licence, and no test, note or stray file."""
    names = wheel.namelist()
    assert len(names) == len(set(names))
    assert find_odd_files(set(names), SOURCE) == []
    assert {"kompas/py.typed", "kompas/wording/nl.toml", "kompas/policy/checklist.toml"} <= set(names)


def test_planted_odd_files_are_found(tmp_path: Path) -> None:
    """A file that the wheel lacks, and one that it should not have, are found."""
    for name in ("nl.toml", "words.py", "words.py.swp"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert find_odd_files({"words.py", "words.py.swp", *BESIDE}, tmp_path) == ["nl.toml", "words.py.swp"]


def test_the_data_are_whole(wheel: zipfile.ZipFile) -> None:
    """Every data file in the wheel is what lies in src/."""
    data = [name for name in wheel.namelist() if name.endswith(".toml")]
    assert data
    for name in data:
        assert wheel.read(name) == (SOURCE / name).read_bytes()


def test_the_command_is_called_kompas(wheel: zipfile.ZipFile) -> None:
    """Installing the wheel gives one command, kompas, which runs `main`."""
    told = wheel.read(f"{INFO}/entry_points.txt").decode("utf-8").split("\n")
    assert [line for line in told if line] == ["[console_scripts]", "kompas = kompas.cli.main:main"]


def test_the_licence_is_the_european_one(wheel: zipfile.ZipFile, metadata: email.message.Message) -> None:
    """The licence is EUPL-1.2, named as SPDX names it, and its text comes with the wheel."""
    assert metadata["License-Expression"] == "EUPL-1.2"
    assert metadata["License-File"] == "LICENSE"
    assert wheel.read(f"{INFO}/licenses/LICENSE") == (REPOSITORY / "LICENSE").read_bytes()
    assert b"EUROPEAN UNION PUBLIC LICENCE v. 1.2" in wheel.read(f"{INFO}/licenses/LICENSE")


def test_the_wheel_says_what_it_is(metadata: email.message.Message) -> None:
    """Name, version and the oldest Python stand in the metadata, and the wheel fits every system."""
    assert (metadata["Name"], metadata["Version"]) == ("kompas", kompas.__version__)
    assert metadata["Requires-Python"] == ">=3.11"


def test_it_needs_few_others(metadata: email.message.Message) -> None:
    """A user installs at most ten packages that we name, and Typer is held below the one that loads Pydantic."""
    needed = [need for need in metadata.get_all("Requires-Dist", []) if "extra ==" not in need]
    assert 0 < len(needed) <= MOST_DEPENDENCIES
    assert [need for need in needed if need.startswith("typer")] == ["typer<0.29,>=0.26"]


def test_the_wheel_can_be_built_without_network() -> None:
    """Who installs the dev group can build the wheel, with nothing more to fetch."""
    table = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert any(need.startswith("hatchling") for need in table["dependency-groups"]["dev"])
