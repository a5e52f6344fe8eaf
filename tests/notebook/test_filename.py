"""File names: readable on every system, and never the same for two colleagues."""

import datetime
import re
from pathlib import PurePosixPath

import pytest

from kompas.notebook.filename import find_id, make_id, name_introduction, name_note, slugify

DAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Kookclub De Klink", "kookclub-de-klink"),
        ("  Café Één!  ", "cafe-een"),
        ("Koor 't Lied & Co.", "koor-t-lied-co"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("نادي", "x"),
        ("🚲", "x"),
        ("a" * 60, "a" * 40),
        ("a" * 39 + " bcd", "a" * 39),
    ],
)
def test_a_slug_is_plain(name: str, slug: str) -> None:
    """A name becomes lower-case letters, digits and hyphens, at most 40, and never nothing."""
    assert slugify(name) == slug


def test_a_note_is_named_after_its_day_and_group() -> None:
    """A note lies in the folder of its month, under its day, its group and its four signs."""
    path = name_note(DAY, "Kookclub De Klink", "k3f9")
    assert path == PurePosixPath("2026-11/2026-11-23-kookclub-de-klink-k3f9.toml")
    assert name_note(datetime.date(987, 1, 2), "Koor", "k3f9").name.startswith("0987-01-02-")


def test_an_introduction_is_named_after_both_groups() -> None:
    """An introduction lies in its own folder, under its day, both groups and its four signs."""
    path = name_introduction(DAY, ("Kookclub De Klink", "Fietsmaatjes Oost"), "m2p8")
    assert str(path) == "introductions/2026-11-23-kookclub-de-klink--fietsmaatjes-oost-m2p8.toml"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("2026-11/2026-11-23-kookclub-de-klink-k3f9.toml", "k3f9"),
        ("introductions/2026-11-23-a--b-m2p8.toml", "m2p8"),
        ("2026-11/koor.toml", "koor"),
    ],
)
def test_the_four_signs_are_found_again(path: str, found: str) -> None:
    """A file is known by its four signs, or by its name when somebody named it otherwise."""
    assert find_id(path) == found


def test_four_signs_are_easy_to_read_aloud() -> None:
    """Four signs begin with a letter, have none that people misread, and are seldom the same."""
    made = [make_id() for _ in range(300)]
    assert all(re.fullmatch("[a-hjkmnp-z][2-9a-hjkmnp-z]{3}", one) for one in made)
    assert len(set(made)) > 290
