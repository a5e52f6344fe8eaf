"""A draft as a file: the text of a note, under comments that tell of its notebook and where its writer stopped."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from kompas.domain.note import Note
from kompas.domain.problem import Problem
from kompas.notebook.note_file import validate
from kompas.notebook.toml import parse_toml

_REMARK = "#:"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a writer stopped: at which answer of which question, and what stood there, half typed."""

    question: str
    number: int = 0
    line: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was told by the keys of a note, perhaps without a group; the folder of its notebook, where it is known."""

    told: dict[str, Any]
    notebook: str | None = None
    stop: Stop | None = None


def dump_draft(text: str, notebook: Path, stop: Stop | None = None) -> str:
    """Return `text`, of a note, under what is to be known of it."""
    table = {"notebook": str(notebook.resolve())}
    remarks = table | ({"question": stop.question, "number": stop.number, "line": stop.line} if stop else {})
    return "".join(f"{_REMARK}{line}\n" for line in tomli_w.dumps(remarks).splitlines()) + text


def parse_draft(text: str) -> Draft | None:
    """Turn the text of a draft into its value; None when it is no note (yet)."""
    told = _parse_told(text)
    if told is None:
        return None
    remarks = _parse_remarks(text)
    question = remarks.get("question")
    stop = Stop(question, remarks.get("number", 0), remarks.get("line", "")) if question else None
    return Draft(told, remarks.get("notebook"), stop)


def _parse_told(text: str) -> dict[str, Any] | None:
    parsed = parse_toml("", text.encode())
    if isinstance(parsed, Problem):
        return None
    source, table = parsed
    note = validate(Note, source, {"group": "-"} | table)
    if isinstance(note, list):
        return None
    told = note.model_dump(exclude_none=True, exclude_defaults=True)
    return {key: value for key, value in told.items() if key in table}


def _parse_remarks(text: str) -> dict[str, Any]:
    lines = [line.removeprefix(_REMARK) for line in text.splitlines() if line.startswith(_REMARK) and " = " in line]
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:  # somebody wrote in them
        return {}
