"""`meet` through `main(argv)`: the suggestions, why, what became of them, and a whole evening."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.suggest import GOOD
from kompas.render.screen import Canvas
from kompas.render.suggestions import render_evidence
from kompas.wording.words import Words
from matched import make_suggestion
from transcript import Run

Kompas = Callable[..., Run]
Write = Callable[[str, str], Path]

KOOR = """
date = 2026-11-01
group = "Koor"
place = "Kerkplein"
does = ["elke week zingen"]
offers = ["een piano"]
asks = ["iemand die soep kookt"]
ideas = ["een moestuin"]
"""
KOOKCLUB = """
date = 2026-11-02
group = "Kookclub De Klink"
talents = ["soep maken voor honderd eters"]
asks = ["een piano voor het feest"]
"""
MOESTUIN = """
date = 2026-11-03
group = "Moestuin"
does = ["samen werken in de moestuin"]
asks = ["timmerman voor een schuurtje"]
"""
DUIVEN = """
date = 2026-11-03
group = "De Vlucht"
asks = ["een melker met geduld"]
"""
HOKKEN = """
date = 2026-11-03
group = "Houtploeg"
offers = ["zelfgemaakte tillen"]
"""
OWN = """
[[theme]]
id = "pigeons"
[theme.nl]
name = "duiven"
words = "-melker, tillen"
"""


@pytest.fixture
def three(write: Write) -> Write:
    """Write three groups that have much to tell each other, and return the function that writes more."""
    for name, text in (("koor", KOOR), ("kookclub", KOOKCLUB), ("moestuin", MOESTUIN)):
        write(f"2026-11/{name}.toml", text)
    return write


def _introduce(write: Write, name: str, date: str, answer: str, between: str = '["Koor", "Kookclub De Klink"]') -> None:
    write(f"introductions/{name}.toml", f'date = {date}\nbetween = {between}\nanswer = "{answer}"\n')


def _load(run: Run) -> Any:
    assert run.code == 0, run.err
    return json.loads(run.out)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("words", [("meet", "--limit", "9"), ("meet", "koor", "--limit", "9")], ids=" ".join)
def test_json_has_one_shape(kompas: Kompas, words: tuple[str, ...]) -> None:
    """JSON is a list of groups, reasons and questions with just these keys; groups and phrases are as written."""
    found = _load(kompas(*words, "--format", "json"))
    assert found
    for suggestion in found:
        assert set(suggestion) == {"groups", "reasons", "questions"}
        assert len(suggestion["groups"]) == 2
        assert suggestion["reasons"]
        for reason in suggestion["reasons"]:
            assert set(reason) == {"kind", "from", "to", "ties"}
            assert reason["kind"] in {"gives", "learns", "dreams", "alike"}
            for side in (reason["from"], reason["to"]):
                assert set(side) == {"group", "facet", "text", "note"}
                assert side["group"] in suggestion["groups"]
                assert side["text"] in KOOR + KOOKCLUB + MOESTUIN
                assert side["note"].startswith("2026-11/")
            assert reason["ties"]
            assert all(set(one) == {"kind", "from", "to", "theme"} for one in reason["ties"])


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_are_asked_first(kompas: Kompas, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both groups get a question of their own, and neither question names the other group or quotes it."""
    monkeypatch.setenv("KOMPAS_LANG", language)
    for suggestion in _load(kompas("meet", "--limit", "9", "--format", "json")):
        assert [one["group"] for one in suggestion["questions"]] == suggestion["groups"]
        for one in suggestion["questions"]:
            assert set(one) == {"group", "text"}
            assert "?" in one["text"]
            assert not [group for group in suggestion["groups"] if group.casefold() in one["text"].casefold()]
            assert not [side["text"] for reason in suggestion["reasons"] for side in (reason["from"], reason["to"])
                        if side["text"] in one["text"]]  # fmt: skip
    told = kompas("meet", "--limit", "1").out
    assert told.count("   ? ") == 2
    assert ("Stap er dan uit." if language == "nl" else "Then step out.") in told


@pytest.mark.usefixtures("three")
def test_lists_of_other_forms(kompas: Kompas) -> None:
    """CSV and Markdown have a row for each reason."""
    rows = list(csv.DictReader(io.StringIO(kompas("meet", "koor", "--limit", "9", "--format", "csv").out)))
    assert set(rows[0]) == {"group", "other", "kind", "from", "to", "why"}
    assert {row["kind"] for row in rows} >= {"gives", "learns"}
    assert "| een piano | een piano voor het feest |" in kompas("meet", "koor", "--limit", "9", "--format", "md").out


@pytest.mark.usefixtures("three")
def test_why(kompas: Kompas) -> None:
    """`--why` shows all evidence for a pair with a line for each tie, in either order, and what would be enough."""
    told = kompas("meet", "--why", "koor", "kookclub")
    assert told.code == 0
    assert "Koor biedt: “een piano”" in told.out
    assert "Kookclub De Klink kan: “soep maken voor honderd eters”" in told.out
    assert "%  hetzelfde woord: “piano”" in told.out
    assert f"nodig is {GOOD:.0%}" in told.out
    assert kompas("meet", "--why", "KOOKCLUB DE KLINK", "KOOR").out.splitlines()[1:] == told.out.splitlines()[1:]


def test_why_agrees_with_meet() -> None:
    """Of a pair that is suggested because of two reasons together, `--why` does not say that it is too light."""
    reasons = make_suggestion("Koor", "Band", 0.8 * GOOD).reasons * 2
    assert Suggestion(("Band", "Koor"), reasons).weight >= GOOD
    assert "Te licht" not in render_evidence(("Band", "Koor"), reasons, {}, Words("nl"), Canvas(80, has_colour=False))


@pytest.mark.usefixtures("three")
def test_why_of_a_pair_that_nothing_binds(kompas: Kompas) -> None:
    """Of a pair without evidence that is told; in JSON it is an empty list. A group that is not there is exit 1."""
    assert "Niets in de notities bindt deze twee." in kompas("meet", "--why", "kookclub", "moestuin").out
    assert _load(kompas("meet", "--why", "kookclub", "moestuin", "--format", "json")) == []
    assert kompas("meet", "--why", "koor", "zeppelin").code == 1


@pytest.mark.usefixtures("three")
def test_why_in_json_holds_every_reason(kompas: Kompas) -> None:
    """In JSON `--why` has the shape of `meet`, a reason at a time."""
    found = _load(kompas("meet", "--why", "koor", "kookclub", "--format", "json"))
    assert len(found) >= 2
    assert all(len(one["reasons"]) == 1 and len(one["questions"]) == 2 for one in found)


def test_a_refusal_is_honoured(kompas: Kompas, three: Write) -> None:
    """A group that does not want to be introduced appears in no suggestion, no evidence and no evening."""
    three("2026-11/nee.toml", 'date = 2026-11-20\ngroup = "KOOR"\n[agreement]\nintroduce = false\n')
    for words in (("meet", "--limit", "9"), ("meet", "kookclub", "--limit", "9"), ("meet", "--evening")):
        assert "koor" not in kompas(*words, "--format", "json").out.casefold()
    told = kompas("meet", "koor")
    assert (told.code, told.out) == (0, "")
    assert "wil niet aan andere groepen voorgesteld worden" in told.err


@pytest.mark.parametrize(
    "words", [("--why", "Koor", "Moestuin"), ("--evening", "--coming", "koor", "--coming", "moes")]
)
def test_a_refusal_is_told_when_the_group_is_named(kompas: Kompas, three: Write, words: tuple[str, ...]) -> None:
    """Who names a group that does not want to be introduced is told so."""
    three("2026-11/nee.toml", 'date = 2026-11-20\ngroup = "Koor"\n[agreement]\nintroduce = false\n')
    assert "wil niet aan andere groepen voorgesteld worden" in kompas("meet", *words).err


def test_kept(kompas: Kompas, three: Write) -> None:
    """`--kept` tells what became of suggestions, newest first, of all groups or of one; what was kept is silenced."""
    _introduce(three, "a", "2026-11-10", "yes")
    _introduce(three, "b", "2026-11-12", "no", '["Moestuin", "Kookclub De Klink"]')
    rows = _load(kompas("meet", "--kept", "--format", "json"))
    assert [(row["group"], row["answer"], row["note"]) for row in rows] == [
        ("Moestuin", "no", "introductions/b.toml"),
        ("Koor", "yes", "introductions/a.toml"),
    ]
    assert [row["answer"] for row in _load(kompas("meet", "KOOR", "--kept", "--format", "json"))] == ["yes"]
    assert "zeppelin" in kompas("meet", "zeppelin", "--kept").err
    found = _load(kompas("meet", "--limit", "9", "--format", "json"))
    assert ["Kookclub De Klink", "Koor"] not in [one["groups"] for one in found]


@pytest.mark.usefixtures("three")
def test_nothing_kept(kompas: Kompas) -> None:
    """Without introductions that is told, and JSON is an empty list."""
    run = kompas("meet", "--kept")
    assert (run.code, run.out) == (0, "")
    assert "Er is nog geen kennismaking bewaard." in run.err
    assert _load(kompas("meet", "--kept", "--format", "json")) == []


@pytest.mark.usefixtures("three")
def test_nothing_kept_of_a_known_group(kompas: Kompas) -> None:
    """A group that has notes and no introduction is no unknown group."""
    assert kompas("meet", "Koor", "--kept").code == 0


@pytest.mark.parametrize(("answer", "silenced"), [("no", True), ("asked", False), ("yes", True)])
def test_asked_is_forgotten_first(kompas: Kompas, three: Write, answer: str, silenced: bool) -> None:
    """Three weeks later a pair that was asked is suggested again, and one that answered is not."""
    _introduce(three, "a", "2026-11-02", answer)
    groups = [one["groups"] for one in _load(kompas("meet", "koor", "--limit", "9", "--format", "json"))]
    assert (["Kookclub De Klink", "Koor"] not in groups) is silenced


@pytest.mark.parametrize("rounds", [1, 2])
def test_evening(kompas: Kompas, three: Write, rounds: int) -> None:
    """Everybody sits at a table in every round, nobody alone, with the words that they may talk about."""
    three("2026-11/vlucht.toml", DUIVEN)
    rows = _load(kompas("meet", "--evening", "--rounds", str(rounds), "--tables", "2", "--format", "json"))
    assert {row["round"] for row in rows} == set(range(1, rounds + 1))
    for number in range(1, rounds + 1):
        seated = [group for row in rows if row["round"] == number for group in row["groups"]]
        assert sorted(seated) == ["De Vlucht", "Kookclub De Klink", "Koor", "Moestuin"]
    assert all(set(row) == {"round", "table", "groups", "why"} and len(row["groups"]) > 1 for row in rows)
    assert any("soep" in row["why"] for row in rows)


def test_who_comes(kompas: Kompas, three: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who come are named one by one, or in a file with a name a line, as Notepad saves it; each counts once."""
    three("2026-11/vlucht.toml", DUIVEN)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "komen.txt").write_bytes("\ufeffKookclub De Klink\r\n\r\n  koor \r\n".encode())
    named = _load(kompas("meet", "--evening", "--rounds", "1", "--coming", "koor", "--coming", "kookclub",
                         "--format", "json"))  # fmt: skip
    assert [row["groups"] for row in named] == [["Kookclub De Klink", "Koor"]]
    listed = _load(kompas("meet", "--evening", "--rounds", "1", "--coming", "komen.txt", "--coming", "KOOR",
                          "--format", "json"))  # fmt: skip
    assert listed == named


@pytest.mark.usefixtures("three")
def test_evening_to_hang_up(kompas: Kompas) -> None:
    """The plan can be read out, hung up as Markdown, and opened as CSV."""
    words = ("meet", "--evening", "--rounds", "1", "--tables", "1")
    groups = "Kookclub De Klink, Koor, Moestuin"
    assert f"Ronde 1\n  Tafel 1  {groups}\n    = " in kompas(*words).out
    assert f"| 1 | 1 | {groups} |" in kompas(*words, "--format", "md").out
    (row,) = csv.DictReader(io.StringIO(kompas(*words, "--format", "csv").out))
    assert (row["round"], row["table"], "Koor" in row["groups"]) == ("1", "1", True)


@pytest.mark.usefixtures("three")
def test_evening_needs_two(kompas: Kompas, tmp_path: Path) -> None:
    """One group is no evening, and a name that is in no note is told; both are an expected failure."""
    (tmp_path / "komen.txt").write_text("Koor\nZeppelin\n", encoding="utf-8")
    for words, told in (
        (["koor"], "twee groepen"),
        (["zeppelin"], "zeppelin"),
        ([str(tmp_path / "komen.txt")], "Zepp"),
    ):
        run = kompas("meet", "--evening", *(part for word in words for part in ("--coming", word)))
        assert (run.code, run.out) == (1, "")
        assert told in run.err


@pytest.mark.usefixtures("three")
def test_fewer_rounds_are_told(kompas: Kompas) -> None:
    """When there are not so many rounds in which nobody meets twice, that is told and the others are planned."""
    run = kompas("meet", "--evening", "--rounds", "6", "--tables", "1", "--format", "json")
    assert {row["round"] for row in _load(run)} == {1}
    assert "1 ronde" in run.err


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    "words",
    [
        ("--kept", "--evening"),
        ("--kept", "--why", "koor", "moestuin"),
        ("--evening", "--why", "koor", "moestuin"),
        ("--why", "koor"),
        ("--evening", "--rounds", "0"),
        ("--evening", "--tables", "0"),
        ("--format", "xml"),
        ("koor", "--evening"),
        ("koor", "--why", "koor", "moestuin"),
        ("--coming", "koor"),
        ("--tables", "2"),
        ("--why", "koor", "KOOR"),
    ],
    ids=" ".join,
)
def test_contradictions_are_wrong_usage(kompas: Kompas, words: tuple[str, ...]) -> None:
    """Options that contradict each other, or that nothing is done with, are exit 2 with a sentence."""
    run = kompas("meet", *words)
    assert (run.code, run.out) == (2, "")
    assert run.err
    assert "Traceback" not in run.err


@pytest.mark.usefixtures("three")
def test_a_file_of_names_that_is_no_text_is_told(kompas: Kompas, tmp_path: Path) -> None:
    """A file of names that is not UTF-8 is an expected failure, and no fault of ours."""
    (tmp_path / "komen.txt").write_bytes(b"Caf\xe9\n")
    assert kompas("meet", "--evening", "--coming", str(tmp_path / "komen.txt")).code == 1


def test_own_themes_tie(kompas: Kompas, three: Write) -> None:
    """Own themes tie what nothing tied before, and are named in the reason."""
    three("2026-11/a.toml", DUIVEN)
    three("2026-11/b.toml", HOKKEN)
    assert _load(kompas("meet", "vlucht", "--limit", "9", "--format", "json")) == []
    three("themes.toml", OWN)
    assert "allebei over duiven: “melker” en “tillen”" in kompas("meet", "vlucht", "--limit", "9").out
    assert kompas("check").code == 0
    (suggestion,) = _load(kompas("meet", "vlucht", "--limit", "9", "--format", "json"))
    assert suggestion["reasons"][0]["ties"] == [
        {"kind": "theme", "from": "tillen", "to": "melker", "theme": "pigeons"}
    ]  # fmt: skip


def test_broken_own_themes_are_told(kompas: Kompas, three: Write) -> None:
    """What is wrong in own themes is told by `check`, which exits 1, and by `meet`, which answers all the same."""
    good = kompas("meet", "--limit", "9", "--format", "json")
    three("themes.toml", OWN.replace("[theme.nl]", "[theme.nl"))
    checked, met = kompas("check"), kompas("meet", "--limit", "9", "--format", "json")
    assert checked.code == 1
    assert "themes.toml:4" in checked.out
    assert "themes.toml:4" in met.err
    assert (met.code, met.out) == (0, good.out)


def test_an_empty_notebook_has_an_answer(kompas: Kompas) -> None:
    """Without notes there is no suggestion: a sentence on stderr, an empty list in JSON."""
    run = kompas("meet", "--format", "json")
    assert _load(run) == []
    assert "Geen voorstel" in run.err
    assert kompas("meet", "--evening").code == 1
