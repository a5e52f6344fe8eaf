"""Groups are known by their name alone, forgiving of capitals, accents and spaces."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from kompas.errors import AmbiguousGroup, GroupNotFound

_MOST_NEAR = 3
_NEAR_PART = 0.75


def fold(text: str) -> str:
    """Return `text` without capitals and accents, for comparing; never for showing."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(sign for sign in spread if not unicodedata.combining(sign)))


@lru_cache(maxsize=1 << 16)
def group_key(name: str) -> str:
    """Return the key under which a group is counted: "Kookclub  de Klink" and "kookclub De Klink" are one."""
    return " ".join(fold(name).split())


def find_near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of `names` that look like `name`, the nearest first."""
    asked = group_key(name)
    by_key = {group_key(known): known for known in sorted(names)}
    whole = get_close_matches(asked, by_key, n=_MOST_NEAR)
    # "kookklub" is nearer to the first word of "Kookclub De Klink" than to all of it.
    parts = [key for key in by_key if get_close_matches(asked, key.split(), n=1, cutoff=_NEAR_PART)]
    return tuple(by_key[key] for key in dict.fromkeys([*whole, *parts]))[:_MOST_NEAR]


def require_group(name: str, names: Iterable[str]) -> str:
    """Return the one of `names` that is meant by `name`: the whole name, or a part that only one has.

    Raises GroupNotFound or AmbiguousGroup, with the names that come near.
    """
    known = sorted(set(names))
    key = group_key(name)
    exact = [one for one in known if group_key(one) == key]
    parts = exact or [one for one in known if key and key in group_key(one)]
    if not parts:
        raise GroupNotFound(name, find_near(name, known))
    if len({group_key(one) for one in parts}) > 1:
        raise AmbiguousGroup(name, tuple(parts))
    return parts[0]
