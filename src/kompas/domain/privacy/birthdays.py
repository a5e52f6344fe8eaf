"""Dates of birth: any date beside a word for being born, and a bare full date of more than ten years ago."""

import datetime
import re
from collections.abc import Iterator

Span = tuple[int, int]

_YOUNGEST = 10
_OLDEST = 115
_MONTHS = ("jan", "feb", "m(?:aa)?rt|mar", "apr", "mei|may", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec")
MONTH = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni|jul[iy]?|aug(?:ust(?:us)?)?"
    r"|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\w)\.?"
)
_FULL_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_YEAR = r"(?P<year>(?:18|19|20)\d\d|['\u2019]?\d\d)"
_DATES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}}) ?[-/.] ?(?P<month>\d{{1,2}}) ?[-/.] ?{_YEAR}(?!\d)",
        rf"(?<![\d-]){_FULL_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)? (?:of )?(?P<name>{MONTH})(?: {_YEAR}(?!\d))?",
        rf"(?<!\w)(?P<name>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_FULL_YEAR}(?!\d)",
        r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d)(?!\d)",
    )
]
_BORN = re.compile(r"\b(?:geboren|geb|geboorte\w*|gebdatum|born|date of birth|dob|d\.o\.b)\b", re.IGNORECASE)
_PARTY = re.compile(r"\b(?:jarig|verjaardag|birthday)\b", re.IGNORECASE)
_HISTORY = re.compile(
    r"\b(?:opgericht|oprichting|gesticht|begonnen|sinds|vanaf|gebouwd|verbouwd|gesloopt|geopend|opening|gesloten|sluiting|gestart|eerste|besta(?:at|an)"
    r"|foto\w*|krant(?:en)?|archief|watersnood\w*|bevrijd\w*|oorlog|\w*ramp|brand|\w*besluit|notulen|verslag|vergadering"
    r"|monument|herden\w+|founded|since|built|opened|established|photo\w*|newspaper|flood|war|liberat\w+)\b",
    re.IGNORECASE,
)
_REMEMBERED = frozenset(
    datetime.date(*day) for day in ((1940, 5, 10), (1940, 5, 14), (1945, 5, 4), (1945, 5, 5), (1945, 8, 15),
                                    (1953, 1, 31), (1953, 2, 1), (1975, 11, 25), (2001, 9, 11), (2014, 7, 17))
)  # fmt: skip
"""Days that a whole country remembers, and nobody's birthday."""


def find_birthdays(text: str, today: datetime.date) -> Iterator[Span]:
    """Yield the dates in `text` that read as a date of birth.

    A year alone is none ("born in 1975"). A bare date is none if the country remembers it, or if it stands beside a
    word of history: founded, since, built, photo, decision.
    """
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if _is_birthday(match, today):
                yield match.span()


def _is_birthday(match: re.Match[str], today: datetime.date) -> bool:
    date = _read_date(match, today)
    around = _read_around(match)
    if date is None:
        return False
    year = match["year"]
    if _BORN.search(around):
        return True
    if year is None or match.re is _DATES[-1]:
        return False
    return _PARTY.search(around) is not None or (
        year.isdigit() and len(year) == len("1962") and _is_bare_birthday(date, around, today)
    )


def _is_bare_birthday(date: datetime.date, around: str, today: datetime.date) -> bool:
    age = today.year - date.year
    return _YOUNGEST < age <= _OLDEST and date not in _REMEMBERED and not _HISTORY.search(around)


def _read_around(match: re.Match[str]) -> str:
    before = re.split(r"\n\n|[!?;]|(?<=\w{4})\. ", match.string[max(0, match.start() - 45) : match.start()])[-1]
    after = re.split(r"\n\n|[.!?;]", match.string[match.end() : match.end() + 30])[0]
    return f"{before} {after}"


def _read_date(match: re.Match[str], today: datetime.date) -> datetime.date | None:
    found = match.groupdict()
    month = int(found["month"]) if found.get("month") else _number_month(found["name"])
    try:
        return datetime.date(_read_year(found["year"], today), month, int(found["day"]))
    except ValueError:
        return None


def _number_month(name: str) -> int:
    return next(number for number, start in enumerate(_MONTHS, 1) if re.match(start, name, re.IGNORECASE))


def _read_year(written: str | None, today: datetime.date) -> int:
    year = int(written.lstrip("'\u2019")) if written else today.year
    if year >= 100:  # noqa: PLR2004  (three digits and more are a whole year)
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year
