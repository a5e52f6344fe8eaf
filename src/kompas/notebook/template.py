"""A note to fill in with an editor: every key with a line on what it is for, and what of that is kept."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from kompas.domain.note import Note
from kompas.domain.problem import Problem
from kompas.notebook.note_file import HEADING, PARAGRAPHS, dump_table, parse_note
from kompas.notebook.toml_faults import TEXT

TABLES: Mapping[str, Sequence[str]] = {
    "promises": ("[[promises]]", 'what = ""', "by = {day}"),
    "obstacles": ("[[obstacles]]", 'what = ""', "ours = false"),
    "agreement": ("[agreement]", "remember = true", "introduce = true", "share = false", 'contact = ""'),
}
"""The tables of a note as an example; {day} is a day to come."""

_LISTS = frozenset(PARAGRAPHS[1])
_NOT_ASKED = frozenset({"worth", "confirmed"})
"""What is not known on the day of the visit."""
_TOLD = "#! "
"""What kompas says on top of a note that may not enter begins like this, and is taken off again."""


def write_template(filled: Mapping[str, Any], hints: Mapping[str, str], day: datetime.date) -> str:
    """Return a note to fill in: `filled` has what was typed, `hints` a line for each key, `day` is an example."""
    paragraphs = [
        "".join(f"# {hints[key]}\n{_write_key(key, filled)}" for key in keys if key not in _NOT_ASKED)
        for keys in PARAGRAPHS
    ]
    paragraphs += [f"# {hints[key]}\n{_write_table(key, lines, filled, day)}" for key, lines in TABLES.items()]
    return HEADING + "\n".join(paragraphs)


def put_on_top(text: str, said: str) -> str:
    """Return `text` with what kompas says of it above, as comments."""
    return "".join(f"{_TOLD}{line}\n" for line in said.splitlines()) + text


def take_off_top(text: str) -> str:
    """Return `text` without what kompas said of it."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(_TOLD))


def parse_template(path: str, text: str, today: datetime.date) -> Note | list[Problem]:
    """Turn a filled in template into a note, or into all that is wrong with it; what was left empty is absent."""
    note = parse_note(path, text.encode(), today)
    if isinstance(note, list):
        return note
    return Note.model_validate({key: value for key, value in note.model_dump().items() if value not in ("", (), None)})


def strip_template(text: str, template: str, note: Note, today: datetime.date) -> str | None:
    """Return `text` without the lines of the template that were left as they were: what is left is the person's own.

    None when that is not the same `note` any more.
    """
    heads = [line for line in template.splitlines() if line.startswith("# ") or line.endswith(('= ""', "= []"))]
    kept = [line for line in text.splitlines() if line not in heads]
    own = "\n".join(line for at, line in enumerate(kept) if line or (at and kept[at - 1])).strip() + "\n"
    return own if parse_note("", own.encode(), today) == note else None


def list_comments(text: str) -> list[str]:
    """Return the comments in a note that may or may not parse: nothing hides in them."""
    return [found[0] for found in TEXT.finditer(text) if found[0].startswith("#")]


def _write_key(key: str, filled: Mapping[str, Any]) -> str:
    empty: Any = [] if key in _LISTS else ""
    return dump_table({key: filled.get(key) or empty})


def _write_table(key: str, lines: Sequence[str], filled: Mapping[str, Any], day: datetime.date) -> str:
    value = filled.get(key)
    if not value:
        return "".join(f"# {line.format(day=day)}\n" for line in lines)
    tables = value if isinstance(value, (list, tuple)) else [value]
    return "\n".join(f"{lines[0]}\n{dump_table(dict(table))}" for table in tables)
