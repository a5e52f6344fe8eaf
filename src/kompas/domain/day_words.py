"""The words that days are made of, in Dutch and English at once, each with its number."""

import re
from difflib import get_close_matches

from kompas.domain.group import fold


def _number(rows: str, first: int = 1) -> dict[str, int]:
    return {name: number for number, row in enumerate(rows.split(", "), first) for name in row.split("/")}


NEAR = _number(
    "eergisteren/the day before yesterday/day before yesterday, gisteren/gister/yesterday/last night, "
    "vandaag/vanmorgen/vanochtend/vanmiddag/vanavond/today/this morning/this afternoon/this evening/tonight, "
    "morgen/tomorrow, overmorgen/the day after tomorrow/day after tomorrow",
    first=-2,
)
WEEKDAYS = _number(
    "maandag/ma/monday/mon, dinsdag/di/tuesday/tues/tue, woensdag/wo/wednesday/wed, "
    "donderdag/do/thursday/thurs/thur/thu, vrijdag/vr/friday/fri, zaterdag/za/saturday/sat, zondag/zo/sunday/sun"
)
MONTHS = _number(
    "januari/january/jan, februari/february/febr/feb, maart/mrt/march/mar, april/apr, mei/may, juni/june/jun, "
    "juli/july/jul, augustus/august/aug, september/sept/sep, oktober/okt/october/oct, november/nov, december/dec"
)
DUTCH = _number("een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf") | {"veertien": 14}
ENGLISH = _number("one/a/an, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve")
WHICH = _number("vorige/vorig/last, deze/dit/this, volgende/volgend/next", first=-1)
WHICH_DAY = WHICH | _number("afgelopen/jl/jongstleden, deze, aanstaande/aankomende/komende/coming/as", first=-1)
EDGES = _number("begin/beginning/start") | _number("half/medio/mid", first=15) | _number("eind/einde/end", first=31)

_SURE = frozenset(word for name in (*NEAR, *WEEKDAYS, *MONTHS) for word in name.split()) - frozenset(
    ["the", "day", "before", "after", "last", "this"]
)
_UNITS = frozenset(
    "week weken weeks dag dagen days maand maanden month months jaar year years geleden terug ago over in".split()  # noqa: SIM905
)
_LOOSE = frozenset((*WHICH, *WHICH_DAY, *EDGES, *DUTCH, *ENGLISH, *_UNITS))
_SMALL = frozenset(["op", "de", "het", "van", "the", "of", "on", "om", "voor", "uiterlijk", "by", "before", "tegen"])
_DIGITS = re.compile(r"\d{1,4}(?:[-/.]\d{1,4}){1,2}|\d{1,2}(?:st|nd|rd|th|ste|de|e)?|20\d\d")
_NEAR_ENOUGH = 0.85  # gistren is near gisteren (0.93), the market is not March: markt, maart (0.80)
_SHORTEST_NEAR = 5


def looks_like_day(text: str) -> bool:
    """Tell whether `text` is made of what days are made of, mistakes and all: "31 november", "gistren", "5-13"."""
    words = [word.rstrip(".") for word in re.findall(r"[^\s,]+", fold(text))]
    told = [word for word in words if word not in _SMALL]
    loose = sum(word in _LOOSE for word in told)
    numbers = sum(bool(_DIGITS.fullmatch(word)) for word in told)
    sure = sum(_is_sure(word) for word in told if not _DIGITS.fullmatch(word) and word not in _LOOSE)
    has_date = any(re.search("[-/]", word) and _DIGITS.fullmatch(word) for word in told)
    return len(told) == sure + loose + numbers and bool(sure or has_date or loose > 1)


def _is_sure(word: str) -> bool:
    if len(word) < _SHORTEST_NEAR:
        return word in _SURE
    return word in _SURE or bool(get_close_matches(word, _SURE, n=1, cutoff=_NEAR_ENOUGH))
