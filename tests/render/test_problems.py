"""Problems in words: where, what, the line itself, and what to do, in both languages."""

import datetime
import json
from dataclasses import fields

import pytest

from kompas.domain import problem as problems
from kompas.domain.problem import (
    BrokenToml,
    FutureDate,
    NotANote,
    Problem,
    StrangeField,
    UnknownKey,
    Unreadable,
    WrongKind,
)
from kompas.notebook.toml_faults import KINDS as FAULTS
from kompas.render.listing import Format, render_listing
from kompas.render.problems import advise, explain, list_problems, render_problems
from kompas.render.screen import Canvas
from kompas.wording.words import Words
from written import find_faults

DUTCH, ENGLISH = Words("nl"), Words("en")
DAY = datetime.date(2026, 11, 24)
FACTS = {
    "kind": "comma", "column": 3, "reason": "EISDIR", "size": 2_000_000, "key": "talent",
    "near": ("talents",),
    "table": "agreement", "heading": "[agreement]",
    "expected": "list", "value": DAY, "group": "Koor", "known": ("council", "town-hall"),
    "theme": "duiven", "word": "moslims",
}  # fmt: skip
OWN_FACTS = {"Identifier": {"kind": "bsn"}}
KINDS = [kind for kind in vars(problems).values() if isinstance(kind, type) and issubclass(kind, Problem)]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Problem], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("words", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_every_problem_has_its_sentences(kind: type[Problem], words: Words) -> None:
    """Every kind of problem says what is wrong and what to do, in whole sentences without empty places."""
    facts = FACTS | OWN_FACTS.get(kind.__name__, {})
    known = {field.name: facts[field.name] for field in fields(kind) if field.name in facts}
    one = kind(path="2026-11/a.toml", line=2, excerpt='talent = ["zingen"]', **known)
    for sentence in (explain(one, words), advise(one, words)):
        assert sentence
        assert "{" not in sentence
        assert "None" not in sentence
    told = render_problems([one], words).splitlines()
    assert told[0] == f"2026-11/a.toml:2: {explain(one, words)}"
    assert told[1:] == ['    talent = ["zingen"]', f"  → {advise(one, words)}"]


@pytest.mark.parametrize("kind", sorted(FAULTS))
def test_every_fault_of_toml_has_its_sentences(kind: str) -> None:
    """Every name that a fault of TOML can get has its sentences in both languages."""
    one = BrokenToml(path="a.toml", kind=kind)
    assert all(explain(one, words) and advise(one, words) for words in (DUTCH, ENGLISH))


def test_a_problem_is_told_in_the_users_language() -> None:
    """A day in a problem is told as a day, and a near key is offered."""
    future = FutureDate(path="a.toml", key="date", value=DAY)
    assert explain(future, DUTCH) == "“date” ligt in de toekomst: 24 november 2026."
    near = UnknownKey(path="a.toml", key="talent", near=("talents",))
    assert (advise(near, ENGLISH), advise(near, DUTCH)) == ("Did you mean “talents”?", "Bedoel je “talents”?")
    assert advise(UnknownKey(path="a.toml", key="x"), ENGLISH) == "Take the line out, or put the text under story."


def test_an_example_shows_the_right_kind() -> None:
    """A value of the wrong kind comes with an example for its own key."""
    one = WrongKind(path="a.toml", key="agreement.share", expected="truth")
    assert explain(one, ENGLISH) == "“agreement.share” must be true or false."
    assert advise(one, ENGLISH) == "Write for example: share = true"


def test_without_a_line_only_the_file_is_told() -> None:
    """A problem of the whole file names the file, and shows no line."""
    assert render_problems([NotANote(path="a.jpg")], ENGLISH).splitlines()[0] == "a.jpg: This is not a note."
    assert len(render_problems([NotANote(path="a.jpg")], ENGLISH).splitlines()) == 2


def test_a_long_line_is_cut() -> None:
    """A line of a thousand signs does not fill the screen."""
    (one,) = find_faults("date = 2026-11-20\ngroup = " + "x" * 1000)
    assert max(map(len, render_problems([one], DUTCH).splitlines())) <= 110


def test_the_line_itself_is_cleaned() -> None:
    """No escape of the line at fault comes through."""
    (one,) = find_faults('date = 2026-11-20\ngroup = "Koor"\n\x1b[31mfout = 1')
    assert "\ufffd[31mfout = 1" in render_problems([one], DUTCH)


def test_the_name_of_a_file_stays_on_its_line() -> None:
    """A newline in the name of a file cannot pretend to be another problem."""
    told = render_problems([NotANote(path="2026-11/a\ngood.toml: alles is in orde")], DUTCH)
    assert len(told.splitlines()) == 2


def test_other_programs_get_every_key() -> None:
    """As JSON a problem is a flat object with all its keys, its kind not translated."""
    rows = list_problems(
        [StrangeField(path="a.toml", value="x", known=("council",)), Unreadable(path="b", reason="EACCES")], DUTCH
    )
    told = json.loads("".join(render_listing(rows, Format.JSON, DUTCH, Canvas(80, has_colour=False))))
    assert [tuple(row) for row in told] == [("path", "line", "problem", "fault", "says", "excerpt", "remedy")] * 2
    assert [(row["problem"], row["fault"]) for row in told] == [("StrangeField", False), ("Unreadable", True)]
