"""Merge the texts of two versions of a file, with the layout and comments that people gave them."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w
import tomlkit
from tomlkit.exceptions import TOMLKitError

from kompas.domain.merging import Table, merge_tables
from kompas.domain.problem import Problem
from kompas.notebook.toml import parse_toml
from kompas.notebook.toml_faults import TEXT


@dataclass(frozen=True, slots=True)
class Version:
    """The text of one version, and its table; None when it is no TOML."""

    text: str
    table: Table | None


def parse_version(content: bytes) -> Version:
    """Turn the bytes of one version into its text and table; bytes that are no UTF-8 are read as Windows wrote them."""
    parsed = parse_toml("", content)
    if isinstance(parsed, Problem):
        return Version(_decode(content).replace("\r\n", "\n").replace("\r", "\n"), None)
    source, table = parsed
    return Version(source.text, table)


def read_version(file: Path) -> Version:
    """Read a version from where git has put it."""
    return parse_version(file.read_bytes())


def write_version(file: Path, text: str) -> None:
    """Hand git the merged text."""
    file.write_text(text, encoding="utf-8", newline="\n")


def dump_merged(table: Table, layout: Version, versions: tuple[Version, Version, Version]) -> str:
    """Return `table` as TOML in the layout of `layout`; comments that it would lose stand below."""
    text = _lay_out(table, layout) or tomli_w.dumps(table, multiline_strings=True)
    comments = merge_tables(*({"#": list_comments(version.text)} for version in versions)).table["#"]
    known = set(list_comments(text))
    return add_comments(text, [comment for comment in comments if comment not in known])


def add_comments(text: str, comments: Iterable[str]) -> str:
    """Return `text` with comments at its end, each with its #; what TOML does not allow in them is spelled out."""
    lines = [_spell_out(comment) for comment in comments]
    gap = "" if text.endswith("\n") or not text else "\n"
    return text + gap + "".join(f"{line}\n" for line in lines)


def list_comments(text: str) -> list[str]:
    """Return the comments of a TOML text, each with its #; the line that names the schema is none."""
    found = [part[0].rstrip() for part in TEXT.finditer(text) if part[0].startswith("#")]
    return [comment for comment in found if not comment.startswith("#:")]


def _lay_out(table: Table, layout: Version) -> str | None:
    """Change only what differs in the text of `layout`; None when tomlkit cannot, or not as tomllib reads it."""
    try:
        document = tomlkit.parse(layout.text)
        _change(document, layout.table or {}, table)
        text = tomlkit.dumps(document)
        return text if tomllib.loads(text) == table else None
    except (TOMLKitError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None  # laid out anew, and as true; tomlkit stumbles over TOML that people do write


def _change(document: Any, old: Table, new: Table) -> None:
    for key in old.keys() - new.keys():
        del document[key]
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(old.get(key), dict):
            _change(document[key], old[key], value)
        elif old.get(key) != value:
            document[key] = _make_item(key, value)


def _make_item(key: str, value: Any) -> Any:
    return tomlkit.parse(tomli_w.dumps({key: value}, multiline_strings=True))[key]


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "backslashreplace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _spell_out(comment: str) -> str:
    return "".join(sign if sign == "\t" or sign.isprintable() else ascii(sign)[1:-1] for sign in comment)
