"""Edit a note that a person typed: one value changes, and comments, layout, line ends and byte-order mark stay.

tomlkit is loaded only here: it takes 0.1 s. What it made is read back with the reader of all notes, and must say what
was meant; otherwise nothing is written.
"""

import datetime
import tomllib
from collections.abc import Callable, Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

from kompas.domain.group import group_key
from kompas.errors import NotRewritten

if TYPE_CHECKING:
    from tomlkit.container import Container

Edit = Callable[[MutableMapping[str, Any]], None]
"""A change to a file's table, told by the keys of a note."""

_MARK = b"\xef\xbb\xbf"


def confirm(day: datetime.date) -> Edit:
    """Return the edit that says: still true on `day`."""
    return lambda table: table.update(confirmed=day)


def keep_promise(number: int, day: datetime.date) -> Edit:
    """Return the edit that says that promise `number`, counted from 0, was kept on `day`."""
    return lambda table: table["promises"][number].update(kept=day)


def rename_group(old: str, new: str) -> Edit:
    """Return the edit that calls group `old` `new` wherever a note or an introduction names it."""
    key = group_key(old)

    def edit(table: MutableMapping[str, Any]) -> None:
        if "group" in table and group_key(table["group"]) == key:
            table["group"] = new
        for names in (table.get("leads", ()), table.get("between", ())):
            for number, name in enumerate(names):
                if group_key(name) == key:
                    names[number] = new

    return edit


def rewrite(path: str, content: bytes, edit: Edit) -> bytes:
    """Return the bytes of the file at `path` after `edit`. Raises NotRewritten when that cannot be done safely."""
    import tomlkit  # noqa: PLC0415 0.1 s, and only who edits a note pays it
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    mark = _MARK if content.startswith(_MARK) else b""
    try:
        text = content[len(mark) :].decode()
        has_crlf = 0 < text.count("\n") == text.count("\r\n")
        plain = text.replace("\r\n", "\n") if has_crlf else text
        meant, document = tomllib.loads(plain), tomlkit.parse(plain)
        absent = [(table, key) for table, key in _list_tables(document) if key not in table]
        edit(meant)
        edit(document)
        for table, key in absent:
            if key in table:
                _lift(table, key)
        told = document.as_string()
        is_meant = tomllib.loads(told) == meant
    except (TOMLKitError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise NotRewritten(path) from error
    if not is_meant:
        raise NotRewritten(path)
    return mark + (told.replace("\n", "\r\n") if has_crlf else told).encode()


def _list_tables(document: Any) -> Iterator[tuple["Container", str]]:
    """Yield each table to which an edit may add a key, and that key."""
    yield document, "confirmed"
    yield from ((promise.value, "kept") for promise in document.get("promises", ()))


def _lift(table: "Container", added: str) -> None:
    """Put a key that tomlkit added below blank lines and comments above them: those belong to what follows."""
    body = table.body
    place = start = next(number for number, (key, _) in enumerate(body) if key and key.key == added)
    while start and body[start - 1][0] is None:
        start -= 1
    body.insert(start, body.pop(place))
