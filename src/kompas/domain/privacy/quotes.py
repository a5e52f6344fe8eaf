"""Text between quotation marks: somebody's own voice."""

import re

_CLOSERS = {
    '"': '"\u201d',
    "\u201c": '\u201d\u201c"',
    "\u201d": "\u201d",
    "\u201e": '\u201d\u201c"',
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "'": "'\u2019",
    "\u2018": "\u2019'\u2018",
    "\u2019": "\u2019'",
    "\u201a": "\u2018\u2019'",
}
_SINGLE = "'\u2018\u2019\u201a"
_MARKS = re.compile(f"[{''.join(_CLOSERS)}]")
_APOSTROPHE_WORD = re.compile(r"(?:s|t|n|k|m|r|ns|em|ie|tis|\d\ds?)(?!\w)", re.IGNORECASE)
_LONGEST = 1000


def list_quotes(text: str) -> list[tuple[int, int]]:
    """Return the spans between quotation marks, marks included; an apostrophe ('s avonds, foto's) is no mark."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARKS.finditer(text):
        mark = match.start()
        if opened is not None and (mark - opened > _LONGEST or "\n\n" in text[opened:mark]):
            opened = None
        if opened is None:
            opened = mark if _opens(text, mark) else None
        elif text[mark] in _CLOSERS[text[opened]] and _closes(text, mark):
            spans.append((opened, mark + 1))
            opened = None
    return spans


def _opens(text: str, mark: int) -> bool:
    before, after = text[mark - 1 : mark] if mark else "", text[mark + 1 : mark + 2]
    if not after or after.isspace() or before.isalnum():
        return False
    return text[mark] not in _SINGLE or not _APOSTROPHE_WORD.match(text, mark + 1)


def _closes(text: str, mark: int) -> bool:
    return text[mark] not in _SINGLE or not (text[mark + 1 : mark + 2].isalnum() or text[mark - 1].isspace())
