"""Any note that can be typed survives writing and reading."""

import datetime
import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.domain.group import group_key
from kompas.domain.introduction import Introduction
from kompas.domain.note import Note
from kompas.domain.phrase import Facet
from kompas.notebook.note_file import dump_introduction, dump_note, parse_introduction, parse_note
from written import TODAY

# What breaks files and terminals, often: quotes, backslashes, newlines, controls, halves of signs, other directions.
ODD = [
    *"\"'\\#=[]{},.\n\r\t\x00\x1b\x7f\x85\u2028\ufeff\ud800\udfff\u202e\u200b", '"""', "'''", "\r\n", "\\u", "🚲",
    "שלום", "👩🏽‍🌾", "é", "[agreement]", "group = ",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(ODD) | st.text(st.characters(exclude_categories=()), max_size=8), max_size=8).map(
    "".join
)
NAME = TEXT.filter(lambda text: bool(text.split()))
PAST = st.dates(max_value=TODAY)
PHRASES = st.lists(TEXT, max_size=3)
PROMISE = st.fixed_dictionaries({"what": NAME}, optional={"by": st.dates(), "kept": PAST})
OBSTACLE = st.fixed_dictionaries({"what": NAME}, optional={"ours": st.booleans()})
# Not here: remember = false, and a contact or sharing of a sensitive group, which are refused on purpose.
AGREEMENT = st.fixed_dictionaries(
    {}, optional={"remember": st.just(True), "introduce": st.booleans(), "share": st.booleans(), "contact": NAME}
) | st.fixed_dictionaries({"sensitive": st.just(True)}, optional={"introduce": st.booleans(), "share": st.just(False)})
NOTE = st.fixed_dictionaries(
    {"date": PAST, "group": NAME},
    optional={
        **dict.fromkeys(("place", "author", "field", "occasion"), TEXT),
        **dict.fromkeys((facet.value for facet in Facet), PHRASES),
        **dict.fromkeys(("goal", "story", "left_behind", "lesson"), TEXT),
        "confirmed": PAST,
        "promises": st.lists(PROMISE, max_size=3),
        "obstacles": st.lists(OBSTACLE, max_size=2),
        "agreement": AGREEMENT,
    },
)


@settings(max_examples=150, deadline=None)
@given(NOTE)
def test_any_note_survives(typed: dict[str, Any]) -> None:
    """A note of any text is read as it was written, on every system's newlines."""
    note = Note.model_validate(typed)
    content = dump_note(note).encode()
    assert parse_note("a.toml", content, TODAY) == note
    assert parse_note("a.toml", b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"), TODAY) == note


@settings(max_examples=100, deadline=None)
@given(NOTE)
def test_any_note_is_toml_in_order(typed: dict[str, Any]) -> None:
    """A written note is TOML that names its schema first, with its keys in the order of DESIGN.md."""
    text = dump_note(Note.model_validate(typed))
    assert text.startswith("#:schema ../note.schema.json\n")
    table = tomllib.loads(text)
    assert list(table) == [key for key in Note.model_fields if key in table]
    for key in ("promises", "obstacles"):
        assert all(list(part) == sorted(part, key=["what", "by", "kept", "ours"].index) for part in table.get(key, ()))
    answers = ["remember", "introduce", "share", "contact", "sensitive"]
    assert list(table.get("agreement", {})) == [key for key in answers if key in table.get("agreement", {})]


@settings(max_examples=100, deadline=None)
@given(NOTE)
def test_settling_is_done_once(typed: dict[str, Any]) -> None:
    """A note made of a note's own values is that note: blanks and newlines are settled at once."""
    note = Note.model_validate(typed)
    assert Note.model_validate(note.model_dump()) == note


@settings(max_examples=100, deadline=None)
@given(PAST, NAME, NAME, st.sampled_from(["asked", "yes", "no", "on-their-own"]), st.none() | TEXT)
def test_any_introduction_survives(date: datetime.date, one: str, other: str, answer: str, author: str | None) -> None:
    """An introduction of any two groups is read as it was written."""
    if group_key(Note(date=date, group=one).group) == group_key(Note(date=date, group=other).group):
        other += " en nog iets"
    between = [one, other]
    introduction = Introduction.model_validate({"date": date, "between": between, "answer": answer, "author": author})
    assert parse_introduction("a.toml", dump_introduction(introduction).encode(), TODAY) == introduction
