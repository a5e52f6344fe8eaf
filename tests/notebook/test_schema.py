"""The schema: what editors complete and check is what kompas reads."""

import datetime
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from kompas.domain.note import Note
from kompas.notebook.note_file import dump_note
from kompas.notebook.schema import dump_schema
from kompas.notebook.start import start_notebook
from written import FULL, parse

SCHEMA: dict[str, Any] = json.loads(dump_schema())
NOTES = Path(__file__).parents[2] / "notes"
TAPLO = Path(sys.executable).parent / ("taplo.exe" if sys.platform == "win32" else "taplo")
Change = Callable[[dict[str, Any]], object]


def read(text: str) -> dict[str, Any]:
    """Return a note as JSON sees it: days are texts."""
    table = json.dumps(tomllib.loads(text), default=datetime.date.isoformat)
    value: dict[str, Any] = json.loads(table)
    return value


def test_the_schema_is_draft_7() -> None:
    """The schema is a sound schema of draft 7, which editors of TOML read."""
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)
    assert "$defs" not in dump_schema()


def test_the_schema_explains_every_key() -> None:
    """Every key of a note is in the schema, those of one line with a sentence for the editor to show."""
    assert set(SCHEMA["properties"]) == set(Note.model_fields)
    assert SCHEMA["required"] == ["date", "group"]
    tables = {"promises", "obstacles", "agreement"}
    assert all(SCHEMA["properties"][key]["description"] for key in set(Note.model_fields) - tables)


@pytest.mark.parametrize("path", sorted(NOTES.glob("????-??/*.toml")), ids=lambda path: path.stem)
def test_the_schema_accepts_every_example(path: Path) -> None:
    """Every note of the example notebook is right by the schema."""
    Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER).validate(
        read(path.read_text(encoding="utf-8"))
    )


def test_there_are_examples() -> None:
    """The example notebook has at least forty notes to try the schema on."""
    assert len(list(NOTES.glob("????-??/*.toml"))) >= 40


@pytest.mark.parametrize(
    "change",
    [
        lambda note: note.update(talent=["zingen"]),
        lambda note: note.pop("group"),
        lambda note: note.pop("date"),
        lambda note: note.update(group=""),
        lambda note: note.update(date="ooit"),
        lambda note: note.update(does="koken"),
        lambda note: note.update(does=[3]),
        lambda note: note["agreement"].update(shared=True),
        lambda note: note["agreement"].update(share="misschien"),
        lambda note: note["promises"][0].pop("what"),
        lambda note: note["obstacles"][0].update(person="Jan"),
    ],
)
def test_the_schema_refuses_what_kompas_refuses(change: Change) -> None:
    """An unknown key, a missing group and a value of the wrong kind are wrong by the schema."""
    validator = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)
    note = read(FULL)
    assert validator.is_valid(note)
    change(note)
    assert not validator.is_valid(note)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a new notebook with its schema."""
    start_notebook(tmp_path / "mijn notities", "nl", "")
    return tmp_path / "mijn notities"


def lint(root: Path, note: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Check a note with taplo as an editor would, without a network."""
    return subprocess.run(
        [str(TAPLO), "lint", "--no-auto-config", *words, str(note)],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={"HOME": str(root), "HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"},
    )


@pytest.mark.skipif(not TAPLO.is_file(), reason="taplo comes with the development tools")
@pytest.mark.parametrize("is_directive", [True, False])
def test_an_editor_checks_a_new_note(root: Path, is_directive: bool) -> None:
    """With the schema named in the note, or handed over, taplo passes what kompas writes and stops a slip."""
    good, bad = root / "2026-11/good.toml", root / "2026-11/bad.toml"
    good.parent.mkdir()
    text = dump_note(parse(FULL).note)
    assert text.startswith("#:schema ")
    if not is_directive:
        text = text.partition("\n")[2]
    good.write_text(text, encoding="utf-8")
    bad.write_text(text.replace("talents =", "talent ="), encoding="utf-8")
    words = () if is_directive else ("--schema", (root / "note.schema.json").as_uri())
    passed = lint(root, good, *words)
    assert passed.returncode == 0, passed.stderr
    stopped = lint(root, bad, *words)
    assert stopped.returncode != 0
    assert "'talent' was unexpected" in stopped.stderr
