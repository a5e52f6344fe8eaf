"""Days in words, in Dutch and English at once.

Words that say where they point ("over twee weken") mean the same for a visit and a promise; the leaning decides the
rest. A bare weekday is today or earlier for a visit, and after today for a promise. Last and next Monday are nearest
to today, not today; in "volgende week dinsdag" weeks run from Monday. Numbers are day first in both languages: 3/11 is
in November. A week ends on its Friday; "half" is the fifteenth; a month after 31 January is the end of February.
Half-understood is not understood: no word is passed over, and over five years away is a slip of the finger.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from kompas.domain.day_words import DUTCH, EDGES, ENGLISH, MONTHS, NEAR, WEEKDAYS, WHICH, WHICH_DAY
from kompas.domain.group import fold
from kompas.errors import UnclearDate

_LOOSE_END = r"(?i)\s+(?:op|voor|vóór|om|uiterlijk|by|before|on|due)$"


class Leaning(StrEnum):
    """Where an open day lies: PAST for a visit, FUTURE for a promise."""

    PAST = "past"
    FUTURE = "future"


_any = "|".join
_FURTHEST = timedelta(days=5 * 365 + 2)
_LONGEST = 60  # signs in a day phrase inside a longer text
_LEADING = "(?:(?:op|voor|uiterlijk|tegen|by|before|on|om|due) )*"
_PART = "(?: ?(?:ochtend|middag|avond|morning|afternoon|evening|night)|morgen)?"
_WEEKDAY = f"(?P<weekday>{_any(WEEKDAYS)})"
_ON = f"(?:{_WEEKDAY} )?(?:de |the )?"
_NUMBER = "[0-9]{1,2}"
_DAY = f"(?P<day>{_NUMBER})(?:st|nd|rd|th|ste|de|e)?"
_MONTH = f"(?P<month>{_any(MONTHS)})"
_YEAR = "(?: (?P<year>[0-9]{4}))?"
_WEEK = f"(?P<which>{_any(WHICH)}) week"
_SPAN = "(?P<span>week|maand|month|jaar|year)"
_EDGE = f"(?:het |the )?(?P<edge>{_any(EDGES)}) (?:van |of )?(?:de |het |the )?"
_NUMBERS = f"(?P<day>{_NUMBER})(?P<sign>[-/.])(?P<month>{_NUMBER})(?:(?P=sign)(?P<year>[0-9]{{4}}|[0-9]{{2}}))?"
_COUNT = "(?P<ahead>(?:{}) )?(?P<count>[0-9]{{1,3}}|{}) (?P<unit>{})(?P<ago> (?:{}))?"
# Words that make the day after them another one, several, or none.
_TIES = (
    "elke?|iedere?|every|each|of|or|en|and|tot|until|till|t/m|tm|met|vanaf|per|sinds|since|from|starting|van|na|after|"
    "niet|not|no|geen|meer|dan|than|rond|rondom|around|about|ongeveer|circa|ca|tussen|between|to|through|in|over|for|de|"
    "het|een|the|an?|die|dat|that|deze|dit|this|volgende|vorige|next|last|komende|eerste|tweede|derde|vierde|laatste?|"
    "vroegste?|first|second|third|earliest|dag(en)?|days?|week|weken|weeks|weekend|maand(en)?|months?|jaar|years?|kort|"
    "vlak|net|pas|just|shortly|ergens|sometime|later|begin|einde?|end|half|medio|midden|mid|halverwege|halfway|goe[di]e|"
    "[/&+]"
)
# Days that may be something else: "ma" is mother, "do" a verb, 8-10 a range, 9.10 an hour.
_TERSE = (
    f"(?:{_any(name for name in WEEKDAYS if len(name) < len('monday'))}|{_NUMBER}[-/]{_NUMBER})|"
    f"(?:voor|om) (?:ma|wo|{_NUMBER}-{_NUMBER})|{_LEADING}{_NUMBER}\\.{_NUMBER}"
)


def parse_day(text: str, today: date, *, leaning: Leaning) -> date:
    """Return the day that `text` names, numbers read day first; raises UnclearDate when any of it is not understood."""
    day = _read(text, today, leaning)
    if day is None:
        raise UnclearDate(text, today)
    return day


def find_day(text: str, today: date, *, leaning: Leaning) -> tuple[date, str] | None:
    """Return the one day at the end of `text`, or between its commas, and the text without it and its preposition.

    None without a day, with two, after words that change it ("elke", "niet", "na"), and for short forms that may be
    something else ("ma", "do", "8-10"), unless a preposition makes them a day.
    """
    found = _spot(text, today, leaning)
    if not found:
        return None
    day, start, end = found
    before, after = text[:start].rstrip(" \t\n,;:.-–—"), text[end:].strip(" \t\n,;")  # noqa: RUF001  people type them
    rest = ", ".join(part for part in (before, after) if part)
    bare = re.sub(_LOOSE_END, "", rest)
    is_list = _spot(bare, today, leaning) or (after and _read(after.split()[0], today, leaning))
    return None if is_list or _is_tied(text[:start], text[start:end]) else (day, rest)


def _spot(text: str, today: date, leaning: Leaning) -> tuple[date, int, int] | None:
    for start, end in _list_pieces(text):
        piece = text[start:end]
        day = None if re.fullmatch(_TERSE, _smooth(piece)) else _read(piece, today, leaning)
        if day:
            return day, start, end
    return None


def _list_pieces(text: str) -> list[tuple[int, int]]:
    last_words = {(word.start(), len(text)) for word in re.finditer(r"\S+", text)}
    cuts = [0, *(comma.end() for comma in re.finditer("[,;]", text)), len(text)]
    parts = {(start, end) for at, start in enumerate(cuts) for end in cuts[at + 1 : at + 4]}
    pieces = [piece for piece in last_words | parts if piece[1] - piece[0] <= _LONGEST]
    return sorted(pieces, key=lambda piece: (piece[0] - piece[1], piece))


def _is_tied(before: str, piece: str) -> bool:
    in_a_row = re.search(r"[0-9][,;]?\s*-?\s*$", before) and re.match(f"[0-9]|{_any(MONTHS)}", _smooth(piece))
    return bool(in_a_row or re.fullmatch(_TIES, "".join(fold(before).split()[-1:])))


def _read(text: str, today: date, leaning: Leaning) -> date | None:
    reader = _Reader(today, leaning)
    day = _attempt(reader.plain, text.strip().lower()) or _attempt(reader.words, _smooth(text))
    return day if day and abs(day - today) <= _FURTHEST else None


def _smooth(text: str) -> str:
    words = fold(re.sub("vóór", "before", text, flags=re.IGNORECASE))
    words = re.sub(r"\b(a|j)\. ?(s|l)\b", r"\1\2", words)
    words = re.sub(r"[,\s]|(?<=[a-z])[.:]|(?<=[0-9])-(?=[a-z])|(?<=[a-z])-(?=[0-9a-z])", " ", words)
    return " ".join(words.strip(" .;:!").split())


def _attempt(make: Callable[..., date | None], *given: object) -> date | None:
    try:
        return make(*given)
    except (ValueError, OverflowError):
        return None


def _fit(year: int, month: int, day: int) -> date:
    years, month = divmod(month - 1, 12)
    first = date(year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day - 1), last)


class _Reader:
    def __init__(self, today: date, leaning: Leaning) -> None:
        self.today = today
        self.past = leaning is Leaning.PAST

    def plain(self, words: str) -> date | None:
        if words in NEAR:
            return self._later(NEAR[words])
        return date.fromisoformat(words) if len(words) == len("2026-11-23") else None

    def words(self, words: str) -> date | None:
        for pattern, rule in _RULES:
            if found := re.fullmatch(_LEADING + pattern, words):
                return rule(self, found)
        return None

    def near(self, found: re.Match[str]) -> date | None:
        return self._later(NEAR[found["near"]])

    def weekday(self, found: re.Match[str]) -> date | None:
        which = WHICH_DAY.get(found["which"])
        back = which == -1 or (not which and self.past)
        today_counts = which == 0 or (which is None and self.past)
        to_come = WEEKDAYS[found["weekday"]] - self.today.isoweekday()
        distance = (-to_come if back else to_come) % 7 or (0 if today_counts else 7)
        return self._later(-distance if back else distance)

    def weekday_in_week(self, found: re.Match[str]) -> date | None:
        return self._later(7 * WHICH[found["which"]] + WEEKDAYS[found["weekday"]] - self.today.isoweekday())

    def dated(self, found: re.Match[str]) -> date | None:
        month = MONTHS.get(found["month"]) or int(found["month"])
        day = self._in_year(found["year"], lambda year: date(year, month, int(found["day"])))
        agrees = day is None or found["weekday"] is None or day.isoweekday() == WEEKDAYS[found["weekday"]]
        return day if agrees else None

    def away(self, found: re.Match[str]) -> date | None:
        if bool(found["ahead"]) == bool(found["ago"]):
            return None
        count = (DUTCH | ENGLISH).get(found["count"]) or int(found["count"])
        unit, count = found["unit"][0], count if found["ahead"] else -count
        if unit in "dw":
            return self._later(count * (7 if unit == "w" else 1))
        return _fit(self.today.year, self.today.month + count * (1 if unit == "m" else 12), self.today.day)

    def month_edge(self, found: re.Match[str]) -> date | None:
        month, day = MONTHS[found["month"]], EDGES[found["edge"]]
        return self._in_year(found["year"], lambda year: _fit(year, month, day))

    def span(self, found: re.Match[str]) -> date | None:
        which, edge = WHICH.get(found["which"], 0), EDGES.get(found["edge"])
        day = self._edge_of(found["span"], which, edge or EDGES["end"])
        if edge:
            return day if day and (which or self._suits(day)) else None
        return day if day and not self.past and self._suits(day) else None

    def _edge_of(self, span: str, which: int, edge: int) -> date | None:
        if span in {"maand", "month"}:
            return _fit(self.today.year, self.today.month + which, edge)
        if edge == EDGES["half"]:
            return None
        at_end = edge == EDGES["end"]
        if span == "week":
            return self._later(7 * which + WEEKDAYS["friday" if at_end else "monday"] - self.today.isoweekday())
        return _fit(self.today.year + which, 12 if at_end else 1, edge)

    def _later(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def _suits(self, day: date) -> bool:
        return day <= self.today if self.past else day >= self.today

    def _in_year(self, year: str | None, make: Callable[[int], date]) -> date | None:
        if year:
            return make(int(year) if len(year) > len("26") else 2000 + int(year))
        step = -1 if self.past else 1
        near = (_attempt(make, at) for at in range(self.today.year, self.today.year + 6 * step, step))
        return next((day for day in near if day and self._suits(day)), None)


_RULES: tuple[tuple[str, Callable[[_Reader, re.Match[str]], date | None]], ...] = (
    (f"(?P<near>{_any(NEAR)}){_PART}", _Reader.near),
    (f"(?:(?P<which>{_any(WHICH_DAY)}) )?{_WEEKDAY}{_PART}", _Reader.weekday),
    (f"{_WEEKDAY}{_PART} (?P<which>jl|jongstleden|as|aanstaande)", _Reader.weekday),
    (f"{_WEEK} {_WEEKDAY}{_PART}", _Reader.weekday_in_week),
    (f"{_WEEKDAY}{_PART} (?:van |of )?{_WEEK}", _Reader.weekday_in_week),
    (f"{_ON}(?P<year>[0-9]{{4}})-(?P<month>{_NUMBER})-(?P<day>{_NUMBER})", _Reader.dated),
    (f"{_ON}{_DAY} (?:of |van )?{_MONTH}{_YEAR}", _Reader.dated),
    (f"{_ON}{_MONTH} (?:the )?{_DAY}{_YEAR}", _Reader.dated),
    (f"{_ON}{_NUMBERS}", _Reader.dated),
    (_COUNT.format("over|binnen|in", _any(DUTCH), "(dag|maand)(en)?|week|weken|jaar", "geleden|terug"), _Reader.away),
    (_COUNT.format("within|in", _any(ENGLISH), "(?:day|week|month|year)s?", "ago"), _Reader.away),
    (f"{_EDGE}{_MONTH}{_YEAR}", _Reader.month_edge),
    (f"{_EDGE}(?:(?P<which>{_any(WHICH)}) )?{_SPAN}", _Reader.span),
    (f"(?P<edge>)(?P<which>{_any(WHICH)}) {_SPAN}", _Reader.span),
)
