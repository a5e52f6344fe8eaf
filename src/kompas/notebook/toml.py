"""TOML as people type it: read with every fault named, and the line of each key found again."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kompas.domain.problem import BrokenToml, ConflictMarkers, NotUtf8, Problem, TooLarge

LARGEST = 1_000_000
"""No note that a person typed is larger, in bytes; the example's largest is under 2,000."""

_PLACE = re.compile(r"\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)", re.MULTILINE)
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_TEXT = re.compile(r"""\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""", re.DOTALL)
_KEY = re.compile(r"""^\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:\.[^=]*)?=""")

# What tomllib says of a fault, and the kind under which wording/ explains it; the first that fits counts.
_KINDS = (
    (re.compile(r"Unterminated string|Expected \"'+\"|(Illegal|invalid) character '\\n'"), "open-text"),
    (re.compile(r"Unclosed array|Unclosed inline table"), "open-list"),
    (re.compile(r"Expected '=' after a key"), "no-equals"),
    (re.compile(r"Expected '\]"), "open-header"),
    (re.compile(r"Cannot (overwrite|declare|mutate|redefine)|Duplicate inline table key"), "twice"),
    (re.compile(r"Expected newline or end of document"), "trailing"),
    (re.compile(r"Unescaped '\\'|Escaped character|Invalid hex value|not a Unicode scalar|escape"), "backslash"),
    (re.compile(r"Illegal character|Found invalid character"), "odd-character"),
    (re.compile(r"Invalid initial character for a key part|Invalid statement|Empty key"), "no-key"),
    (re.compile(r"Invalid date or datetime"), "no-date"),
)


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
    try:
        return source, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _explain(source, str(error))
    except (RecursionError, ValueError):
        # Nested beyond any note, or a number of more digits than Python reads.
        return BrokenToml(path=path, kind="other")


def find_line(source: Source, location: tuple[str | int, ...]) -> int | None:
    """Return the line of the key at `location`, as Pydantic names it: ("promises", 0, "by"). None when it is absent."""
    names = [part for part in location if isinstance(part, str)]
    count = next((part for part in location[:2] if isinstance(part, int)), 0) if len(names) > 1 else 0
    table, key = (names[0], names[1]) if len(names) > 1 else (None, names[0])
    top, seen = None, -1
    for number, header, name in _list_keys(source.text):
        if header and header == table:
            seen += name is None
        if name == key and header == table and (table is None or max(seen, 0) == count):
            return number
        if top is None and names[0] == (header or name) and (header is None or max(seen, 0) == count):
            top = number
    return top


def _list_keys(text: str) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield (line, table, key) for every key, and (line, table, None) for every header, outside long texts."""
    table, depth = None, 0
    for number, line in enumerate(_TEXT.sub(_blank, text).split("\n"), 1):
        if depth == 0:
            if header := _HEADER.match(line):
                table = header[2].strip("\"'")
                yield number, table, None
            elif key := _KEY.match(line):
                yield number, table, next(part for part in key.groups() if part is not None)
        bare = _TEXT.sub("", line)
        depth += bare.count("[") - bare.count("]")


def _blank(text: re.Match[str]) -> str:
    """Leave out a comment, and of a long text all but its newlines; a short text may be a key."""
    if text[0].startswith("#"):
        return ""
    return '""' + "\n" * text[0].count("\n") if text[0][:3] in {'"""', "'''"} else text[0]


def _explain(source: Source, said: str) -> Problem:
    if conflict := _CONFLICT.search(source.text):
        line = source.text.count("\n", 0, conflict.start()) + 1
        return ConflictMarkers(path=source.path, line=line, excerpt=source.excerpt(line))
    place = _PLACE.search(said)
    line = int(place["line"]) if place and place["line"] else source.text.rstrip("\n").count("\n") + 1
    column = int(place["column"]) if place and place["column"] else None
    kind = _name_kind(said, source.text.split("\n")[line - 1], column)
    return BrokenToml(path=source.path, line=line, excerpt=source.excerpt(line), column=column, kind=kind)


def _name_kind(said: str, line: str, column: int | None) -> str:
    for pattern, kind in _KINDS:
        if pattern.search(said):
            return kind
    sign = line[column - 1 : column] if column else ""
    if sign == ",":
        return "comma"
    if sign.isalpha():
        return "bare-text"
    return "no-value" if line.rstrip().endswith("=") else "open-list" if "[" in line or "{" in line else "other"


def _locate_bytes(path: str, content: bytes, start: int) -> NotUtf8:
    line = content.count(b"\n", 0, start) + 1
    excerpt = content.split(b"\n")[line - 1].decode("utf-8", "replace").strip()
    return NotUtf8(path=path, line=line, excerpt=excerpt)
