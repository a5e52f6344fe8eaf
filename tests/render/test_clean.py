"""Cleaning: what people typed is harmless before a terminal sees it, and stays readable."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.render.clean import clean

SEEN = "\ufffd"


@pytest.mark.parametrize(
    "text",
    [
        "Kookclub De Klink",
        "Café Één, straße, Łódź, Đặng",
        "نادي الطبخ",
        "שלום",
        "料理クラブ",
        "👩🏽‍🌾 en 🚲",
        "می‌خواهم",
        "e\u0301e\u0323\u0302",
        "[/oops] :smile: {x} %s",
        "“ja” – nee…",  # noqa: RUF001 a dash as Word makes it
    ],
)
def test_what_people_write_stays(text: str) -> None:
    """Every script, accents, emoji and quotation marks stay as they were typed."""
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mrood\x1b[0m", f"{SEEN}[31mrood{SEEN}[0m"),
        ("\x1b]0;titel\x07", f"{SEEN}]0;titel{SEEN}"),
        ("\x1b]8;;http://kwaad\x1b\\klik", f"{SEEN}]8;;http://kwaad{SEEN}\\klik"),
        ("\x9b31mrood", f"{SEEN}31mrood"),
        ("wis\x08\x7f\r", f"wis{SEEN * 3}"),
        ("a\x00b\x85c", f"a{SEEN}b{SEEN}c"),
        ("\u202egnak\u202c \u2067x\u2069", f"{SEEN}gnak{SEEN} {SEEN}x{SEEN}"),
        ("\u200e\u200f\u061c", SEEN * 3),
        ("ver\u200bborgen\u2060\ufeff", f"ver{SEEN}borgen{SEEN * 2}"),
        ("a\u2028b\u2029c", f"a{SEEN}b{SEEN}c"),
        ("\ud83d half", f"{SEEN} half"),
        ("\U000e0041tag", f"{SEEN}tag"),
        ("tab\ttab", "tab tab"),
    ],
)
def test_what_acts_on_a_terminal_is_taken_out(text: str, shown: str) -> None:
    """Controls, escapes, direction overrides, hidden signs and halves of signs are shown as taken out."""
    assert clean(text) == shown


@pytest.mark.parametrize("mark", ["\u0301", "\u0e49", "\u0489", "\u064b", "\ufe0f", "\u20dd"])
def test_a_flood_of_marks_dries_up(mark: str) -> None:
    """At most three marks stay on one letter, of whatever script, so that no other line is covered."""
    assert clean(f"Z{mark * 50}a{mark * 50}") == f"Z{mark * 3}a{mark * 3}"
    assert clean(f"Z{mark * 3}") == f"Z{mark * 3}"


def test_mixed_marks_are_a_flood_too() -> None:
    """Different marks on one letter count together."""
    assert clean("Z" + "\u0301\u0323\u20dd\u0489\u0302" * 9) == "Z\u0301\u0323\u20dd"


def test_lines_stay_or_go() -> None:
    """A newline stays in a text of lines, and is a space in a cell."""
    assert clean("een\ntwee") == "een\ntwee"
    assert clean("één\ntwee", lines=False) == "één twee"
    assert clean("een\ntwee", lines=False) == "een twee"


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_whatever_is_typed_is_harmless(text: str) -> None:
    """No text leaves a control, a hidden sign or half a sign; cleaning twice changes nothing."""
    shown = clean(text, lines=False)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
    assert not any(unicodedata.category(sign) == "Cf" for sign in shown if sign not in "\u200c\u200d")
    assert clean(shown, lines=False) == shown
    shown.encode()
