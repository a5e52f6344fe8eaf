"""A team's own themes: a small file in the notebook, as forgiving as a note and as strict."""

from pathlib import Path

import pytest

from kompas.domain.matching.themes import Theme
from kompas.domain.problem import EmptyTheme, NoGround, Problem, UnknownTheme
from kompas.notebook.theme_file import find_theme_problems, read_own_themes
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes
from kompas.render.problems import render_problems
from kompas.wording.words import Words

PIGEONS = """
[[theme]]
id = "pigeons"
parent = "animals"

[theme.nl]
name = "duiven"
words = '''
duif, duiven-, -melker,
te hard vliegen
'''

[theme.en]
name = "pigeons"
words = "pigeon-"
"""


def _write(root: Path, text: str) -> Path:
    (root / "themes.toml").write_bytes(text.encode())
    return root


def _find_problems(root: Path) -> list[Problem]:
    return find_theme_problems(root, read_themes, read_function_words())


@pytest.mark.parametrize("change", ["", "crlf", "bom"])
def test_own_themes(notebook: Path, change: str) -> None:
    """Own themes are written like those that come with kompas, also by Windows Notepad."""
    text = PIGEONS.replace("\n", "\r\n") if change == "crlf" else PIGEONS
    _write(notebook, f"\ufeff{text}" if change == "bom" else text)
    entries = {"nl": ("duif", "duiven-", "-melker", "te hard vliegen"), "en": ("pigeon-",)}
    assert read_own_themes(notebook) == (Theme("pigeons", {"nl": "duiven", "en": "pigeons"}, entries, "animals"),)
    assert _find_problems(notebook) == []


@pytest.mark.parametrize("text", [None, "", "# nog niets\n"])
def test_no_own_themes(notebook: Path, text: str | None) -> None:
    """There need be no file, and an empty one holds no themes."""
    if text is not None:
        _write(notebook, text)
    assert read_own_themes(notebook) == ()
    assert _find_problems(notebook) == []


def test_one_language_will_do(notebook: Path) -> None:
    """A theme may be written in one language."""
    _write(notebook, '[[theme]]\nid = "pigeons"\nen = { name = "pigeons", words = "pigeon" }\n')
    assert read_own_themes(notebook) == (Theme("pigeons", {"en": "pigeons"}, {"en": ("pigeon",)}),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[[theme]]\nid = "duiven\n', 2),
        ('[[theme]]\nidd = "duiven"\n', 2),
        ('[[theme]]\nid = ""\n', 2),
        ('[[theme]]\nid = "duiven"\nground = true\n', 3),
        ('[[theme]]\nid = "duiven"\nnl = "duif"\n', 3),
        ('[[theme]]\nid = "duiven"\n[theme.nl]\nname = "duiven"\nwords = ["duif"]\n', 5),
        ('[[theme]]\nid = "a"\n[theme.nl]\nname = "a"\nwords = "a"\nword = "x"\n', 6),
        ('[[themes]]\nid = "duiven"\n', 1),
        ('<<<<<<< HEAD\n[[theme]]\nid = "a"\n', 1),
    ],
)
def test_what_is_wrong_is_told(notebook: Path, text: str, line: int) -> None:
    """A fault is told with its line, in both languages, and gives no themes."""
    problems = _find_problems(_write(notebook, text))
    assert problems == read_own_themes(notebook)
    assert problems
    assert {problem.path for problem in problems} == {"themes.toml"}
    assert line in {problem.line for problem in problems}
    assert all(f"themes.toml:{line}" in render_problems(problems, Words(language)) for language in ("nl", "en"))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'[[theme]]\nid = "caf\xe9"\n', b"a = \x00"])
def test_other_bytes_are_a_problem(notebook: Path, content: bytes) -> None:
    """Bytes that are no UTF-8 or no TOML are a problem, and no crash."""
    (notebook / "themes.toml").write_bytes(content)
    assert _find_problems(notebook)


def test_a_folder_is_a_problem(notebook: Path) -> None:
    """A folder called themes.toml is a problem, and no crash."""
    (notebook / "themes.toml").mkdir()
    assert _find_problems(notebook)


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ('[[theme]]\nid = "duiven"\nparent = "animalz"\nnl = { name = "duiven", words = "duif" }\n', UnknownTheme, 3),
        ('[[theme]]\nid = "duiven"\nparent = "duiven"\nnl = { name = "duiven", words = "duif" }\n', UnknownTheme, 3),
        ('[[theme]]\nid = "duiven"\n', EmptyTheme, 2),
        ('[[theme]]\nid = "duiven"\nnl = { name = "duiven", words = "" }\n', EmptyTheme, 2),
        ('[[theme]]\nid = "duiven"\nnl = { name = "duiven", words = "voor, met" }\n', EmptyTheme, 2),
        ('\n[[theme]]\nid = "geloof"\nnl = { name = "geloof", words = "duif, moslims" }\n', NoGround, 3),
    ],
    ids=["unknown parent", "own parent", "no words", "empty words", "function words", "no ground"],
)
def test_what_means_nothing_is_told(notebook: Path, text: str, problem: type[Problem], line: int) -> None:
    """A parent that is not there, a theme without words, and words on which nobody may be matched are told.

    The other themes of the file work all the same, and no commit is stopped.
    """
    found = _find_problems(_write(notebook, f"{PIGEONS}{text}"))
    at = PIGEONS.count("\n") + line
    assert [(type(one), one.line, one.is_fault) for one in found] == [(problem, at, False)]
    assert len(read_own_themes(notebook)) == 2


def test_a_near_parent_is_named(notebook: Path) -> None:
    """A misspelt parent gets the theme that was meant."""
    _write(notebook, PIGEONS.replace('"animals"', '"animalz"'))
    assert "“animals”" in render_problems(_find_problems(notebook), Words("nl"))
