"""Groups: known by their name alone, forgiving of capitals, accents and spaces."""

import pytest

from kompas.domain.group import find_near, fold, group_key, require_group
from kompas.errors import AmbiguousGroup, GroupNotFound

GROUPS = ("Kookclub De Klink", "Kookclub Zuid", "Koor", "Koor Oost", "Café Één", "Fietsmaatjes Oost")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kookclub  de Klink", "kookclub De Klink"),
        (" Café Één\n", "cafe een"),
        ("Cafe\u0301", "Café"),
        ("STRASSE", "straße"),
        ("ＫＯＯＲ", "koor"),  # noqa: RUF001 wide letters, as some keyboards type them
        ("Koor\u00a0Oost", "koor oost"),
    ],
)
def test_one_group_is_spelt_in_many_ways(one: str, other: str) -> None:
    """Capitals, accents and the width of a space make no other group."""
    assert group_key(one) == group_key(other)


@pytest.mark.parametrize(("one", "other"), [("Koor Oost", "Koor West"), ("Koor", "Koren"), ("Kookclub", "Kook club")])
def test_another_name_is_another_group(one: str, other: str) -> None:
    """Names of which the letters differ are two groups."""
    assert group_key(one) != group_key(other)


def test_folding_twice_changes_nothing() -> None:
    """A folded text is folded."""
    assert fold(fold("ǅ İstanbul ﬁets ½ É")) == fold("ǅ İstanbul ﬁets ½ É")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("koor", "Koor"),
        ("KOOR  oost", "Koor Oost"),
        ("zuid", "Kookclub Zuid"),
        ("cafe een", "Café Één"),
        ("fiets", "Fietsmaatjes Oost"),
    ],
)
def test_a_group_is_meant_by_its_name_or_a_part(asked: str, meant: str) -> None:
    """The whole name wins from names that hold it, and a part is enough when only one group has it."""
    assert require_group(asked, GROUPS) == meant


@pytest.mark.parametrize(
    ("asked", "near"),
    [("kookclub", ("Kookclub De Klink", "Kookclub Zuid")), ("oost", ("Fietsmaatjes Oost", "Koor Oost"))],
)
def test_a_part_that_several_have_is_asked_about(asked: str, near: tuple[str, ...]) -> None:
    """A part that several groups have names them all."""
    with pytest.raises(AmbiguousGroup) as caught:
        require_group(asked, GROUPS)
    assert (caught.value.name, caught.value.near) == (asked, near)


def test_two_spellings_are_not_ambiguous() -> None:
    """Two spellings of one group are one group."""
    assert require_group("klink", ["Kookclub de klink", "Kookclub De Klink"]) == "Kookclub De Klink"


@pytest.mark.parametrize(
    ("asked", "nearest"), [("kookklub zuid", "Kookclub Zuid"), ("fietsmaatje", None), ("kor", "Koor")]
)
def test_a_slip_of_the_finger_names_what_comes_near(asked: str, nearest: str | None) -> None:
    """A name that nobody has comes back with at most three that look like it."""
    if nearest is None:
        assert require_group(asked, GROUPS) == "Fietsmaatjes Oost"
        return
    with pytest.raises(GroupNotFound) as caught:
        require_group(asked, GROUPS)
    assert caught.value.near[0] == nearest
    assert len(caught.value.near) <= 3


@pytest.mark.parametrize("asked", ["", "  ", "zeppelin"])
def test_no_group_is_a_fact(asked: str) -> None:
    """Nothing, or a name like no other, finds no group and guesses none."""
    with pytest.raises(GroupNotFound) as caught:
        require_group(asked, GROUPS)
    assert caught.value.near == ()


def test_the_word_of_a_name_comes_near_too() -> None:
    """A misspelt first word finds the names that begin with it."""
    assert set(find_near("kookklub", GROUPS)) == {"Kookclub De Klink", "Kookclub Zuid"}
