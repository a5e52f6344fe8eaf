"""What a municipality looks at before it adopts kompas: the licences and publiccode.yml."""

import subprocess
import sys
import tomllib
from typing import Any

import pytest
import yaml

from conftest import REPOSITORY
from kompas.settings import LANGUAGES

MANDATORY = {
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
    "description", "legal", "maintenance", "localisation",
}  # fmt: skip
LONGEST_SHORT, SHORTEST_LONG, LONGEST_LONG, LONGEST_FEATURE = 150, 150, 10_000, 100


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """Return publiccode.yml."""
    table: dict[str, Any] = yaml.safe_load((REPOSITORY / "publiccode.yml").read_text(encoding="utf-8"))
    return table


def test_every_file_has_a_licence() -> None:
    """Each file has its licence, as REUSE.toml says, and the texts lie in LICENSES/."""
    lint = subprocess.run(
        [sys.executable, "-m", "reuse", "--root", REPOSITORY, "lint", "--quiet"], capture_output=True, check=False
    )
    assert lint.returncode == 0, lint.stdout.decode()


def test_the_licence_on_top_is_the_one_of_the_code() -> None:
    """Forges look for LICENSE at the top, REUSE in LICENSES/: the same text."""
    assert (REPOSITORY / "LICENSE").read_bytes() == (REPOSITORY / "LICENSES/EUPL-1.2.txt").read_bytes()


def test_publiccode_has_what_the_standard_asks(told: dict[str, Any]) -> None:
    """The mandatory keys of publiccode.yml 0.7 are there, and texts are as long as they may be."""
    assert told["publiccodeYmlVersion"] == "0.7"
    assert told.keys() >= MANDATORY
    assert told["maintenance"]["contacts"] if told["maintenance"]["type"] in {"community", "internal"} else True
    for text in told["description"].values():
        assert len(text["shortDescription"]) <= LONGEST_SHORT
        assert SHORTEST_LONG <= len(text["longDescription"]) <= LONGEST_LONG
        assert all(len(feature) <= LONGEST_FEATURE for feature in text["features"])


def test_publiccode_tells_what_kompas_is(told: dict[str, Any]) -> None:
    """It knows groups and is no register of customers; it speaks both languages; its licence is the package's."""
    package = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["categories"] == ["knowledge-management"]
    assert set(told["description"]) == set(told["localisation"]["availableLanguages"]) == set(LANGUAGES)
    assert told["legal"]["license"] == package["license"]
    assert told["name"] == package["name"]
