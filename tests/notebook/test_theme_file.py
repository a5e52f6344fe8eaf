"""A team's own themes: a small file in the notebook, as forgiving as a note and as strict."""

from pathlib import Path

import pytest

from kompas.domain.matching.themes import Theme
from kompas.notebook.theme_file import find_theme_problems, read_own_themes
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

TOO_HIGH = pytest.mark.xfail(strict=True, reason="what is wrong in a table under [[theme]] is told at the first line")


def _write(root: Path, text: str) -> Path:
    (root / "themes.toml").write_bytes(text.encode())
    return root


@pytest.mark.parametrize("change", ["", "crlf", "bom"])
def test_own_themes(notebook: Path, change: str) -> None:
    """Own themes are written like those that come with kompas, also by Windows Notepad."""
    text = PIGEONS.replace("\n", "\r\n") if change == "crlf" else PIGEONS
    _write(notebook, f"\ufeff{text}" if change == "bom" else text)
    entries = {"nl": ("duif", "duiven-", "-melker", "te hard vliegen"), "en": ("pigeon-",)}
    assert read_own_themes(notebook) == (Theme("pigeons", {"nl": "duiven", "en": "pigeons"}, entries, "animals"),)
    assert find_theme_problems(notebook) == []


@pytest.mark.parametrize("text", [None, "", "# nog niets\n"])
def test_no_own_themes(notebook: Path, text: str | None) -> None:
    """There need be no file, and an empty one holds no themes."""
    if text is not None:
        _write(notebook, text)
    assert read_own_themes(notebook) == ()
    assert find_theme_problems(notebook) == []


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
        pytest.param('[[theme]]\nid = "duiven"\n[theme.nl]\nname = "duiven"\nwords = ["duif"]\n', 5, marks=TOO_HIGH),
        pytest.param('[[theme]]\nid = "a"\n[theme.nl]\nname = "a"\nwords = "a"\nword = "x"\n', 6, marks=TOO_HIGH),
        ('[[themes]]\nid = "duiven"\n', 1),
        ('<<<<<<< HEAD\n[[theme]]\nid = "a"\n', 1),
    ],
)
def test_what_is_wrong_is_told(notebook: Path, text: str, line: int) -> None:
    """A fault is told with its line, in both languages, and gives no themes."""
    problems = find_theme_problems(_write(notebook, text))
    assert problems == read_own_themes(notebook)
    assert problems
    assert {problem.path for problem in problems} == {"themes.toml"}
    assert line in {problem.line for problem in problems}
    assert all(f"themes.toml:{line}" in render_problems(problems, Words(language)) for language in ("nl", "en"))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'[[theme]]\nid = "caf\xe9"\n', b"a = \x00"])
def test_other_bytes_are_a_problem(notebook: Path, content: bytes) -> None:
    """Bytes that are no UTF-8 or no TOML are a problem, and no crash."""
    (notebook / "themes.toml").write_bytes(content)
    assert find_theme_problems(notebook)


def test_a_folder_is_a_problem(notebook: Path) -> None:
    """A folder called themes.toml is a problem, and no crash."""
    (notebook / "themes.toml").mkdir()
    assert find_theme_problems(notebook)


@pytest.mark.xfail(strict=True, reason="whether a theme means anything is not looked at")
@pytest.mark.parametrize(
    "text",
    [
        '[[theme]]\nid = "duiven"\nparent = "dierren"\nnl = { name = "duiven", words = "duif" }\n',
        '[[theme]]\nid = "duiven"\nparent = "duiven"\nnl = { name = "duiven", words = "duif" }\n',
        '[[theme]]\nid = "duiven"\n',
        '[[theme]]\nid = "duiven"\nnl = { name = "duiven", words = "" }\n',
        '[[theme]]\nid = "duiven"\nnl = { name = "duiven", words = "voor, met" }\n',
        '[[theme]]\nid = "geloof"\nnl = { name = "geloof", words = "moslims" }\n',
    ],
    ids=["unknown parent", "own parent", "no words", "empty words", "function words", "no ground"],
)
def test_what_means_nothing_is_told(notebook: Path, text: str) -> None:
    """A parent that is not there, a theme without words, and words on which nobody may be matched are told."""
    assert find_theme_problems(_write(notebook, text))
