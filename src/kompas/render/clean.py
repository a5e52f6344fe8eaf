"""Text that people typed, made harmless before a terminal sees it."""

import unicodedata
from collections.abc import Iterator

# Marks above and below a letter; more than this many on one letter is a flood that covers other lines.
_MOST_MARKS = 3
_MARKS = frozenset({"Mn", "Me"})
# Zero-width joiners build letters in several scripts and in emoji, and stay.
_JOINERS = "\u200c\u200d"
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def clean(text: str, *, lines: bool = True) -> str:
    """Return `text` without controls, escapes, text-direction overrides and floods of marks.

    What is taken out is shown as the replacement character, so that it does not go unseen. A tab becomes a space; a
    newline stays when `lines` is true and becomes a space otherwise.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_clean_sign(sign, lines=lines) for sign in _dry_up(text))


def _dry_up(text: str) -> Iterator[str]:
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) in _MARKS else 0
        if marks <= _MOST_MARKS:
            yield sign


def _clean_sign(sign: str, *, lines: bool) -> str:
    if sign == "\n":
        return sign if lines else " "
    if sign == "\t":
        return " "
    if sign in _JOINERS:
        return sign
    # Cc controls, Cf invisible formatting, Cs halves of a sign, Zl and Zp odd newlines.
    return _REPLACED if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign
