"""What the plain reader reads is what tomllib reads, and whatever it does not know it leaves to tomllib."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import REPOSITORY
from kompas.plain_toml import parse, parse_plain
from written import FULL

PIECES = [
    "date = 2026-11-23\n", "a = 2026-02-30\n", 'group = "Koor"\n', 'a = "x\\"y\\n"\n', 'a = "\\u0041"\n', "a = ''\n",
    'does = ["a", "b",]\n', 'does = [\n"a"\n]\n', 'a = ["x" "y"]\n', "a = []\n", "a = [1]\n", "n = 0\n", "n = 01\n",
    'story = """\nlang\n"""\n', 'story = """a""""\n', "story = '''\nb'\n'''\n", 'a = """x\\\n  y"""\n', "yes = true\n",
    "[agreement]\n", "[a]\n", "[a.b]\n", "[a.b.c]\n", "[[a]]\n", "[[promises]]\n", "[ a ]\n", "[[a.b]]\n", "a.b = 1\n",
    "# woord\n", "# \x7f\n", "a = true # b\n", "\t b = true\n", "\n", " ", "=", '"', "[", "]", "\r\n", "\r", "\x00",
    "ë", "key",
    "a = 2026-11-23 10:00:00\n", "a = 1979-05-27T07:32:00Z\n", "a = 1_0\n", "a = 10000000000\n", '"a" = 1\n',
]  # fmt: skip


def read_both(text: str) -> tuple[object, object]:
    """Return what the plain reader and tomllib make of `text`; None for tomllib when it refuses."""
    try:
        return parse_plain(text), tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError):
        return parse_plain(text), None


@settings(max_examples=2000, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=9).map("".join))
@example('a = ["x"]\n[[a]]\n')
@example("[[a]]\n[a.b]\n[[a]]\n[a.b]\n")
@example("[a.b]\n[a]\nb = true\n")
@example("[a]\n[a.b]\n[a]\n")
def test_what_it_reads_is_what_tomllib_reads(text: str) -> None:
    """Text of any kind is read as tomllib reads it, or left to tomllib."""
    plain, whole = read_both(text)
    assert plain is None or plain == whole


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(FULL)), st.integers(0, 9), st.text(max_size=3))
def test_a_slip_in_a_note_is_never_read_otherwise(start: int, length: int, typed: str) -> None:
    """A whole note in which something fell out or strayed is read as tomllib reads it, or left to tomllib."""
    plain, whole = read_both(FULL[:start] + typed + FULL[start + length :])
    assert plain is None or plain == whole


@pytest.mark.parametrize(
    "path",
    [*REPOSITORY.glob("notes/*/*.toml"), *REPOSITORY.glob("src/kompas/wording/*.toml")],
    ids=lambda path: path.name,
)
def test_what_we_write_is_plain(path: Path) -> None:
    """The example's notes and our own sentences are plain, so that no command pays for tomllib."""
    plain, whole = read_both(path.read_text(encoding="utf-8"))
    assert plain is not None
    assert plain == whole


def test_what_is_not_plain_is_left_to_tomllib() -> None:
    """Whatever is no plain TOML is read by tomllib, with its own complaint when it is no TOML at all."""
    assert parse("a = {b = 1}\n") == {"a": {"b": 1}}
    with pytest.raises(tomllib.TOMLDecodeError, match="Cannot overwrite a value"):
        parse("a = true\na = false\n")
