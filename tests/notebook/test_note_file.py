"""A note as a file: every problem with its line, and the order in which a note is written."""

import datetime
import tomllib
from textwrap import dedent
from typing import Any

import pytest

from kompas.domain.introduction import Introduction
from kompas.domain.note import Note
from kompas.domain.problem import (
    EmptyOptionalValue,
    EmptyValue,
    FutureDate,
    KeyOutsideTable,
    MisplacedKey,
    MissingKey,
    NotANote,
    NotToBeKept,
    Problem,
    SensitiveDetails,
    UnknownKey,
    WrongKind,
)
from kompas.notebook.note_file import dump_introduction, dump_note, parse_introduction
from written import FULL, TODAY, find_faults, parse

HEAD = 'date = 2026-11-20\ngroup = "Koor"\n'


@pytest.mark.parametrize(
    ("text", "problem", "line", "facts"),
    [
        ("", NotANote, 1, {}),
        ("# niets", NotANote, 1, {}),
        ("[agreement]\nshare = true", NotANote, 1, {}),
        ("date = 2026-11-20", MissingKey, 1, {"key": "group"}),
        ('group = "Koor"', MissingKey, 1, {"key": "date"}),
        ('date = 2026-11-20\ngroup = " "', EmptyValue, 2, {"key": "group"}),
        (HEAD + 'talent = ["zingen"]', UnknownKey, 3, {"key": "talent", "near": ("talents",)}),
        (HEAD + "plaats = 'hier'", UnknownKey, 3, {"key": "plaats", "near": ("place",)}),
        (HEAD + "telephone = 'hier'", UnknownKey, 3, {"key": "telephone", "near": ()}),
        ('date = 2026-11-20\ngroep = "Koor"', UnknownKey, 2, {"key": "groep", "near": ("group",)}),
        (HEAD + "remember = true", KeyOutsideTable, 3, {"key": "remember", "heading": "[agreement]"}),
        (HEAD + "by = 2026-12-01", KeyOutsideTable, 3, {"key": "by", "heading": "[[promises]]"}),
        (HEAD + "[agreement]\nours = true", KeyOutsideTable, 4, {"key": "ours", "heading": "[[obstacles]]"}),
        (HEAD + "[[promises]]\nwat = 'bellen'", UnknownKey, 4, {"key": "wat", "near": ("what",)}),
        (HEAD + "[[promises]]\nwhat = ''", EmptyValue, 4, {"key": "promises.what"}),
        (HEAD + "zzz = 1", UnknownKey, 3, {"key": "zzz", "near": ()}),
        (HEAD + '"ta lents" = 1', UnknownKey, 3, {"key": "ta lents", "near": ("talents",)}),
        (HEAD + '"" = 1', UnknownKey, 3, {"key": "", "near": ()}),
        (HEAD + 'TALENTS = ["zingen"]', UnknownKey, 3, {"key": "TALENTS", "near": ("talents",)}),
        (HEAD + 'does = "zingen"', WrongKind, 3, {"key": "does", "expected": "list"}),
        (HEAD + 'does = [\n  "zingen",\n  3,\n]', WrongKind, 3, {"key": "does", "expected": "list"}),
        (HEAD + "place = 3", WrongKind, 3, {"key": "place", "expected": "text"}),
        (HEAD + 'confirmed = "ooit"', WrongKind, 3, {"key": "confirmed", "expected": "date"}),
        (HEAD + "confirmed = inf", WrongKind, 3, {"key": "confirmed", "expected": "date"}),
        (HEAD + "confirmed = 2026-11-20T10:30:00", WrongKind, 3, {"key": "confirmed", "expected": "date"}),
        (HEAD + "agreement = true", WrongKind, 3, {"key": "agreement", "expected": "table"}),
        (HEAD + 'promises = ["bellen"]', WrongKind, 3, {"key": "promises", "expected": "tables"}),
        (HEAD + "[promises]\nwhat = 'bellen'", WrongKind, 3, {"key": "promises", "expected": "tables"}),
        (HEAD + '[agreement]\nshare = "misschien"', WrongKind, 4, {"key": "agreement.share", "expected": "truth"}),
        (HEAD + "[agreement]\ncontact = ''", EmptyOptionalValue, 4, {"key": "agreement.contact"}),
        (HEAD + "[agreement]\nshared = true", UnknownKey, 4, {"key": "shared", "near": ("share",)}),
        (HEAD + "[agreement]\nplace = 'hier'", MisplacedKey, 4, {"key": "place", "table": "agreement"}),
        (HEAD + "[[promises]]\nwhat = 'a'\n[[promises]]\nwat = 'b'\nwhat = 'c'", UnknownKey, 6, {"key": "wat"}),
        (HEAD + "[[promises]]\nwhat = 'a'\n\n[[promises]]\nby = 2026-11-21", MissingKey, 6, {"key": "promises.what"}),
        (HEAD + "[[obstacles]]\nours = true", MissingKey, 3, {"key": "obstacles.what"}),
        (HEAD + "[[promises]]\nwhat = 'a'\nlesson = 'b'", MisplacedKey, 5, {"key": "lesson", "table": "promises"}),
        ('date = 2026-11-24\ngroup = "Koor"', FutureDate, 1, {"key": "date", "value": datetime.date(2026, 11, 24)}),
        (HEAD + "confirmed = 2027-01-01", FutureDate, 3, {"key": "confirmed"}),
        (
            HEAD + "[[promises]]\nwhat = 'a'\n[[promises]]\nwhat = 'b'\nkept = 2027-01-01",
            FutureDate,
            7,
            {"key": "kept"},
        ),
        (HEAD + "[agreement]\nremember = false", NotToBeKept, 4, {"group": "Koor"}),
        (HEAD + "[agreement]\nsensitive = true\ncontact = 'de kok'", SensitiveDetails, 5, {"key": "contact"}),
        (HEAD + "[agreement]\nshare = true\nsensitive = true", SensitiveDetails, 4, {"key": "share"}),
    ],
)
def test_a_problem_knows_its_line(text: str, problem: type[Problem], line: int, facts: dict[str, Any]) -> None:
    """Each fault of a note is one problem: its kind, its line, that line as it stands, and its facts."""
    (found,) = find_faults(text)
    assert type(found) is problem
    assert (found.line, found.excerpt) == (line, text.split("\n")[line - 1].strip())
    assert found.facts() | facts == found.facts()


def test_all_problems_are_told_at_once() -> None:
    """
    date = "ooit"
    grup = "Koor"
    does = 3
    [agreement]
    share = "misschien"
    place = "Dorpshuis"
    """  # noqa: D205, D400, D403
    found = find_faults(dedent(test_all_problems_are_told_at_once.__doc__ or "").lstrip("\n"))
    told = [(type(one), one.line) for one in found]
    assert sorted(told, key=lambda one: one[1] or 0) == told
    assert {(WrongKind, 1), (UnknownKey, 2), (WrongKind, 3), (WrongKind, 5), (MisplacedKey, 6)} <= set(told)
    assert MissingKey not in {kind for kind, _ in told}  # grup is the missing group


def test_today_is_not_the_future() -> None:
    """A note, a confirmation and a kept promise of today are not in the future; a promise is for later."""
    text = f"date = {TODAY}\ngroup = 'Koor'\nconfirmed = {TODAY}\n"
    promise = f"[[promises]]\nwhat = 'a'\nby = 2030-01-01\nkept = {TODAY}"
    assert parse(text + promise).note.confirmed == TODAY


def test_a_note_is_written_in_the_order_of_the_design() -> None:
    """A written note begins with its schema and has its keys in the order of DESIGN.md, whatever the typed order."""
    shuffled = Note.model_validate(dict(reversed(tomllib.loads(FULL).items())))
    text = dump_note(shuffled)
    assert text.startswith("#:schema ../note.schema.json\n")
    keys = [line.split(" = ")[0] for line in text.splitlines() if " = " in line or line.startswith("[")]
    wanted = [line.split(" = ")[0] for line in FULL.splitlines() if line and line != "sensitive = false"]
    assert keys == wanted
    assert parse(text).note == shuffled


def test_what_is_absent_is_not_written() -> None:
    """A note of a day and a group is written as a day and a group."""
    note = parse('date = 2026-11-20\ngroup = "Koor"\ndoes = []').note
    assert dump_note(note) == '#:schema ../note.schema.json\ndate = 2026-11-20\ngroup = "Koor"\n'


def test_a_no_is_written() -> None:
    """No is an answer and is written; what nobody asked is not."""
    note = parse(HEAD + "[agreement]\nintroduce = false").note
    assert dump_note(note).endswith("\n[agreement]\nintroduce = false\n")


@pytest.mark.parametrize(
    "story", ["een\ntwee", "\n\neen", 'zij zei: "ja"\nen """nee"""\\', "einde\n", "\ttab\n\x00\x1b"]
)
def test_a_story_keeps_its_lines(story: str) -> None:
    """A story of several lines is written as such, and read as it was."""
    note = parse(HEAD).note.model_copy(update={"story": story})
    assert '"""' in dump_note(note)
    assert parse(dump_note(note)).note.story == story


def test_an_introduction_survives_writing() -> None:
    """An introduction is read as it was written."""
    text = 'date = 2026-11-20\nbetween = ["Koor", "Café \\"Één\\""]\nanswer = "on-their-own"\nauthor = "fatma"\n'
    introduction = parse_introduction("a.toml", text.encode(), TODAY)
    assert isinstance(introduction, Introduction)
    dumped = dump_introduction(introduction)
    assert parse_introduction("a.toml", dumped.encode(), TODAY) == introduction
    assert list(tomllib.loads(dumped)) == ["date", "between", "answer", "author"]


MET = 'date = 2026-11-20\nbetween = ["Koor", "Band"]\nanswer = "yes"\n'


@pytest.mark.parametrize(
    ("text", "problem", "line", "facts"),
    [
        (MET.replace("yes", "ja"), WrongKind, 3, {"key": "answer", "expected": "answer"}),
        (MET.replace('"Band"', '"KOOR"'), WrongKind, 2, {"key": "between", "expected": "two-groups"}),
        (MET.replace(', "Band"', ""), WrongKind, 2, {"key": "between", "expected": "two-groups"}),
        (MET.replace('"Band"', '"Band", "Duo"'), WrongKind, 2, {"key": "between", "expected": "two-groups"}),
        (MET.replace('"Band"', '""'), EmptyValue, 2, {"key": "between"}),
        (MET + "awnser = 1", UnknownKey, 4, {"key": "awnser", "near": ("answer",)}),
        (MET.replace("2026", "2027"), FutureDate, 1, {"key": "date"}),
        (MET.replace('answer = "yes"\n', ""), MissingKey, 1, {"key": "answer"}),
        ("<<<<<<< HEAD", None, 1, {}),
    ],
)
def test_an_introduction_has_problems_too(
    text: str, problem: type[Problem] | None, line: int, facts: dict[str, Any]
) -> None:
    """A fault in an introduction is told as in a note."""
    found = parse_introduction("introductions/a.toml", text.encode(), TODAY)
    assert isinstance(found, list)
    assert len(found) == 1
    assert (found[0].line, found[0].path) == (line, "introductions/a.toml")
    assert problem is None or type(found[0]) is problem
    assert found[0].facts() | facts == found[0].facts()
