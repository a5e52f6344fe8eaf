"""File names: one file an encounter, four random signs, so that two colleagues never collide."""

import datetime
import re
import secrets
from pathlib import PurePosixPath

from kompas.domain.group import fold

# Without 0, 1, i, l and o, which people misread.
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
_LETTERS = _SIGNS[8:]
_LONGEST_SLUG = 40
_ID = re.compile(r"-([0-9a-z]{4})$")


def make_id() -> str:
    """Return four random signs, the first a letter: some 650,000 possibilities for one group on one day."""
    return secrets.choice(_LETTERS) + "".join(secrets.choice(_SIGNS) for _ in range(3))


def slugify(name: str) -> str:
    """Return `name` as lower-case ASCII letters and digits with hyphens, at most 40 signs, never empty."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return slug[:_LONGEST_SLUG].strip("-") or "x"


def name_note(day: datetime.date, group: str, note_id: str) -> PurePosixPath:
    """Return the path of a note inside its notebook: `2026-11/2026-11-23-kookclub-de-klink-k3f9.toml`."""
    return PurePosixPath(f"{day:%Y-%m}") / f"{day.isoformat()}-{slugify(group)}-{note_id}.toml"


def name_introduction(day: datetime.date, between: tuple[str, str], introduction_id: str) -> PurePosixPath:
    """Return the path of an introduction inside its notebook."""
    names = "--".join(slugify(group) for group in between)
    return PurePosixPath("introductions") / f"{day.isoformat()}-{names}-{introduction_id}.toml"


def find_id(path: str) -> str:
    """Return the four signs at the end of a note's file name, or the name itself when it has none."""
    stem = PurePosixPath(path).stem
    found = _ID.search(stem)
    return found[1] if found else stem
