"""A listing in any format: a table to look at, JSON, CSV and Markdown to use elsewhere."""

import csv
import datetime
import heapq
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kompas.render.clean import clean
from kompas.render.paint import paint_table
from kompas.render.screen import Canvas
from kompas.wording.words import Words

Row = Mapping[str, Any]
# Columns whose values are words of ours, and where wording/ has them.
_NAMED = {
    "answer": "answered",
    "state": "state",
    "key": "key",
    "facet": "key",
    "kind": "kind-of",
    "fading": "fading",
    "figure": "figure",
    "part": "part",
}
_UNUSUAL = re.compile(r"[^\n -~]")
_TABLE_ROWS = 50
"""A table that nobody limited shows so many rows, and says how to see all."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001 wide signs too


class Format(StrEnum):
    """How a listing is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under English keys. `shown` are the keys that a table or Markdown has room for."""

    keys: tuple[str, ...]
    shown: tuple[str, ...]
    rows: Iterable[Row]


def merge_listings(named: Sequence[tuple[str, Listing]], order: Callable[[Row], Any]) -> Listing:
    """Return the rows of several notebooks with their `notebook`, in an `order` that each has already."""
    first = named[0][1]
    rows = heapq.merge(*(_name_rows(name, one.rows) for name, one in named), key=order)
    return Listing((*first.keys, "notebook"), (*first.shown, "notebook"), rows)


def _name_rows(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    return ({**row, "notebook": name} for row in rows)


def join_listings(one: Listing, other: Listing) -> Listing:
    """Return the rows of both, which have the same keys."""
    return Listing(one.keys, one.shown, [*one.rows, *other.rows])


@dataclass(frozen=True, slots=True)
class Reach:
    """How much of a list is shown: so many rows, or all, or when nobody said what a person can look through."""

    limit: int | None = None
    is_whole: bool = False

    def cut(self, form: Format) -> int | None:
        """Return after how many rows a list stops that goes on; None when it does not stop by itself."""
        return None if self.limit or self.is_whole or form is not Format.TABLE else _TABLE_ROWS


WHOLE = Reach(is_whole=True)


def render_listing(listing: Listing, form: Format, words: Words, canvas: Canvas) -> Iterator[str]:
    """Yield `listing` in the format asked for, row by row; an empty one is `[]` in JSON, and nothing in a table."""
    match form:
        case Format.JSON:
            yield from _render_rows(listing)
        case Format.CSV:
            yield from _render_csv(listing)
        case Format.MARKDOWN:
            yield from _render_markdown(listing, words)
        case Format.TABLE:
            heads = [words.say(f"column.{key}") for key in listing.shown]
            if cells := list(_list_cells(listing, words)):
                yield paint_table(heads, cells, canvas) + "\n"


def _render_rows(listing: Listing) -> Iterator[str]:
    """Yield rows as a JSON list, as `render_json` would write the whole."""
    before = "[\n"
    for row in listing.rows:
        told = render_json({key: row.get(key) for key in listing.keys}).replace("\n", "\n  ")
        yield f"{before}  {told}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def render_json(value: Any) -> str:
    """Return `value` as JSON: exact, with days as 2026-11-23, and not translated."""
    told = json.dumps(value, indent=2, ensure_ascii=False, default=_to_json)
    # Signs that act on a terminal are written as escapes of JSON, so that they arrive and do nothing on the way.
    return _UNUSUAL.sub(lambda found: found[0] if clean(found[0]) == found[0] else _escape(found[0]), told)


def _escape(sign: str) -> str:
    return json.dumps(sign)[1:-1].replace("\x7f", "\\u007f")


def spell_cell(value: Any, words: Words) -> str:
    """Return a value as a person reads it in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.say("answer.yes" if value else "answer.no")
    if isinstance(value, tuple | list):
        return ", ".join(spell_cell(part, words) for part in value)
    return clean(str(value), lines=False)


def escape_markdown(text: str) -> str:
    """Return `text` so that Markdown shows it as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#&~" else sign for sign in clean(text, lines=False))


def _list_cells(listing: Listing, words: Words) -> Iterator[list[str]]:
    return ([_spell(key, row.get(key), words) for key in listing.shown] for row in listing.rows)


def _spell(key: str, value: Any, words: Words) -> str:
    return words.say(f"{_NAMED[key]}.{value}") if key in _NAMED and value is not None else spell_cell(value, words)


def _render_csv(listing: Listing) -> Iterator[str]:
    yield _write_csv(listing.keys)
    for row in listing.rows:
        yield _write_csv([_defuse(_to_text(row.get(key))) for key in listing.keys])


def _write_csv(cells: Sequence[str]) -> str:
    paper = io.StringIO()
    csv.writer(paper, lineterminator="\n").writerow(cells)
    return paper.getvalue()


def _render_markdown(listing: Listing, words: Words) -> Iterator[str]:
    heads = [words.say(f"column.{key}") for key in listing.shown]
    above = f"| {' | '.join(heads)} |\n| {' | '.join(['---'] * len(heads))} |\n"
    for row in _list_cells(listing, words):
        yield f"{above}| {' | '.join(map(escape_markdown, row))} |\n"
        above = ""


def _defuse(text: str) -> str:
    """Keep a spreadsheet from reading people's text as a formula: it gets an apostrophe in front."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _to_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return "; ".join(str(part) for part in value)
    return "" if value is None else clean(str(value))


def _to_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
