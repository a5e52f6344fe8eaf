"""Every way to break a note gets one clear problem: of the right kind, at the right line, in both languages.

The broken notes lie in `problems/`, as an official would break them; docs/problems.md is made from them (`--update`).
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from conftest import REPOSITORY, TODAY
from kompas.domain.checking import find_oddities
from kompas.domain.introduction import Introduction
from kompas.domain.note import FiledNote
from kompas.domain.phone.doubt import Doubt
from kompas.domain.problem import BrokenToml, Problem, WrongKind
from kompas.notebook.checklist_file import CHECKLIST_NAME, read_team_checklist
from kompas.notebook.folder import read_file
from kompas.notebook.note_file import parse_note
from kompas.notebook.theme_file import THEMES_NAME, find_theme_problems
from kompas.notebook.toml import LARGEST
from kompas.policy.checklist import read_fields, read_topics
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes
from kompas.render.clean import clean
from kompas.render.problems import advise, explain, render_problems
from kompas.wording.words import Words, read_wording

BROKEN = Path(__file__).parent / "problems"
PAGE = REPOSITORY / "docs" / "problems.md"
LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Case:
    """A broken file: the kind of its one problem, its line, and a piece of the advice in Dutch."""

    name: str
    kind: str
    line: int | None
    advice: str = ""


CASES = (
    Case("no-quotes.toml", "toml.bare-text", 2),
    Case("no-quotes-in-list.toml", "toml.bare-text", 3),
    Case("word-smart-quotes.toml", "toml.smart-quotes", 2),
    Case("word-smart-quotes-in-list.toml", "toml.smart-quotes", 3),
    Case("yes-in-dutch.toml", "toml.yes-or-no", 5, "true"),
    Case("forgotten-closing-quote.toml", "toml.open-text", 2),
    Case("story-not-closed.toml", "toml.open-text", 3),
    Case("list-missing-comma-over-lines.toml", "toml.open-list", 5),
    Case("list-not-closed.toml", "toml.open-list", 3),
    Case("list-never-closed.toml", "toml.open-list", 3),
    Case("two-commas.toml", "toml.comma", 3),
    Case("colon-for-equals.toml", "toml.no-equals", 2),
    Case("loose-sentence.toml", "toml.no-equals", 3),
    Case("nothing-after-equals.toml", "toml.no-value", 3),
    Case("comment-after-equals.toml", "toml.no-value", 3),
    Case("starts-with-equals.toml", "toml.no-key", 3),
    Case("invisible-space.toml", "toml.no-key", 2),
    Case("invisible-character.toml", "toml.odd-character", 2),
    Case("heading-not-closed.toml", "toml.open-header", 4),
    Case("heading-half-closed.toml", "toml.open-header", 4),
    Case("date-twice.toml", "toml.twice", 2),
    Case("agreement-twice.toml", "toml.twice", 7),
    Case("quote-within-text.toml", "toml.trailing", 3),
    Case("apostrophe-in-single-quotes.toml", "toml.trailing", 2),
    Case("windows-path.toml", "toml.backslash", 3),
    Case("date-does-not-exist.toml", "toml.no-date", 1),
    Case("date-dutch.toml", "toml.no-date", 1),
    Case("date-in-words.toml", "toml.no-date", 1),
    Case("month-and-day-swapped.toml", "toml.no-date", 1),
    Case("at-sign.toml", "toml.other", 3),
    Case("latin-1.toml", "NotUtf8", 2),
    Case("utf-16.toml", "NotUtf8", 1),
    Case("conflict.toml", "ConflictMarkers", 1),
    Case("conflict-in-story.toml", "ConflictMarkers", 4),
    Case("shopping-list.toml", "NotANote", 1),
    Case("empty-file.toml", "NotANote", 1),
    Case("saved-by-notepad.toml.txt", "NotANote", None),
    Case("unknown-key.toml", "UnknownKey", 3, "talents"),
    Case("dutch-key.toml", "UnknownKey", 2, "group"),
    Case("unknown-key-nothing-near.toml", "UnknownKey", 3, "story"),
    Case("unknown-key-in-promise.toml", "UnknownKey", 6),
    Case("agreement-key-on-top.toml", "KeyOutsideTable", 3, "[agreement]"),
    Case("key-after-agreement.toml", "MisplacedKey", 6),
    Case("key-after-promise.toml", "MisplacedKey", 6),
    Case("no-group.toml", "MissingKey", 1, "group ="),
    Case("no-date.toml", "MissingKey", 1, "date ="),
    Case("introduction-no-answer.toml", "MissingKey", 1, "answer ="),
    Case("promise-without-what.toml", "MissingKey", 4, ": what ="),
    Case("second-promise-without-what.toml", "MissingKey", 7, ": what ="),
    Case("empty-group.toml", "EmptyValue", 2),
    Case("empty-contact.toml", "EmptyOptionalValue", 5),
    Case("number-for-text.toml", "WrongKind.text", 2, 'group = "'),
    Case("list-for-text.toml", "WrongKind.text", 3, 'place = "'),
    Case("text-for-list.toml", "WrongKind.list", 3, "talents = ["),
    Case("number-in-list.toml", "WrongKind.list", 3, "talents = ["),
    Case("text-for-date-dutch.toml", "WrongKind.date", 1, "date = 2026-11-23"),
    Case("datetime-for-date.toml", "WrongKind.date", 1, "date = 2026-11-23"),
    Case("promise-date.toml", "WrongKind.date", 6, ": by = 2026-11-23"),
    Case("text-for-truth.toml", "WrongKind.truth", 5, "remember = true"),
    Case("text-for-table.toml", "WrongKind.table", 3, "[agreement]"),
    Case("agreement-double.toml", "WrongKind.table", 4, "[agreement]"),
    Case("promises-single.toml", "WrongKind.tables", 4, "[[promises]]"),
    Case("promises-texts.toml", "WrongKind.tables", 3, "[[promises]]"),
    Case("introduction-unknown-answer.toml", "WrongKind.answer", 3, 'answer = "yes"'),
    Case("worth-unknown.toml", "WrongKind.worth", 4, "worth = ["),
    Case("introduction-one-group.toml", "WrongKind.two-groups", 2, "between = ["),
    Case("introduction-same-group.toml", "WrongKind.two-groups", 2, "between = ["),
    Case("future-date.toml", "FutureDate", 1),
    Case("future-confirmed.toml", "FutureDate", 3),
    Case("future-kept.toml", "FutureDate", 6),
    Case("sensitive-with-contact.toml", "SensitiveDetails", 5),
    Case("sensitive-and-shared.toml", "SensitiveDetails", 6),
    Case("not-to-be-kept.toml", "NotToBeKept", 5),
    Case("strange-field.toml", "StrangeField", None, "council"),
    Case("themes-unknown-parent.toml", "UnknownTheme", 3, "animals"),
    Case("themes-without-words.toml", "EmptyTheme", 2, "komma's"),
    Case("themes-who-people-are.toml", "NoGround", 2, "geloof"),
    Case("checklist-unknown-key.toml", "UnknownKey", 3, "text"),
    Case("checklist-kind-in-dutch.toml", "WrongKind.do-or-dont", 2, 'kind = "dont"'),
    Case("checklist-without-text.toml", "MissingKey", 1, ": text ="),
    Case("checklist-unknown-topic.toml", "UnknownChoice", 2, "their-goal-first"),
    Case("checklist-unknown-field.toml", "UnknownChoice", 4, "council"),
    Case("checklist-dropped.toml", "EmptyOptionalValue", 3),
)

SPECIAL = (Case("too-large.toml", "TooLarge", None), Case("unreadable.toml", "Unreadable", None))
"""What cannot lie in the repository as a file; made while testing."""


def find_problems(root: Path, path: str) -> list[Problem]:
    """Return all that kompas has to say about the file at `path` of the notebook at `root`."""
    if path == THEMES_NAME:
        return find_theme_problems(root, read_themes, read_function_words())
    if path == CHECKLIST_NAME:
        told = read_team_checklist(root, [topic.id for topic in read_topics("nl")], read_fields())
        return told if isinstance(told, list) else []
    value = read_file(root, path, TODAY)
    if isinstance(value, list):
        return value
    return [] if isinstance(value, Introduction) else find_oddities([FiledNote(path, value)], read_fields())


def name_kind(problem: Problem) -> str:
    """Return the kind of a problem: its class, and what it says is broken or expected."""
    if isinstance(problem, BrokenToml):
        return f"toml.{problem.kind}"
    name = type(problem).__name__
    return f"{name}.{problem.expected}" if isinstance(problem, WrongKind) else name


def name_place(name: str) -> str:
    """Return where the broken file `name` lies in a notebook."""
    if name.startswith("themes-"):
        return THEMES_NAME
    if name.startswith("checklist-"):
        return CHECKLIST_NAME
    return f"introductions/{name}" if name.startswith("introduction-") else f"2026-11/{name}"


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[Case], list[Problem]]:
    """Return a function that lays a broken file in a notebook and returns its problems."""

    def lay_file(case: Case) -> list[Problem]:
        target = tmp_path / name_place(case.name)
        target.parent.mkdir(exist_ok=True)
        if case.kind == "TooLarge":
            target.write_bytes(b"#" * (LARGEST + 1))
        elif case.kind == "Unreadable":
            target.symlink_to(target)  # a link in a circle: nobody can open it, not even root
        else:
            target.write_bytes((BROKEN / case.name).read_bytes())
        return find_problems(tmp_path, name_place(case.name))

    return lay_file


@pytest.mark.parametrize("case", [*CASES, *SPECIAL], ids=lambda case: case.name.partition(".")[0])
def test_a_broken_file_has_one_clear_problem(case: Case, lay: Callable[[Case], list[Problem]]) -> None:
    """A broken file has one problem, of its kind and at its line, told with the line itself and what to do."""
    problems = lay(case)
    assert [(name_kind(problem), problem.line) for problem in problems] == [(case.kind, case.line)]
    assert case.advice in advise(problems[0], Words("nl"))
    if case.line:
        lines = (BROKEN / case.name).read_bytes().decode("utf-8", "replace").split("\n")
        assert problems[0].excerpt == lines[case.line - 1].strip()


def test_every_kind_of_problem_has_a_broken_file() -> None:
    """What wording/ can say is wrong with a file, some file here is told."""
    keys = {key.rpartition(".")[0] for key in read_wording("nl") if key.startswith(("problem.", "toml."))}
    told = {case.kind.partition(".") for case in (*CASES, *SPECIAL)}
    # An identifier is no fault of the file: the door finds it in the text; its cases are in domain/privacy_cases.tsv.
    # Doubts are about lines from a phone; their cases are in domain/phone/.
    others = {"Identifier", *(doubt.__name__ for doubt in Doubt.__subclasses__())}
    assert {key.removeprefix("problem.") for key in keys} - others == {
        f"toml.{rest}" if first == "toml" else first for first, _, rest in told
    }


def test_every_kind_of_value_has_a_broken_file() -> None:
    """Each kind of value that a note can be told to have, some file here lacks."""
    kinds = {key.partition(".")[2] for key in read_wording("nl") if key.startswith("kind.")}
    told = {case.kind.partition(".")[2] for case in CASES if case.kind.startswith("WrongKind.")}
    assert kinds - {"other"} == told  # “other” stands ready for a fault of Pydantic's that no key of ours has


def test_every_broken_file_is_read() -> None:
    """No file lies in problems/ that no test reads, and none is named twice."""
    assert sorted(case.name for case in CASES) == sorted(path.name for path in BROKEN.iterdir() if path.is_file())


PREAMBLE = """\
# Wat kompas zegt bij een kapotte notitie · What kompas says of a broken note

Per probleem: de notitie, wat kompas zegt, en wat je doet (achter de →), in het Nederlands en in het Engels.
Een kapotte notitie verbergt de goede nooit. `kompas controleer` toont alle problemen tegelijk.

For each problem: the note, what kompas says, and what to do (behind the →), in Dutch and in English.
A broken note never hides the good ones. `kompas check` shows all problems at once.

Deze bladzijde wordt gemaakt uit `tests/problems/`; verander haar niet met de hand.
This page is made from `tests/problems/`; do not edit it by hand:
`.venv/bin/python -m pytest tests/test_problems.py --update`.
"""


def build_page(told: list[tuple[Case, Problem]]) -> str:
    """Return the page of all problems, by kind, in the order of `told`."""
    parts = [PREAMBLE]
    for kind, group in groupby(told, key=lambda pair: pair[0].kind):
        pairs = list(group)
        heading = " · ".join(explain(pairs[0][1], Words(language)).rstrip(".") for language in LANGUAGES)
        parts.append(f"## {heading}\n")
        parts.extend(_build_entry(case, problem) for case, problem in pairs)
        assert kind not in {case.kind for case, _ in told} - {kind}
    return "\n".join(parts)


def _build_entry(case: Case, problem: Problem) -> str:
    path = BROKEN / case.name
    note = clean(path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")) if path.exists() else ""
    said = "\n\n".join(render_problems([problem], Words(language)) for language in LANGUAGES)
    shown = f"```toml\n{note.rstrip()}\n```\n\n" if note else ""
    return f"{shown}```text\n{said}\n```\n"


def test_the_page_of_problems_is_up_to_date(
    lay: Callable[[Case], list[Problem]], request: pytest.FixtureRequest
) -> None:
    """docs/problems.md shows every broken file and what kompas says of it, to the letter; --update rewrites it."""
    page = build_page([(case, lay(case)[0]) for case in (*CASES, *SPECIAL)])
    if request.config.getoption("--update"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


SUITE = sorted((BROKEN / "toml-test").rglob("*.toml"))


def test_the_public_suite_is_here() -> None:
    """Sixty files of the public suite lie here, and each is broken indeed."""
    assert len(SUITE) == 60
    for path in SUITE:
        with pytest.raises(ValueError, match=r"."):
            tomllib.loads(path.read_bytes().decode("utf-8-sig"))


@pytest.mark.parametrize("path", SUITE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_any_broken_toml_has_one_clear_problem(path: Path) -> None:
    """Whatever TOML forbids is one problem with a line and a sentence in both languages, and never an exception."""
    content = path.read_bytes()
    problems = parse_note(f"2026-11/{path.name}", content, TODAY)
    assert isinstance(problems, list)
    assert len(problems) == 1
    problem = problems[0]
    assert name_kind(problem).startswith(("toml.", "NotUtf8"))
    assert problem.line is not None
    assert 1 <= problem.line <= content.count(b"\n") + 1
    said = [f"{explain(problem, Words(language))} {advise(problem, Words(language))}" for language in LANGUAGES]
    assert len(set(said)) == len(LANGUAGES)
    assert all(len(one) > len(". ") and "{" not in one for one in said)
