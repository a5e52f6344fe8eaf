"""Whatever two people make of a note, one valid note comes of it, and it holds what either meant."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.commands.merge_note import merge_versions
from kompas.domain.note import Note
from kompas.domain.phrase import Facet
from kompas.notebook.merging import parse_version
from kompas.notebook.note_file import dump_note, parse_note
from kompas.wording.words import Words
from properties.test_note import NOTE, TEXT
from written import TODAY

FACETS = [facet.value for facet in Facet]
WORDS = Words("nl")
Edit = dict[str, Any]


@st.composite
def _edits(draw: st.DrawFn) -> tuple[Edit, Edit, Edit]:
    """Draw a note and two edits of it: keys changed, added and taken out, phrases added and taken out."""
    base = draw(NOTE)
    return base, _edit(draw, base), _edit(draw, base)


def _edit(draw: st.DrawFn, base: Edit) -> Edit:
    changed = {key: value for key, value in base.items() if key in {"date", "group"} or draw(st.integers(0, 5))}
    other = draw(NOTE)
    changed |= {key: value for key, value in other.items() if not draw(st.integers(0, 2))}
    for key in FACETS:
        if key in base and key in changed:
            kept = [phrase for phrase in base[key] if draw(st.booleans())]
            changed[key] = kept + draw(st.lists(TEXT, max_size=2))
    if "story" in base and draw(st.booleans()):
        changed["story"] = base["story"] + draw(TEXT)
    return changed


def merge(base: Edit, ours: Edit, theirs: Edit) -> tuple[Note, Note, Note, Note]:
    """Return the three notes, and the note that their files merge into."""
    notes = [Note.model_validate(one) for one in (base, ours, theirs)]
    text = merge_texts(*(dump_note(note) for note in notes))
    merged = parse_note("a.toml", text.encode(), TODAY)
    assert isinstance(merged, Note), merged
    return notes[0], notes[1], notes[2], merged


def merge_texts(base: str, ours: str, theirs: str) -> str:
    """Return the text that three texts merge into."""
    versions = [parse_version(text.encode()) for text in (base, ours, theirs)]
    return merge_versions(versions[0], versions[1], versions[2], WORDS)


def find_wrong(edits: tuple[Edit, Edit, Edit]) -> list[str]:
    """Return the keys whose phrases are not those that both kept or either added."""
    base, ours, theirs, merged = merge(*edits)
    versions = {key: [set(getattr(note, key)) for note in (base, ours, theirs, merged)] for key in FACETS}
    return [
        key for key, (was, mine, yours, now) in versions.items() if now != (mine & yours) | (mine - was) | (yours - was)
    ]


@settings(max_examples=25, deadline=None)
@given(_edits())
def test_the_merge_of_any_two_edits_is_a_note(edits: tuple[Edit, Edit, Edit]) -> None:
    """It parses, and holds every phrase that both kept or either added, and none that one took out."""
    assert find_wrong(edits) == []


@pytest.mark.slow
@settings(max_examples=2000, deadline=None)
@given(_edits())
def test_the_merge_of_two_thousand_edits_is_a_note(edits: tuple[Edit, Edit, Edit]) -> None:
    """The same, for many more."""
    assert find_wrong(edits) == []


@settings(max_examples=25, deadline=None)
@given(_edits())
def test_no_line_that_was_typed_is_lost(edits: tuple[Edit, Edit, Edit]) -> None:
    """Each line that either typed newly, in a text or for a name, stands somewhere in the merged note."""
    base, ours, theirs, merged = merge(*edits)
    everything = dump_note(merged)
    plain = "\n".join(str(value) for value in merged.model_dump().values())
    for note in (ours, theirs):
        for key in ("story", "goal", "left_behind", "lesson", "group", "place", "author", "field", "occasion"):
            text = getattr(note, key)
            if text and text != getattr(base, key):
                assert all(line.strip() in plain for line in text.split("\n")), (key, everything)


@settings(max_examples=25, deadline=None)
@given(_edits())
def test_who_merges_makes_no_difference(edits: tuple[Edit, Edit, Edit]) -> None:
    """The other way round the merge says the same; only the order of phrases and paragraphs may differ."""
    base, ours, theirs = edits
    one, other = merge(base, ours, theirs)[3], merge(base, theirs, ours)[3]
    assert _sort_out(one) == _sort_out(other)


def _sort_out(note: Note) -> dict[str, Any]:
    table = note.model_dump()
    for key, value in table.items():
        if isinstance(value, tuple):
            table[key] = sorted(value, key=repr)
        elif isinstance(value, str):
            table[key] = sorted(line.strip() for line in value.split("\n") if line.strip())
    return table


@settings(max_examples=20, deadline=None)
@given(NOTE, NOTE)
def test_what_one_side_changed_is_taken_as_it_is(base: Edit, theirs: Edit) -> None:
    """Where only one side edited, its edit is the merge, whichever side it is."""
    _, _, changed, merged = merge(base, base, theirs)
    assert merged == changed
    assert merge(base, theirs, base)[3] == changed


@settings(max_examples=25, deadline=None)
@given(NOTE, NOTE, st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.booleans())
def test_a_version_that_nobody_can_read_costs_no_word(base: Edit, good: Edit, scrap: str, is_ours: bool) -> None:
    """A file that is no TOML is kept line for line in the story of the one that is."""
    broken = f'group = "Koor\n{scrap}\n<<<<<<< HEAD\n'
    whole = dump_note(Note.model_validate(good))
    ours, theirs = (broken, whole) if is_ours else (whole, broken)
    merged = parse_note("a.toml", merge_texts(dump_note(Note.model_validate(base)), ours, theirs).encode(), TODAY)
    assert not isinstance(merged, list), merged
    for line in parse_version(broken.encode()).text.split("\n"):
        assert line.strip() in (merged.story or "")


@settings(max_examples=20, deadline=None)
@given(*[st.binary(max_size=60)] * 3)
def test_no_bytes_stop_the_merge(base: bytes, ours: bytes, theirs: bytes) -> None:
    """Whatever git hands over, a text comes of it, and a version that is a table is not made worse."""
    versions = [parse_version(content) for content in (base, ours, theirs)]
    merged = parse_version(merge_versions(versions[0], versions[1], versions[2], WORDS).encode())
    assert merged.table is not None or not any(version.table for version in versions)
