"""TOML as people type it: every fault has a name and a line, and every key is found again."""

import pytest

from kompas.domain.problem import BrokenToml, ConflictMarkers, NotUtf8, Problem, TooLarge
from kompas.notebook.toml import LARGEST, Source, find_line, parse_toml
from written import find_faults

NOTE = b'date = 2026-11-20\r\ngroup = "Koor"\r\nstory = """\r\neen\r\ntwee"""\r\n'


@pytest.mark.parametrize("content", [NOTE, b"\xef\xbb\xbf" + NOTE, NOTE.replace(b"\r\n", b"\n")])
def test_notepad_is_welcome(content: bytes) -> None:
    """A byte-order mark and CRLF, as Windows Notepad writes them, change nothing."""
    parsed = parse_toml("a.toml", content)
    assert not isinstance(parsed, Problem)
    assert parsed[1]["story"] == "een\ntwee"


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ('date = 2026-11-20\ngroup = "Koor', "open-text", 2),
        ("date = 2026-11-20\ngroup = 'Koor", "open-text", 2),
        ('date = 2026-11-20\nstory = """\neen\ntwee', "open-text", 2),
        ('date = 2026-11-20\ndoes = ["koken"\ngroup = "Koor"', "open-list", 2),
        ('date = 2026-11-20\ndoes = ["koken" "eten"]', "open-list", 2),
        ("date = 2026-11-20\ngroup Koor", "no-equals", 2),
        ("date = 2026-11-20\n[agreement\nshare = true", "open-header", 2),
        ('group = "Koor"\ngroup = "Band"', "twice", 2),
        ("date = 2026-11-20\n[agreement]\n[agreement]", "twice", 3),
        ('date = 2026-11-20\ngroup = "Koor" Oost', "trailing", 2),
        ('date = 2026-11-20\nplace = "C:\\straat"', "backslash", 2),
        ('date = 2026-11-20\nplace = "a\x00b"', "odd-character", 2),
        ('= "Koor"', "no-key", 1),
        ("date = 2026-02-30", "no-date", 1),
        ("date = 2026-11-20\ndoes = [, ]", "comma", 2),
        ("date = 2026-11-20\ngroup = Koor", "bare-text", 2),
        ("date = 2026-11-20\ngroup =", "no-value", 2),
    ],
)
def test_every_fault_has_a_name_and_a_line(text: str, kind: str, line: int) -> None:
    """A file that is no TOML becomes one problem, which names the fault and its line as it stands."""
    (problem,) = find_faults(text.encode())
    assert isinstance(problem, BrokenToml)
    assert (problem.kind, problem.line) == (kind, line)
    assert problem.excerpt == text.split("\n")[line - 1].strip()


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> theirs", "||||||| 3f9a"])
def test_the_marks_of_git_are_known(mark: str) -> None:
    """A conflict that git left is told as such, not as broken TOML."""
    (problem,) = find_faults(f'date = 2026-11-20\n{mark}\ngroup = "Koor"'.encode())
    assert isinstance(problem, ConflictMarkers)
    assert (problem.line, problem.excerpt) == (2, mark)


def test_another_encoding_is_told_with_its_line() -> None:
    """A file that is not UTF-8 is told with the line of the first odd byte."""
    (problem,) = find_faults('date = 2026-11-20\ngroup = "Café"\n'.encode("latin-1"))
    assert isinstance(problem, NotUtf8)
    assert (problem.line, problem.excerpt) == (2, 'group = "Caf\ufffd"')


def test_utf16_is_told() -> None:
    """A file that Notepad saved as "Unicode" is not UTF-8."""
    assert isinstance(find_faults('group = "Koor"'.encode("utf-16"))[0], NotUtf8)


def test_a_file_of_more_than_a_million_bytes_is_no_note() -> None:
    """A file that nobody can have typed is not read any further."""
    assert isinstance(parse_toml("a.toml", b"#" * (LARGEST + 1)), TooLarge)
    assert not isinstance(parse_toml("a.toml", b"#" * LARGEST), Problem)


@pytest.mark.parametrize("text", ["date = " + "[" * 5000, "date = " + "9" * 5000, "a." * 5000 + "b = 1"])
def test_text_to_break_a_reader_is_told(text: str) -> None:
    """What is nested beyond any note, or larger than any number, is a problem like another."""
    assert isinstance(parse_toml("a.toml", text.encode()), BrokenToml | tuple)
    assert find_faults(text)


KEYS = """\
# group = "not this one"
date = 2026-11-20
"group" = "Koor"
story = '''
group = "nor this one" \"""
[agreement]
'''
'place' = "Dorpshuis"
does = [
  "group = ook niet",
  "]",
  "koken",
] # [agreement]
lesson = "'''" # \"""
goal = \"""place = "Zolder"
what = 3 '''
einde\"""
offers = [
  ["lied"]
]

[[promises]]
what = "een"
by = 2026-11-21

  [[ promises ]]  # de tweede
  what = "twee"
  by = 2026-11-22

[[promises]]
by = 2026-11-23

[agreement]
contact = "de kok"
"share" = true
"""


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("date",), 2),
        (("group",), 3),
        (("story",), 4),
        (("place",), 8),
        (("does",), 9),
        (("does", 1), 9),
        (("lesson",), 14),
        (("goal",), 15),
        (("offers", 0), 18),
        (("promises",), 22),
        (("promises", 0, "what"), 23),
        (("promises", 1, "what"), 27),
        (("promises", 1, "by"), 28),
        (("promises", 2, "by"), 31),
        (("promises", 2, "what"), 30),
        (("agreement",), 33),
        (("agreement", "contact"), 34),
        (("agreement", "share"), 35),
        (("agreement", "introduce"), 33),
        (("leads",), None),
    ],
)
def test_a_key_is_found_on_its_line(location: tuple[str | int, ...], line: int | None) -> None:
    """A key is found in its own table and entry, never in texts or comments; a missing one at its heading."""
    assert find_line(Source("a.toml", KEYS), location) == line


INLINE = """\
date = 2026-11-20
agreement = { contact = "de kok", share = true }
promises = [
  { what = "een" },
  { what = "" },
]
obstacles = []
group.name = "Koor"
"""


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("agreement", "share"), 2),
        (("promises", 1, "what"), 3),
        (("obstacles",), 7),
        (("group",), 8),
        (("group", "name"), 8),
    ],
)
def test_a_table_on_one_line_is_found(location: tuple[str | int, ...], line: int) -> None:
    """A key inside a table on one line is found at that line."""
    assert find_line(Source("a.toml", INLINE), location) == line


@pytest.mark.parametrize(("line", "excerpt"), [(1, "een"), (2, "twee"), (3, ""), (None, ""), (99, "")])
def test_an_excerpt_is_the_line_or_nothing(line: int | None, excerpt: str) -> None:
    """An excerpt is the line without its indent, and nothing beyond the end."""
    assert Source("a.toml", "  een\ntwee\n").excerpt(line) == excerpt
