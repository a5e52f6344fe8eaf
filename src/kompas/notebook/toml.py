"""TOML as people type it: read with every fault named, and the line of each key found again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kompas.domain.problem import BrokenToml, ConflictMarkers, NotUtf8, Problem, TooLarge
from kompas.notebook.toml_faults import TEXT, Fault, find_conflict, find_excess, find_fault
from kompas.plain_toml import parse_plain

LARGEST = 1_000_000
"""No note that a person typed is larger, in bytes; the example's largest is under 2,000."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:\.[^=]*)?=""")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, decoded and with LF newlines, and the path under which problems name it."""

    path: str
    text: str

    def excerpt(self, line: int | None) -> str:
        """Return line number `line`, or nothing when there is none."""
        lines = self.text.split("\n")
        return lines[line - 1].strip() if line and line <= len(lines) else ""


def parse_toml(path: str, content: bytes) -> tuple[Source, dict[str, Any]] | Problem:
    """Turn the bytes of a file into its text and its table, or into the one problem that stands in the way.

    A byte-order mark and CRLF, as Windows Notepad writes them, are accepted.
    """
    if len(content) > LARGEST:
        return TooLarge(path=path, size=len(content))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return _locate_bytes(path, content, error.start)
    source = Source(path, text)
    plain = parse_plain(text)
    table = _parse_any(source) if plain is None else plain
    if isinstance(table, Problem):
        return table
    return _find_marks(source, is_broken=False) or (source, table)


def _parse_any(source: Source) -> dict[str, Any] | Problem:
    import tomllib  # noqa: PLC0415 most notes are plain

    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return _find_marks(source, is_broken=True) or _explain(source, find_fault(source.text, str(error)))
    except (RecursionError, ValueError):  # nested beyond any note, or a number of more digits than Python reads
        return _explain(source, find_excess(source.text))


def find_line(source: Source, location: tuple[str | int, ...]) -> int | None:
    """Return the line of the key at `location`, as Pydantic names it: ("promises", 0, "by"). None when it is absent.

    A key that is not written is found at the nearest table that should hold it.
    """
    names = tuple(part for part in location if isinstance(part, str))
    count = next((part for part in location[:2] if isinstance(part, int)), 0) if len(names) > 1 else 0
    found, longest, seen = None, 0, -1
    for number, header, name in _list_keys(source.text):
        seen += name is None and header == names[:1]
        path = header if name is None else (*header, name)
        is_counted = not header or max(seen, 0) == count
        if longest < len(path) and path == names[: len(path)] and is_counted:
            found, longest = number, len(path)
    return found


def _list_keys(text: str) -> Iterator[tuple[int, tuple[str, ...], str | None]]:
    """Yield (line, table, key) for every key, and (line, table, None) for every header, outside long texts."""
    table: tuple[str, ...] = ()
    depth = 0
    for number, line in enumerate(TEXT.sub(_blank, text).split("\n"), 1):
        if depth == 0:
            if header := _HEADER.match(line):
                table = tuple(part.strip(" \t\"'") for part in header[2].split("."))
                yield number, table, None
            elif key := _KEY.match(line):
                yield number, table, next(part for part in key.groups() if part is not None)
        bare = TEXT.sub("", line)
        depth += bare.count("[") - bare.count("]")


def _blank(text: re.Match[str]) -> str:
    """Leave out a comment, and of a long text all but its newlines; a short text may be a key."""
    if text[0].startswith("#"):
        return ""
    return '""' + "\n" * text[0].count("\n") if text[0][:3] in {'"""', "'''"} else text[0]


def _find_marks(source: Source, *, is_broken: bool) -> Problem | None:
    line = find_conflict(source.text, is_broken=is_broken)
    return ConflictMarkers(path=source.path, line=line, excerpt=source.excerpt(line)) if line else None


def _explain(source: Source, fault: Fault) -> Problem:
    excerpt = source.excerpt(fault.line)
    return BrokenToml(path=source.path, line=fault.line, excerpt=excerpt, column=fault.column, kind=fault.kind)


def _locate_bytes(path: str, content: bytes, start: int) -> NotUtf8:
    line = content.count(b"\n", 0, start) + 1
    excerpt = content.split(b"\n")[line - 1].decode("utf-8", "replace").strip()
    return NotUtf8(path=path, line=line, excerpt=excerpt)
