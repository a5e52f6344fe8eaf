"""An edit of a note changes one value; all else stays as a person typed it, to the byte."""

import datetime

import pytest

from kompas.errors import NotRewritten
from kompas.notebook.rewriting import Edit, confirm, keep_promise, rename_group, rewrite

DAY = datetime.date(2026, 11, 23)
TYPED = b"""#:schema ../note.schema.json
# Wat een middag!
date = 2026-10-01   # donderdag
group = 'Kookclub   de Klink'      # zo noemen zij zich
leads = [
    "Koor",                # een tip
    'kookclub De Klink',
]
story = \"\"\"
[[promises]]
kept = nooit
\"\"\"
# onder aan de bladzij

# wat wij beloofden
[[promises]]
what = "bellen"
by = 2026-12-07  # haast

# en dit
[[promises]]
what = "komen"

[agreement]
remember = true
"""


def test_a_confirmation_comes_after_the_last_key_and_before_the_comments() -> None:
    """`confirmed` is a line of its own above the comments of what follows."""
    meant = TYPED.replace(b'nooit\n"""\n', b'nooit\n"""\nconfirmed = 2026-11-23\n')
    assert rewrite("a.toml", TYPED, confirm(DAY)) == meant


def test_a_later_confirmation_takes_the_place_of_the_first() -> None:
    """A `confirmed` that is there changes where it stands, its comments kept."""
    typed = TYPED.replace(b"leads", b"# gebeld\nconfirmed = 2026-10-09  # met de kok\nleads")
    assert rewrite("a.toml", typed, confirm(DAY)) == typed.replace(b"2026-10-09", b"2026-11-23")


@pytest.mark.parametrize(("number", "line"), [(0, b"by = 2026-12-07  # haast\n"), (1, b'what = "komen"\n')])
def test_a_kept_promise_is_told_below_it(number: int, line: bytes) -> None:
    """`kept` stands with its own promise, above the comment of the next."""
    meant = TYPED.replace(line, line + b"kept = 2026-11-23\n")
    assert rewrite("a.toml", TYPED, keep_promise(number, DAY)) == meant


def test_a_group_gets_another_name_wherever_it_stands_as_a_name() -> None:
    """The group and the leads are renamed, whatever their capitals and spaces; stories are somebody's words."""
    meant = TYPED.replace(b"'Kookclub   de Klink' ", b'"Kook" ').replace(b"'kookclub De Klink'", b'"Kook"')
    assert rewrite("a.toml", TYPED, rename_group("kookclub de klink", "Kook")) == meant


def test_an_introduction_is_renamed() -> None:
    """Both sides of an introduction are names."""
    met = b'date = 2026-10-01\nbetween = ["Koor", "Kook club"] # mooi\nanswer = "yes"\n'
    assert rewrite("a.toml", met, rename_group("KOOR", "Zangers")) == met.replace(b"Koor", b"Zangers")


@pytest.mark.parametrize(
    "edit", [confirm(DAY), keep_promise(0, DAY), rename_group("Kookclub de Klink", 'Kook "de" \\ Café')]
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_windows_keeps_its_line_ends_and_its_mark(edit: Edit, mark: bytes) -> None:
    """A note from Notepad stays one: CRLF on every line, the byte-order mark in front."""
    told = rewrite("a.toml", mark + TYPED.replace(b"\n", b"\r\n"), edit)
    assert told == mark + rewrite("a.toml", TYPED, edit).replace(b"\n", b"\r\n")


def test_a_last_line_without_an_end_gets_one() -> None:
    """What is added never runs on behind the last line."""
    assert rewrite("a.toml", b'date = 2026-10-01\ngroup = "Koor"', confirm(DAY)).endswith(
        b'group = "Koor"\nconfirmed = 2026-11-23\n'
    )


def test_promises_within_braces_are_kept_too() -> None:
    """A promise may stand on one line within braces."""
    typed = b'date = 2026-10-01\ngroup = "Koor"\npromises = [{what = "a"}, {what = "b"}] # twee\n'
    told = rewrite("a.toml", typed, keep_promise(1, DAY))
    assert b'{what = "a"}' in told
    assert told.endswith(b"# twee\n")
    assert b"kept = 2026-11-23" in told


def test_a_note_without_the_name_stays_as_it_is() -> None:
    """An edit that changes nothing gives back the same bytes."""
    assert rewrite("a.toml", TYPED, rename_group("Toneel", "Theater")) == TYPED


@pytest.mark.parametrize("typed", [b"date = \n", b"\xff", b'promises = "bellen"\n', b"promises = []\n"])
def test_what_cannot_be_edited_is_told(typed: bytes) -> None:
    """A file that is broken, or has no such promise, is not touched."""
    with pytest.raises(NotRewritten) as caught:
        rewrite("a.toml", typed, keep_promise(0, DAY))
    assert caught.value.path == "a.toml"
