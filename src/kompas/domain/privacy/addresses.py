"""Home addresses: a street with a house number, or a postcode with one. A street or a square alone is public."""

import re
from collections.abc import Iterator

from kompas.domain.privacy.birthdays import MONTH

Span = tuple[int, int]

_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de"
_ALWAYS_STREET = "straat|str\\.|laan|gracht|plein|singel|kade|plantsoen|dreef|steeg|boulevard"
_CAPITAL_STREET = (
    "weg|hof|pad|dijk|park|wal|haven|veld|hoeve|erf|oord|ring|brink|zoom|akker|werf|hoek|brug|sluis|poort|baan|meent"
    "|waard|oever|kant|zijde|burg|(?:[Bb]oter|[Vv]is|[Vv]ee|[Kk]aas|[Hh]out|[Kk]oren|[Bb]loem)markt"
)
_NO_HOME = (
    r"(?:school|speel|buurt|wijk|sport|trap|voetbal|pret|vakantie|skate|fiets|voet|wandel|zand|tuin|spoor|snel|onder"
    r"|winkel|parkeer|kies)"
)
_STREET = rf"""
(?:
    (?<!\w)(?!(?i:{_NO_HOME})(?:plein|straat|park|veld|pad|weg|haven|kring))
    (?: [\w'’-]{{2,40}}?(?i:{_ALWAYS_STREET}) | [{_CAPITAL}][\w'’-]{{1,40}}?(?:{_CAPITAL_STREET}) )(?<!\b[Rr]ijksweg)
  | \b(?:Lange|Korte|Oude|Nieuwe|Grote|Kleine|Hoge|Lage|Achter|Voor)\s(?:de\s)?[{_CAPITAL}]\w+
  | \b(?:Laan|Weg|Plein|Hof|Kade|Park|Straat)\s(?:van|naar|der|op)\s(?:de\s|het\s|den\s)?
    [{_CAPITAL}]\w+(?:\s[{_CAPITAL}]\w+)?
  | \b[{_CAPITAL}][\w'’-]{{1,40}}\s(?:Street|Road|Lane|Avenue)
)
"""
_CALLED = r"(?:huis)?(?:nr\.?|nummer|no\.|number)"
_HOUSE = r"""
(?P<house>\d{1,4})(?!\d)
(?: -\d{1,4}(?!\d) | \s?(?:hs|bis|huis|zw|rd|I{1,3}|IV|boven|beneden)(?!\w) | \s?[a-df-zA-Z](?!\w) )?
"""
_PLACED = (
    rf"{_STREET}(?:-[{_CAPITAL}]\w+|\s(?:Noord|Oost|Zuid|West))?(?:,?\s{{1,2}}(?:op\s|at\s)?{_CALLED}\s?|\s{{1,2}}){_HOUSE}",
    rf"\b(?:woont|wonen|woonde|woonachtig|adres|lives?|address)\b[^.\n\d]{{0,40}}?[{_CAPITAL}]\w+\s{_HOUSE}",
    rf"\b(?i:{_CALLED})\s?{_HOUSE}\s(?:in|van|aan|op|of|on)\s(?:de\s|het\s|the\s)?{_STREET}",
    rf"""(?<![\w.,:-]){_HOUSE}\s(?:[{_CAPITAL}][\w'’-]{{1,40}}\s){{1,3}}
    (?:Street|Road|Lane|Avenue|Drive|Close|Terrace|Crescent|Gardens)\b""",
)
_STREETS = [re.compile(pattern, re.VERBOSE) for pattern in _PLACED]
_POSTCODE = re.compile(
    r"(?<!\w)[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!km|kg|cm|mm|ml|gb|mb|st|nd|rd|th)[a-z]{2})(?!\w)"
)
_HOUSE_AFTER = re.compile(rf"[,;]?\s{{0,2}}(?i:{_CALLED})?\s{{0,2}}{_HOUSE}", re.VERBOSE)
_HOUSE_BEFORE = re.compile(r"(?<!\w)\d{1,4}\s?[a-zA-Z]?(?:,\s?|\s)(?:postcode:?\s)?$")
_IN_A_YEAR = re.compile(r"\b(?:in|sinds|van|vanaf|jaar|tot|since|from|until)\s$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_HOUSE = re.compile(
    rf"""
    [.,:]\d | \s?[%€] | \s?[-\u2013]?\s?\d{{0,2}}[.:]\d\d\b
  | \s?(?:uur|u|h|am|pm|x|jaar|keer|maal|procent|euro|km|k?m2|m|cm|meter|graden|kilo|liter|dag|week|min|man|stuks)(?!\w)
  | \s{MONTH}(?!\w) | (?-i:e|ste|de)(?!\w) | \sop\sde\s\d
  | (?:\s(?:tot|en|to)\s|\s?[-\u2013]\s?)\d{{1,2}}(?:[.:]\d\d)?\s?(?:uur|u)\b
  | \s?(?:t/m|tot\sen\smet)\s?\d
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:[^\W\d_]+e\s)?([a-z\u00e0-\u00ff]{2,}(?:en|s|je))(?!\w)")
_NOT_COUNTED = frozenset(
    [
        "als",
        "alles",
        "beneden",
        "binnen",
        "boven",
        "buiten",
        "dus",
        "eens",
        "gaan",
        "hebben",
        "komen",
        "kunnen",
        "kwamen",
        "lags",
        "links",
        "moeten",
        "mogen",
        "rechts",
        "samen",
        "soms",
        "staan",
        "steeds",
        "tegen",
        "trouwens",
        "tussen",
        "vlakbij",
        "waren",
        "was",
        "willen",
        "wonen",
        "woonden",
        "zaten",
        "zijn",
        "zitten",
        "liggen",
        "helpen",
        "vragen",
        "zoeken",
        "houden",
        "hangen",
        "doen",
        "zullen",
        "zouden",
        "has",
        "lives",
        "was",
        "is",
    ]
)


def find_addresses(text: str) -> Iterator[Span]:
    """Yield each street or postcode with a house number.

    No house number: a year, a clock time, a date, a percentage, a range of doors ("12 t/m 60"), a count ("40 stoelen").
    """
    for pattern in _STREETS:
        for match in pattern.finditer(text):
            if _is_house(match):
                yield match.span()
    yield from _find_postcodes_with_house(text)


def find_lone_postcodes(text: str) -> Iterator[Span]:
    """Yield the postcodes in capitals without a house number: some twenty homes. "2026 AI" reads as a year."""
    for match in _POSTCODE.finditer(text):
        is_year = _YEAR.match(match.group()) and " " in match.group()
        if match.group().upper() == match.group() and not is_year:
            yield match.span()


def _find_postcodes_with_house(text: str) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        lead = text[max(0, match.start() - 20) : match.start()]
        before, after = _HOUSE_BEFORE.search(lead), _HOUSE_AFTER.match(text, match.end())
        if _IN_A_YEAR.search(lead) and _YEAR.match(match.group()):
            continue
        if after and _is_house(after):
            yield match.start(), after.end()
        elif before:
            yield match.start() - len(before.group()), match.end()


def _is_house(match: re.Match[str]) -> bool:
    end = match.end("house")
    if _NO_HOUSE.match(match.string, end) or (_YEAR.fullmatch(match["house"]) and match.end() == end):
        return False
    counted = _COUNTED.match(match.string, match.end())
    return counted is None or counted[1] in _NOT_COUNTED
