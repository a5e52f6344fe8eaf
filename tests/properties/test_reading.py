"""Reading: any bytes give an answer, and no answer hangs on the order of the files."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.domain.living import list_living
from kompas.domain.note import Note
from kompas.domain.phrase import Filters, Phrase, list_phrases
from kompas.domain.problem import Problem
from kompas.domain.promise import OurPromise, list_promises
from kompas.notebook.folder import read_notebook
from kompas.notebook.note_file import parse_introduction, parse_note
from kompas.render.problems import list_problems, render_problems
from kompas.wording.words import Words
from transcript import Run
from written import FULL, PATH, TODAY

EXAMPLE = Path(__file__).parents[2] / "notes"
PIECES = [
    *FULL.encode().splitlines(keepends=True),
    b"\n", b'"', b"'''", b'"""', b"[", b"]", b"{", b"}", b"= ", b"\xff", b"\x00", b"\r", b"\xef\xbb\xbf",
    b"1e999", b"inf", b"0xg", b"99999999999999999999", b"2026-02-30", b"24:00:00",
    b"a.b.c = 1\n", b'"" = 2\n', b"<<<<<<< HEAD\n", b"[agreement]\n", b"[promises]\n", b"[[agreement]]\n", b"[does]\n",
    b"date = -1\n", b"date = 1979-05-27T07:32:00Z\n", b"group = [[]]\n", b"promises = [[], {}]\n", b"does = [{}]\n",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=14).map(b"".join))
def test_any_bytes_are_a_note_or_problems(content: bytes) -> None:
    """Bytes of any kind give a note, or problems that have a sentence in both languages; never an exception."""
    for parse in (parse_note, parse_introduction):
        value = parse(PATH, content, TODAY)
        if not isinstance(value, list):
            continue
        assert value
        assert all(isinstance(problem, Problem) for problem in value)
        lines = content.count(b"\n") + 1
        assert all(problem.line is None or 1 <= problem.line <= lines for problem in value)
        for language in ("nl", "en"):
            assert render_problems(value, Words(language))
            assert len(list(list_problems(value, Words(language)).rows)) == len(value)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(FULL)), st.integers(0, 40), st.text(max_size=5))
def test_a_slip_in_a_note_is_told(start: int, length: int, typed: str) -> None:
    """A note out of which a piece fell, or in which something strayed, is a note or problems."""
    content = (FULL[:start] + typed + FULL[start + length :]).encode("utf-8", "replace")
    value = parse_note(PATH, content, TODAY)
    assert isinstance(value, Note) or (value and all(isinstance(problem, Problem) for problem in value))


@pytest.fixture(scope="module")
def shuffled() -> Iterator[Path]:
    """Return a copy of the example notebook whose files were made in another order."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "notes"
        paths = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
        random.Random(4).shuffle(paths)  # noqa: S311 any order will do
        for path in paths:
            target = root / path.relative_to(EXAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        yield root


@pytest.mark.parametrize(
    "words",
    [
        *(["--format", "json", facet] for facet in ("talents", "asks", "ideas", "leads", "promises")),
        ["find", "oven", "de"],
        ["find", "kook"],
        ["about", "Kookclub De Klink"],
        ["about", "Kookclub De Klink", "--format", "json"],
        ["check"],
        ["checklist"],
    ],
    ids=" ".join,
)
def test_the_order_of_files_changes_nothing(kompas: Callable[..., Run], shuffled: Path, words: list[str]) -> None:
    """A notebook whose files were written in another order gives the same answers."""
    if words[0] == "--format":
        words = [words[2], *words[:2]]
    assert kompas(*words, at=shuffled) == kompas(*words, at=EXAMPLE)


@pytest.mark.parametrize("path", sorted(EXAMPLE.glob("????-??/*.toml"))[::4], ids=lambda path: path.stem)
def test_a_note_less_changes_no_other(example: Path, path: Path) -> None:
    """When the file of a note is gone, every phrase and promise of the other notes is told as before."""
    gone = path.relative_to(EXAMPLE).as_posix()
    before, promises_before = tell(example)
    (example / gone).unlink()
    assert tell(example) == (
        [phrase for phrase in before if phrase.note != gone],
        [promise for promise in promises_before if promise.note != gone],
    )


def tell(root: Path) -> tuple[list[Phrase], list[OurPromise]]:
    """Return all phrases and promises of the living notes in a notebook."""
    living = list_living(read_notebook(root, TODAY).notes, TODAY, 365)
    return list(list_phrases(living)), list_promises(living, Filters(), TODAY)
