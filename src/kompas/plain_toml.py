"""TOML as kompas writes it and most people type it, read in a fraction of the time that tomllib takes.

`parse_plain` knows bare keys, texts, lists of texts, days, whole numbers, truths and tables. Of anything else, right or
wrong, it says None and tomllib has the word: what is read here is always what tomllib reads (docs/adr/0011).
"""

import datetime
import re
from collections.abc import Callable
from typing import Any

Table = dict[str, Any]

_CONTROL = r"\x00-\x08\x0b-\x1f\x7f"
# Each part can match in one way only, so that no text, however odd, takes long. Possessive quantifiers would say so
# more plainly, but up to 3.11.4 Python reads them wrongly.
_SIGNS = rf'[^{_CONTROL}\n"\\]*'
_TEXT = rf'"{_SIGNS}(?:\\["\\nt]{_SIGNS})*"'
_COMMENT = rf"\#[^{_CONTROL}\n]*"
_BLANK = rf"[ \t\n]*(?:{_COMMENT}(?:\n[ \t\n]*|\Z))*"
_END = rf"[ \t]*(?:{_COMMENT})?(?:\n|\Z)"
_NAME = "[A-Za-z0-9_-]+"
_ITEM = re.compile(
    rf"""{_BLANK}(?:
    (?P<key>{_NAME})[ \t]*=[ \t]*(?:
        (?P<text>{_TEXT})
      | \[(?P<list>(?:[ \t\n]*{_TEXT}[ \t\n]*,)*(?:[ \t\n]*{_TEXT})?[ \t\n]*)\]
      | \"\"\"\n?(?P<long>[^{_CONTROL}"\\]*(?:"(?!"")[^{_CONTROL}"\\]*)*)\"\"\"(?!")
      | '''\n?(?P<literal>[^{_CONTROL}']*(?:'(?!'')[^{_CONTROL}']*)*)'''(?!')
      | (?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})
      | (?P<truth>true|false)
      | (?P<number>0|[1-9][0-9]{{0,8}})
    )
  | \[(?P<table>{_NAME}(?:\.{_NAME})*)\]
  | \[\[(?P<tables>{_NAME})\]\]
  ){_END}""",
    re.VERBOSE,
)
_REST = re.compile(rf"{_BLANK}\Z", re.VERBOSE)
_TEXTS = re.compile(_TEXT)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


def parse(text: str) -> Table:
    """Return the table that `text` holds. Raises tomllib.TOMLDecodeError, which is a ValueError."""
    table = parse_plain(text)
    if table is not None:
        return table
    import tomllib  # noqa: PLC0415 what is plain does not pay for it

    return tomllib.loads(text)


def parse_plain(text: str) -> Table | None:
    """Return the table that `text` holds, or None when it is not plain."""
    page = _Page()
    end = 0
    try:
        while found := _ITEM.match(text, end):
            page.add(found)
            end = found.end()
    except ValueError:  # a key or table twice, a day that does not exist
        return None
    return page.root if _REST.match(text, end) else None


class _Page:
    """The tables read so far, and the one that the next key belongs to; ValueError for what is not plain."""

    def __init__(self) -> None:
        self.root: Table = {}
        self._table = self.root
        self._named: set[str] = set()
        self._repeated: set[str] = set()

    def add(self, found: re.Match[str]) -> None:
        kind = str(found.lastgroup)
        if kind == "table":
            self._open(found[kind])
        elif kind == "tables":
            self._repeat(found[kind])
        else:
            key = found["key"]
            if key in self._table:
                raise ValueError(key)
            self._table[key] = _READERS[kind](found[kind])

    def _open(self, name: str) -> None:
        if name in self._named:
            raise ValueError(name)
        self._named.add(name)
        self._table = self.root
        for part in name.split("."):
            below = self._table.setdefault(part, {})
            if part in self._repeated and below is self.root[part] and part != name:
                below = below[-1]
            if not isinstance(below, dict):
                raise ValueError(name)  # noqa: TRY004 it is the text that is wrong
            self._table = below

    def _repeat(self, name: str) -> None:
        if name not in self._repeated and name in self.root:
            raise ValueError(name)
        self._repeated.add(name)
        self._named = {one for one in self._named if not one.startswith(f"{name}.")}
        self._table = {}
        self.root.setdefault(name, []).append(self._table)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda sign: _ESCAPED[sign[1]], text) if "\\" in text else text


_READERS: dict[str, Callable[[str], Any]] = {
    "text": lambda text: _unescape(text[1:-1]),
    "list": lambda text: [_unescape(one[1:-1]) for one in _TEXTS.findall(text)],
    "long": str,
    "literal": str,
    "day": datetime.date.fromisoformat,
    "truth": lambda text: text == "true",
    "number": int,
}
