"""Faults of TOML: each is named for what a person did, at the line where it is mended."""

import tomllib

import pytest

from kompas.notebook.toml_faults import KINDS, Fault, find_conflict, find_excess, find_fault


def find(text: str) -> Fault:
    """Return the fault of a broken text."""
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    return find_fault(text, str(caught.value))


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("group = “Koor”", "smart-quotes", 1),
        ("group = ‘Koor’", "smart-quotes", 1),  # noqa: RUF001 as Word makes them
        ('date = 2026-11-20\ngroup = "Koor”', "smart-quotes", 2),
        ("remember = True", "yes-or-no", 1),
        ("remember = nee # nog niet", "yes-or-no", 1),
        ("group = Jazz", "bare-text", 1),
        ("date = 1-2-2026", "no-date", 1),
        ("date = 20.11.2026", "no-date", 1),
        ("date = 20/11/2026", "no-date", 1),
        ("date = 3 nov. 2026", "no-date", 1),
        ('place = "Plein" 1', "trailing", 1),
        ("place = 3e verdieping", "trailing", 1),
        ("place =  # navragen\ngroup = 'Koor'", "no-value", 1),
        ("group = 'Koor'\nplace =", "no-value", 2),
        ("place = @", "other", 1),
        ("# de foto's\nstory = '''\neen\n\ntwee", "open-text", 2),
        ('does = ["a"] # "\nstory = """\neen "twee"\n', "open-text", 2),
        ('does = [\n  "a",\n  "b",\n\ngroup = "Koor"', "open-list", 1),
        ('does = ["[", "a"\n# nog meer\n"group" = "Koor"', "open-list", 1),
        ('date = 2026-11-20\ndoes = ["a",\n\n[[promises]]\nwhat = "bellen"', "open-list", 2),
        ('does = [\n  "a",\n  "b"\n  "c",\n]', "open-list", 4),
        ("agreement = { share = true", "open-list", 1),
        ("does = [\n  koken,\n]", "bare-text", 2),
    ],
)
def test_a_fault_is_named_where_it_is_mended(text: str, kind: str, line: int) -> None:
    """What is never closed is named where it opens; a comma that is missing, where the next text begins."""
    fault = find(text)
    assert (fault.kind, fault.line) == (kind, line)
    assert kind in KINDS


def test_a_column_counts_from_one() -> None:
    """The column is that of the sign at fault, in its line."""
    assert find('date = 2026-11-20\ngroup = "Koor').column == 9
    assert find("group = Koor").column == 9


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("date = 1\ndoes = " + "[" * 5000, 2),
        ("date = 1\n\ndoes = " + "[\n" * 5000, 3),
        ("date = 1\nsize = " + "9" * 5000, 2),
        ("a = 1", 1),
    ],
)
def test_what_goes_too_far_has_a_line(text: str, line: int) -> None:
    """A text nested too deep, or with too long a number, is named at the line where that begins."""
    assert find_excess(text).line == line


@pytest.mark.parametrize(
    ("text", "is_broken", "line"),
    [
        ('story = """\n<<<<<<< HEAD\neen\n=======\ntwee\n>>>>>>> van Fatma\n"""', False, 2),
        ('story = """\n<<<<<<< zie hier\n"""', False, None),
        ("<<<<<<< zie hier", True, 1),
        ('story = "a"', True, None),
    ],
)
def test_the_marks_of_a_conflict(text: str, is_broken: bool, line: int | None) -> None:
    """Within good TOML a conflict counts when it is whole; a story may hold anything else."""
    assert find_conflict(text, is_broken=is_broken) == line
