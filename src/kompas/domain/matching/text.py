"""Phrases as words: split, folded, and with the forms that their Dutch and English inflections share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kompas.domain.group import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SHORTEST = 2
_SHORTEST_FORM = 3
_VOWELS = "aeiou"
# An unstressed last syllable keeps its one vowel: wandelen gives wandel, and not wandeel.
_UNSTRESSED = re.compile(r"[aeiou][^aeiou]+(e[lmnr]|i[gk]|or|um)$")
_PLURAL_S = re.compile(r"(?:[^aeiou](?:e[lmnr]|or|um|ie|ee)|eur|aar|oe|io)s$")
_PARTICIPLE = re.compile(r"^ge(.{3,})[td]$")
_DIMINUTIVE = re.compile(r"(.{2,}?)([tp]?)jes?$")
# What can stand before the t or d of a verb: spel(t), but not stra(at) or kas(t).
_VERB = re.compile(r"(.{3,}[^aeiou]|[aeiou]{2}i|[aeiou][bfgkmp])$")
_SHORT_VOWEL = re.compile(r"([^aeiou])\1$")
_LONG_VOWEL = re.compile(r"([aeou])\1([^aeiouwxy])$")
_VOICED = {"s": "z", "f": "v"}
_OPEN_SYLLABLE = re.compile(r"(^|[^aeiou])([aeou])([^aeiouwxy])$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: as written, folded for comparing, and the forms by which inflections find each other."""

    written: str
    folded: str
    stem: str
    forms: frozenset[str]


def list_words(text: str) -> list[Word]:
    """Return the words of `text` in their order; hyphens part words, numbers alone are no words."""
    return [_read_word(match[0]) for match in _WORD.finditer(text) if _is_word(match[0])]


def split_words(text: str) -> list[str]:
    """Return the same words folded only, for a long list that few phrases ask for."""
    return [fold_word(match[0]) for match in _WORD.finditer(text) if _is_word(match[0])]


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return `word` folded, one kind of apostrophe, a possessive or plural 's off."""
    folded = fold(word).replace("’", "'")
    return folded.removesuffix("'s")


@lru_cache(maxsize=1 << 16)
def list_forms(folded: str) -> tuple[str, ...]:
    """Return the forms of a word: its stem first, then the word itself, then what verbs and English make of it.

    Made for Dutch and good enough for English; two words with a form in common are taken for one word inflected.
    """
    stem = _find_stem(folded)
    forms = [stem, folded, *_list_verb_forms(folded), *_list_english_forms(folded)]
    return tuple(dict.fromkeys(form for form in forms if len(form) >= _SHORTEST_FORM or form == folded))


@lru_cache(maxsize=1 << 16)
def list_kin(folded: str) -> frozenset[str]:
    """Return the spellings under which a list may hold a word: its forms, and their plurals, infinitives and -ing."""
    kin = set()
    for form in list_forms(folded):
        opened = _LONG_VOWEL.sub(r"\1\2", form)
        voiced = opened[:-1] + _VOICED.get(opened[-1], opened[-1])
        kin |= {form, f"{form}s", f"{form}e", f"{form}en", f"{form}{form[-1]}en", f"{form}ing"}
        kin |= {f"{opened}en", f"{voiced}en"}
    kin.add(folded)
    return frozenset(kin)


@lru_cache(maxsize=1 << 16)
def _read_word(written: str) -> Word:
    folded = fold_word(written)
    forms = list_forms(folded)
    return Word(written, folded, forms[0], frozenset(forms))


@lru_cache(maxsize=1 << 16)
def _is_word(written: str) -> bool:
    return len(written) >= _SHORTEST and not written.isdigit()


def _find_stem(word: str) -> str:
    """Take off what Dutch adds for the plural, the infinitive, the diminutive and the adjective."""
    if small := _DIMINUTIVE.fullmatch(word):
        return small[1]
    if word.endswith("en") and _has_vowel(word[:-2]):
        return _close_syllable(word[:-2])
    if _PLURAL_S.search(word):
        return word[:-1]
    if word.endswith("e") and len(word) > _SHORTEST_FORM and _has_vowel(word[:-1]) and word[-2] not in _VOWELS:
        return _close_syllable(word[:-1])
    return word


def _close_syllable(rest: str) -> str:
    """Spell a stem as Dutch does without its ending: kok(en) is kook, bakk(en) is bak, huiz(en) is huis."""
    if _SHORT_VOWEL.search(rest):
        return rest[:-1]
    if not _UNSTRESSED.search(rest):
        rest = _OPEN_SYLLABLE.sub(r"\1\2\2\3", rest)
    return rest[:-1] + {"z": "s", "v": "f"}.get(rest[-1], rest[-1])


def _list_verb_forms(word: str) -> Iterator[str]:
    if small := _DIMINUTIVE.fullmatch(word):
        yield f"{small[1]}{small[2]}"  # tuintje is of tuin, taartje of taart
    if found := _PARTICIPLE.match(word):
        yield _close_syllable(found[1])
    for ending in ("t", "d", "te", "de", "ten", "den"):
        if word.endswith(ending) and _VERB.search(word[: -len(ending)]):
            yield word[: -len(ending)]
    if word.endswith(("ing", "ingen")):
        rest = word.removesuffix("en").removesuffix("ing")
        if len(rest) > _SHORTEST_FORM:
            yield _close_syllable(rest)


def _list_english_forms(word: str) -> Iterator[str]:
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    for ending in ("s", "es", "ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST_FORM and _has_vowel(rest):
            yield rest
            if ending in {"ing", "ed"}:
                yield f"{rest}e"
                if _SHORT_VOWEL.search(rest):
                    yield rest[:-1]


def _has_vowel(text: str) -> bool:
    return any(vowel in text for vowel in "aeiouy")
