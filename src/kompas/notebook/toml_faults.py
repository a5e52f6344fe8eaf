"""Faults of TOML: what tomllib says of a text, turned into the kind and the line that help a person."""

import re
from dataclasses import dataclass

TEXT = re.compile(r"""\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""", re.DOTALL)
"""A text that is closed, or a comment."""

_PLACE = re.compile(r"\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)", re.MULTILINE)
_WHOLE_CONFLICT = re.compile(r"^<{7} .*?^={7}$.*?^>{7} ", re.MULTILINE | re.DOTALL)
_STATEMENT = re.compile(r"""\s*(["']?[\w-]+["']?\s*=|\[\[?\s*[\w-]+\s*\]\]?\s*(#|$))""")
# What the library cannot count or follow: a number of 4,300 digits, and brackets within brackets within brackets.
_BEYOND = re.compile(r"[\d_]{4000}|(?:[\[{][^\[\]{}]*){99}")
_CURLY = "“”„‟«»\u2018\u2019\u201a\u201b"

# What tomllib says, and the kind under which wording/ explains it; the first that fits counts.
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
# What stands where tomllib wants a value, when that is all it says.
_SIGNS = (
    (re.compile(r","), "comma"),
    (re.compile(rf"[{_CURLY}]"), "smart-quotes"),
    (re.compile(r"(ja|nee|yes|no|true|false|waar|onwaar)\s*(#|$)", re.IGNORECASE | re.MULTILINE), "yes-or-no"),
    (re.compile(r"[^\W\d_]"), "bare-text"),
    (re.compile(r"\s*(#|$)", re.MULTILINE), "no-value"),
    (re.compile(r""), "other"),
)
# A kind that the line itself makes more exact: 20-11-2026 and 20 november 2026; text that Word closed.
_EXACTLY = (
    ("trailing", re.compile(r"=\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}\s+[^\W\d]+\.?\s+\d{4})\b"), "no-date"),
    ("open-text", re.compile(rf"[{_CURLY}]\s*$"), "smart-quotes"),
)

KINDS = frozenset(row[-1] for table in (_KINDS, _SIGNS, _EXACTLY) for row in table)
"""Every kind of fault; its sentences stand in `wording/` under `toml.`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a kind in KINDS, and where a person mends it: line and column, counted from 1."""

    kind: str
    line: int
    column: int


def find_fault(text: str, said: str) -> Fault:
    """Return the fault in `text` of which tomllib said `said`; what is never closed is named where it opens."""
    position = _find_position(text, said)
    line = _cut_line(text, position)
    opener = _find_forgotten_opener(text, position)
    kind = next((kind for pattern, kind in _KINDS if pattern.search(said)), "")
    if not kind:
        kind = "open-list" if opener is not None else _name_sign(text, position)
    kind = next((exact for rough, pattern, exact in _EXACTLY if rough == kind and pattern.search(line)), kind)
    if kind == "open-text":
        opener = _find_open_text(text)
    elif kind != "open-list":
        opener = None
    return _point(kind, text, position if opener is None else opener)


def find_excess(text: str) -> Fault:
    """Return where `text`, that no library can read, goes beyond any note; its first line when that cannot be told."""
    beyond = _BEYOND.search(text)
    return _point("other", text, beyond.start() if beyond else 0)


def find_conflict(text: str, *, is_broken: bool) -> int | None:
    """Return the line of git's first mark; in a text that is good TOML only a whole conflict counts, within a story."""
    if not is_broken and "<<<<<<<" not in text:
        return None  # nearly every note there is; the pattern takes 10 microseconds
    conflict = (_CONFLICT if is_broken else _WHOLE_CONFLICT).search(text)
    return text.count("\n", 0, conflict.start()) + 1 if conflict else None


def _find_position(text: str, said: str) -> int:
    place = _PLACE.search(said)
    if not place or not place["line"]:
        return len(text.rstrip("\n"))
    before = text.split("\n")[: int(place["line"]) - 1]
    return sum(map(len, before)) + len(before) + int(place["column"]) - 1


def _cut_line(text: str, position: int) -> str:
    return text[text.rfind("\n", 0, position) + 1 :].partition("\n")[0]


def _name_sign(text: str, position: int) -> str:
    return next(kind for pattern, kind in _SIGNS if pattern.match(text, position))


def _find_forgotten_opener(text: str, position: int) -> int | None:
    """Find the bracket that is still open where the text ends, or where its next key or heading begins."""
    if not text[position:].strip():
        return _find_open_bracket(text[:position])
    if _STATEMENT.match(_cut_line(text, position)):
        return _find_open_bracket(text[: text.rfind("\n", 0, position) + 1])
    return None


def _find_open_bracket(text: str) -> int | None:
    opened: list[int] = []
    for bracket in re.finditer(r"[\[\]{}]", _blank(text)):
        if bracket[0] in "[{":
            opened.append(bracket.start())
        elif opened:
            opened.pop()
    return opened[-1] if opened else None


def _find_open_text(text: str) -> int | None:
    quote = re.search(r"[\"']", _blank(text))
    return quote.start() if quote else None


def _blank(text: str) -> str:
    """Put spaces in the place of closed texts and comments."""
    return TEXT.sub(lambda part: re.sub(r"[^\n]", " ", part[0]), text)


def _point(kind: str, text: str, position: int) -> Fault:
    return Fault(kind, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))
