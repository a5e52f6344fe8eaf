"""The head of an encounter: "Kookclub De Klink, gisteren, Dorpshuis", in any order but the group before the place."""

import re
from dataclasses import dataclass
from datetime import date

from kompas.domain.day_words import looks_like_day
from kompas.domain.days import Leaning, find_day, parse_day
from kompas.errors import UnclearDate

_PARTING = re.compile(r"\s*[,;|·\t]\s*|\s+[-–—@]+\s+|:\s+")  # noqa: RUF001 people's dashes
_ENDS_A_SENTENCE = re.compile(r"[.?!…]['\"”’)]*$")
_MOST_PARTS = 4
_MOST_WORDS = 9  # in one part: "Stichting Vrienden van het Park aan de Oude Zee"


@dataclass(frozen=True, slots=True)
class Head:
    """What a head tells; `unclear` is a part that looks like a day and is none that kompas understands."""

    group: str
    day: date | None = None
    unclear: str | None = None
    place: str | None = None
    occasion: str | None = None


def parse_head(line: str, today: date) -> Head:
    """Turn the line above an encounter into what it tells; no word is left out.

    The first part that is no day is the group, the next the place, the rest the occasion.
    """
    parts = split_parts(line)
    if len(parts) == 1:
        return _parse_unparted(line, today)
    day, rest = _take_day(parts, today)
    unclear = None
    if day is None and (unclear := next(filter(looks_like_day, parts), None)):
        rest = [part for part in rest if part != unclear]
    group, place, *more = [*rest, "", ""]
    occasion = ", ".join(filter(None, more))
    return Head(group, day, unclear, place or None, occasion or None)


def is_head(line: str, today: date) -> bool:
    """Tell whether a line within a text is surely the head of an encounter: few short parts, and one is a day."""
    parts = split_parts(line)
    has_day = any(map(looks_like_day, parts)) or _take_day(parts, today)[0] is not None
    return 1 < len(parts) <= _MOST_PARTS and has_day and may_be_head(line)


def is_day(line: str, today: date) -> bool:
    """Tell whether a line is a day and no more."""
    return _take_day([line], today)[0] is not None


def may_be_head(line: str) -> bool:
    """Tell whether a line may name a group: its parts are short, and it is no sentence."""
    return not _ENDS_A_SENTENCE.search(line) and all(len(part.split()) <= _MOST_WORDS for part in split_parts(line))


def split_parts(line: str) -> list[str]:
    """Return the parts of a head: what stands between commas, bars and dashes with blanks around them."""
    return [part for part in (one.strip() for one in _PARTING.split(line)) if part]


def _take_day(parts: list[str], today: date) -> tuple[date | None, list[str]]:
    """Find the day among the parts, or in two beside each other: "maandag, 3 november"."""
    for width in (2, 1):
        for at in range(len(parts) + 1 - width):
            if day := _find_whole(", ".join(parts[at : at + width]), today):
                return day, parts[:at] + parts[at + width :]
    return None, parts


def _find_whole(text: str, today: date) -> date | None:
    try:
        return parse_day(text, today, leaning=Leaning.PAST)
    except UnclearDate:
        return None


def _parse_unparted(line: str, today: date) -> Head:
    """Read "Kookclub De Klink gisteren"; a lone weekday at the end may be part of a name, and stays in it."""
    found = find_day(line, today, leaning=Leaning.PAST)
    if not found or not found[1]:
        return Head(line.strip())
    other = find_day(line, today, leaning=Leaning.FUTURE)
    is_one_word = len(line.split()) - len(found[1].split()) == 1
    return Head(line.strip()) if is_one_word and other and other[0] != found[0] else Head(found[1], found[0])
