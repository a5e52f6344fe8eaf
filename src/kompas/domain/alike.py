"""Names of groups that look like each other, the same group typed another way; and names of two groups that do not.

Precision comes first: who is asked too often stops reading. So one slip of the finger is forgiven in one word, and only
where it seldom makes another word; a number, or a word of less than five letters, is always meant as it stands.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from kompas.domain.group import fold, group_key

_WORD = re.compile(r"[^\W_]+")
_WITHIN = re.compile(r"['’.]")
_SHORTENED = re.compile(r"\bv[./ ]?[dh]\b")  # v.d., v/h: van de, van het
_LIGHT = frozenset({"de", "het", "t", "een", "the", "a", "an", "van", "der", "den", "of", "in", "op", "en", "and", "&"})
_FORMS = frozenset({"stichting", "vereniging", "foundation", "association"})
_CLUB = re.compile(r"(?:groep|groepje|clubje|group)$")
_SHORTEST = 5
"""A shorter word with one sign other is another word: oost and west, koor and kook."""
_SHORTEST_SWAPPED = 7
"""One letter for another makes more words than one too few does: klink and klank."""
_SHORTEST_WHOLE = 8
"""A name of fewer signs, written in more or fewer words, must have the same signs."""


def find_alike(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return those of `known` that are probably the group `name` typed another way, sorted; never that very name."""
    key = group_key(name)
    return tuple(sorted({one for one in known if group_key(one) != key and is_alike(name, one)}))


def is_alike(one: str, other: str) -> bool:
    """Tell whether two names differ in spaces, word order, small words, or one slip of the finger."""
    words, others = _list_words(one), _list_words(other)
    if not words or not others or _list_numbers(words) != _list_numbers(others):
        return False
    here, there = Counter(words), Counter(others)
    left, right = list((here - there).elements()), list((there - here).elements())
    if not left and not right:
        return True
    if len(left) == len(right) == 1:
        return _is_slip(left[0], right[0])
    whole, whole_other = "".join(words), "".join(others)
    if whole == whole_other:
        return True
    return len(words) != len(others) and len(whole) >= _SHORTEST_WHOLE and _is_near(whole, whole_other)


@lru_cache(maxsize=1 << 14)
def _list_words(name: str) -> tuple[str, ...]:
    """Return the words that carry a name: kookgroep is kookclub, and a legal form is nobody's name for itself."""
    words = [_CLUB.sub("club", word) for word in _WORD.findall(_WITHIN.sub("", _SHORTENED.sub("", fold(name))))]
    return tuple(word for word in words if word not in _LIGHT | _FORMS) or tuple(words)


def _list_numbers(words: Iterable[str]) -> list[str]:
    return sorted(digits for word in words for digits in re.findall(r"\d+", word))


def _is_slip(one: str, other: str) -> bool:
    shortest = _SHORTEST_SWAPPED if len(one) == len(other) and sorted(one) != sorted(other) else _SHORTEST
    return max(len(one), len(other)) >= shortest and _is_near(one, other)


def _is_near(one: str, other: str) -> bool:
    """Tell whether one sign too many, too few or other, or two that changed places, is all the difference."""
    if one[:1] != other[:1]:
        return False  # the first letter is seldom a slip: wandelclub and handelclub
    if len(one) > len(other):
        one, other = other, one
    start = next((place for place, sign in enumerate(one) if sign != other[place]), len(one))
    rest, rest_other = one[start:], other[start:]
    if len(one) != len(other):
        return rest == rest_other[1:]
    return rest[1:] == rest_other[1:] or (rest[1::-1] + rest[2:]) == rest_other
