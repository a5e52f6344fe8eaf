"""Days in words: an official types them tired, and kompas understands them or says so."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kompas.domain.days import Leaning, find_day, parse_day
from kompas.errors import UnclearDate

MONDAY = date(2026, 11, 23)
NEW_YEAR = date(2026, 1, 7)  # a Wednesday
FAR = timedelta(days=5 * 365)
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni")
MONTHS += ("juli", "augustus", "september", "oktober", "november", "december")

VISITS_ON_MONDAY = """
2026-11-23: 2026-11-23; vandaag; today; Vandaag; VANDAAG.; vanmorgen; vanochtend; vanmiddag; vanavond; this morning
2026-11-23: tonight
2026-11-22: gisteren; yesterday; Gisteren ; gisteravond; gisterenmiddag; last night; yesterday evening; zondag
2026-11-22: op zondag
2026-11-21: eergisteren; the day before yesterday; day before yesterday; zaterdagavond; za; sat; Saturday afternoon
2026-11-23: maandag; ma; monday; mon; deze maandag; maandagochtend; 23 november; ma. 23 nov.
2026-11-23: monday, november 23rd, 2026
2026-11-19: donderdag; do; do.; thursday; thurs; last thursday; afgelopen donderdag; vorige donderdag; donderdag  jl.
2026-11-20: vrijdagmiddag; deze vrijdag; vr; friday; vorige week vrijdag; vrijdag vorige week; last week friday
2026-11-20: friday of last week; vrijdag van vorige week
2026-11-16: afgelopen maandag; vorige maandag; maandag jl.; maandag j.l.; last monday; vorige week maandag
2026-11-16: monday last week
2026-11-17: dinsdag; di; tue; vorige week dinsdag; dinsdag vorige week; last week tuesday; tuesday last week
2026-11-17: 17 NOVEMBER
2026-11-03: 3 november; 3 nov; 3 nov.; op 3 november; 3 november 2026; november 3; Nov 3rd; 3rd of November; 3 nov.2026
2026-11-03: dinsdag 3 november; di 3-11; tuesday, 3 november; 3/11; 3-11; 3.11; 03/11; 3-11-2026; 3/11/26; 3.11.2026
2026-11-03: the 3rd of november; de 3e november; 3-nov-2026; dinsdag 2026-11-03; 3,  november; november the 3rd
2026-11-03: 2026-11-3
2025-12-07: 7 december; 7/12; december 7; 7 dec 2025
2025-11-30: eind november
2026-11-01: begin november; begin van de maand; beginning of the month
2026-11-09: twee weken geleden; two weeks ago; 2 weken geleden; 14 dagen geleden; veertien dagen geleden
2026-11-09: twee weken terug
2026-11-16: een week geleden; één week geleden; a week ago; 1 week ago; seven days ago
2026-10-23: een maand geleden; a month ago
2026-10-31: eind oktober; eind vorige maand; end of last month
2024-02-29: 29 februari
2026-11-30: over een week
"""
PROMISES_ON_MONDAY = """
2026-11-23: 2026-11-23; vandaag; today; vanmiddag; deze maandag; 23/11
2026-11-24: morgen; tomorrow; morgenochtend; tomorrow morning; dinsdag; di; tuesday; this tuesday; on tue; 24-11
2026-11-25: overmorgen; the day after tomorrow; woensdag; wed; deze week woensdag; woensdag deze week
2026-11-25: this week wednesday
2026-11-27: vrijdag; fri; uiterlijk vrijdag; vóór vrijdag; Vóór  Vrijdag; voor vrijdag; by Friday; before friday
2026-11-27: due friday
2026-11-27: aanstaande vrijdag; komende vrijdag; volgende vrijdag; vrijdag a.s.; vrijdag as; next friday; tegen vrijdag
2026-11-27: eind van de week; het einde van de week; end of the week; by the end of this week; eind deze week; deze week
2026-11-30: maandag; ma; aanstaande maandag; volgende maandag; maandag a.s.; next monday; coming monday
2026-11-30: uiterlijk op maandag
2026-12-03: volgende week donderdag; donderdag volgende week; next week thursday; thursday next week; over 10 dagen
2026-12-03: within 10 days; in ten days; binnen tien dagen; donderdag van volgende week; thursday of next week
2026-12-04: volgende week; next week; eind volgende week; end of next week
2026-11-30: over een week; binnen een week; in a week; within 1 week; eind van de maand; einde van de maand
2026-11-30: end of the month
2026-11-30: begin volgende week; beginning of next week; over één week; deze maand; this month
2026-12-07: over twee weken; over 2 weken; in two weeks; within two weeks; over veertien dagen; 7 december
2026-12-07: voor 7 december
2026-12-07: december 7th; by the 7th of december; 7/12; 7-12-26; ma 7 dec; uiterlijk maandag 7 december 2026
2026-12-07: op 2026-12-07
2026-11-26: over 3 dagen; over drie dagen; in 3 days; within three days
2026-12-23: over een maand; in a month; binnen 1 maand; in één maand
2026-12-31: eind december; end of december; volgende maand; next month; einde van het jaar; end of the year
2026-12-31: eind december 2026
2026-12-15: half december; medio december; mid december; mid-december; half volgende maand
2027-01-01: begin januari; beginning of January; start of january; 1 januari; begin volgend jaar
2027-11-03: 3 november; 3/11; november 3; 3 nov; 3-11-2027
2027-11-23: over een jaar; in a year; over 12 maanden
2028-02-29: 29 februari; eind februari 2028
2026-11-22: gisteren
"""
VISITS_AT_NEW_YEAR = """
2026-01-07: woensdag; wed; 7 januari; 7-1; today
2025-12-31: vorige week woensdag; wednesday last week; een week geleden; 31 december; 31/12; afgelopen woensdag
2025-12-31: eind december
2026-01-05: maandag; afgelopen maandag; last monday; deze week maandag
2026-01-06: gisteren; dinsdag; 6 jan
2025-12-29: vorige week maandag; monday last week; 29 december
2025-12-07: een maand geleden; 7 december
2025-02-28: 28 februari
2026-01-01: begin januari; begin van het jaar; 1 jan; donderdag 1 januari
"""
PROMISES_AT_NEW_YEAR = """
2026-01-14: woensdag; volgende week woensdag; over een week; next wednesday; 14 januari
2026-01-09: vrijdag; eind van de week; friday; deze week
2026-01-12: maandag; volgende week maandag; begin volgende week
2026-01-31: eind van de maand; end of january; deze maand
2026-02-28: eind februari; volgende maand; 28/2
2026-12-31: eind december; 31 december; eind van het jaar
2026-01-07: 7 januari; woensdag 7 januari
"""
UNCLEAR = """
31 november; 2026-02-30; 30 februari; 32-1; 0/5; 13/13; 2026-13-01; 29 februari 2027; maandag 3 november; di 2026-11-23
soep; mei; in mei; november; november 2026; 3; 40; de 3e; ergens in mei; koken voor 40 mensen; vrijdag om 10 uur
morgen 14:00
vorige week; vorige maand; last week; last month; vorig jaar; komende week; half volgende week; weekend; dit weekend
ooit
twee weken; 3 dagen; over; over een; geleden; over twee weken geleden; over anderhalve week; over two weeks
over 3,5 weken
vrijdag of zaterdag; vrijdag zaterdag; niet vrijdag; na vrijdag; elke vrijdag; rond 3 november; 3 - 4 november
3/4 november
2036-11-23; 3-11-1926; over 6 jaar; 99 maanden geleden; over 999 weken; 3 nov 26; 3/11-2026; 11/23/2026; vrijdag?
2026-W48; 20261123
"""
LOOKALIKES = """
soep; koken voor 40 mensen; soep in mei maken; soep in mei; koken voor 8-10; soep voor 2.10; om 9.10; bereikbaar 24/7
koffie elke donderdag; every friday; niet voor vrijdag; na vrijdag bellen; bellen na vrijdag; van maandag tot vrijdag
vrijdag of zaterdag; bellen, vrijdag, zaterdag; maandag, woensdag en vrijdag koken; tussen 3 en 7 december
3 - 4 december; what we can do; bloemen voor ma; a place in the sun; de krant van gisteren; praten over morgen
the day before friday; huis 12 3 november; 3, 4 december; bellen op 31 november; bellen maandag 3 november
zaak 20261201; bellen vrijdag om 10 uur; goede morgen; een vrijdag; op zijn vroegst vrijdag; tot en met 7 december
per 1 december; ergens volgende week
"""


def list_cases(table: str) -> list[tuple[str, str]]:
    """Return each phrase of `table` with the day in front of its line."""
    lines = [line.split(": ", 1) for line in table.strip().splitlines()]
    return [(phrase, day) for day, phrases in lines for phrase in phrases.split("; ")]


def list_phrases(table: str) -> list[str]:
    """Return each phrase of `table`, and some that hold no word."""
    return ["", " ", ".", *(phrase for line in table.strip().splitlines() for phrase in line.split("; "))]


@pytest.mark.parametrize(("phrase", "day"), list_cases(VISITS_ON_MONDAY))
def test_a_visit_on_an_open_day_was_today_or_earlier(phrase: str, day: str) -> None:
    """On Monday 23 November, "donderdag" was last Thursday, and "7 december" was last year."""
    assert parse_day(phrase, MONDAY, leaning=Leaning.PAST).isoformat() == day


@pytest.mark.parametrize(("phrase", "day"), list_cases(PROMISES_ON_MONDAY))
def test_a_promise_on_an_open_day_is_still_to_come(phrase: str, day: str) -> None:
    """On Monday 23 November, "maandag" is a week away, and "3 november" is next year."""
    assert parse_day(phrase, MONDAY, leaning=Leaning.FUTURE).isoformat() == day


@pytest.mark.parametrize(("phrase", "day"), list_cases(VISITS_AT_NEW_YEAR))
def test_a_visit_in_january_may_have_been_last_year(phrase: str, day: str) -> None:
    """On Wednesday 7 January, "31 december" and "vorige week woensdag" are in the old year."""
    assert parse_day(phrase, NEW_YEAR, leaning=Leaning.PAST).isoformat() == day


@pytest.mark.parametrize(("phrase", "day"), list_cases(PROMISES_AT_NEW_YEAR))
def test_a_promise_in_january_is_for_this_year(phrase: str, day: str) -> None:
    """On Wednesday 7 January, "eind december" is almost a year away."""
    assert parse_day(phrase, NEW_YEAR, leaning=Leaning.FUTURE).isoformat() == day


@pytest.mark.parametrize(
    ("dutch", "english", "day"),
    [
        ("vandaag", "today", "2026-11-23"),
        ("gisteren", "yesterday", "2026-11-22"),
        ("eergisteren", "the day before yesterday", "2026-11-21"),
        ("maandag", "monday", "2026-11-23"),
        ("afgelopen maandag", "last monday", "2026-11-16"),
        ("vorige week dinsdag", "last week tuesday", "2026-11-17"),
        ("3 november", "november 3", "2026-11-03"),
        ("3/11", "3/11", "2026-11-03"),
        ("over twee weken", "in two weeks", "2026-12-07"),
    ],
)
def test_the_examples_that_were_asked_for(dutch: str, english: str, day: str) -> None:
    """Every phrase of the first request is understood, in both languages."""
    for phrase in (dutch, english):
        assert parse_day(phrase, MONDAY, leaning=Leaning.PAST).isoformat() == day
    for phrase in ("voor 7 december", "before 7 december", "by december 7"):
        assert parse_day(phrase, MONDAY, leaning=Leaning.FUTURE).isoformat() == "2026-12-07"
    for phrase, leaning, weekday in (("vrijdag", Leaning.PAST, "2026-11-20"), ("friday", Leaning.FUTURE, "2026-11-27")):
        assert parse_day(phrase, MONDAY, leaning=leaning).isoformat() == weekday


@pytest.mark.parametrize("leaning", Leaning)
@pytest.mark.parametrize("phrase", list_phrases(UNCLEAR))
def test_half_understood_is_not_understood(phrase: str, leaning: Leaning) -> None:
    """Raise UnclearDate with the words as typed, and today as an example, rather than guess."""
    with pytest.raises(UnclearDate) as caught:
        parse_day(phrase, MONDAY, leaning=leaning)
    assert caught.value.facts() == {"text": phrase, "example": MONDAY}


@pytest.mark.parametrize(
    ("phrase", "leaning"),
    [("volgende week", "past"), ("next month", "past"), ("eind van de week", "past"), ("begin van de maand", "future")],
)
def test_a_stretch_on_the_wrong_side_of_today_is_unclear(phrase: str, leaning: str) -> None:
    """A visit was not at the end of this week, and nothing is promised for the first of this month."""
    with pytest.raises(UnclearDate):
        parse_day(phrase, MONDAY, leaning=Leaning(leaning))


@pytest.mark.parametrize(
    ("phrase", "today", "day"),
    [
        ("over een maand", date(2026, 1, 31), date(2026, 2, 28)),
        ("een maand geleden", date(2026, 3, 31), date(2026, 2, 28)),
        ("over een jaar", date(2028, 2, 29), date(2029, 2, 28)),
        ("eind volgende maand", date(2027, 12, 31), date(2028, 1, 31)),
    ],
)
def test_a_month_later_never_skips_a_month(phrase: str, today: date, day: date) -> None:
    """A month after 31 January is the last day of February."""
    assert parse_day(phrase, today, leaning=Leaning.FUTURE) == day


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("vergunning navragen voor 7 december", "2026-12-07", "vergunning navragen"),
        ("vergunning navragen vóór 7-12", "2026-12-07", "vergunning navragen"),
        ("oven nakijken uiterlijk vrijdag", "2026-11-27", "oven nakijken"),
        ("Oven nakijken. Uiterlijk vrijdag.", "2026-11-27", "Oven nakijken"),
        ("call back by Friday", "2026-11-27", "call back"),
        ("call  the baker, due fri", "2026-11-27", "call  the baker"),
        ("terugbellen over twee weken", "2026-12-07", "terugbellen"),
        ("oven nakijken, uiterlijk vrijdag, met Fatma", "2026-11-27", "oven nakijken, met Fatma"),
        ("vrijdag, oven nakijken", "2026-11-27", "oven nakijken"),
        ("oven nakijken, maandag, 7 december", "2026-12-07", "oven nakijken"),
        ("maandag, 7 december, oven nakijken", "2026-12-07", "oven nakijken"),
        ("oven nakijken; 7/12/2026", "2026-12-07", "oven nakijken"),
        ("bellen op wo", "2026-11-25", "bellen"),
        ("bellen eind volgende week", "2026-12-04", "bellen"),
        ("soep voor 40 mensen op 2026-12-07", "2026-12-07", "soep voor 40 mensen"),
        ("check what we can do by tuesday", "2026-11-24", "check what we can do"),
        ("een oven of een pan regelen vóór het einde van de maand", "2026-11-30", "een oven of een pan regelen"),
        ("mail van gisteren beantwoorden, morgen", "2026-11-24", "mail van gisteren beantwoorden"),
        ("de kok bellen - vrijdag", "2026-11-27", "de kok bellen"),
        ("overmorgen", "2026-11-25", ""),
    ],
)
def test_a_promise_carries_its_day(text: str, day: str, rest: str) -> None:
    """The day leaves the text together with its preposition and comma."""
    assert find_day(text, MONDAY, leaning=Leaning.FUTURE) == (date.fromisoformat(day), rest)


@pytest.mark.parametrize("text", list_phrases(LOOKALIKES))
def test_what_only_looks_like_a_day_stays_in_the_text(text: str) -> None:
    """Forty people are no date, and neither is every Thursday."""
    assert find_day(text, MONDAY, leaning=Leaning.FUTURE) is None


@given(st.dates(MONDAY - FAR, MONDAY + FAR), st.sampled_from(Leaning))
def test_a_whole_date_means_the_same_in_every_spelling(day: date, leaning: Leaning) -> None:
    """A day with its year comes back as itself, whichever way it leans."""
    month = MONTHS[day.month - 1]
    numbers = f"{day.day}-{day.month}-{day.year}"
    for text in (
        day.isoformat(),
        numbers,
        numbers.replace("-", "/"),
        f"{day.day} {month} {day.year}",
        f"{day:%A %d %B %Y}",
    ):
        assert parse_day(text, MONDAY, leaning=leaning) == day


WORDS = st.sampled_from([phrase for phrase, _ in list_cases(VISITS_ON_MONDAY.rstrip() + PROMISES_ON_MONDAY)])
CHATTER = st.sampled_from(
    ["soep", "voor", "op", "en", "of,", "elke", "3", "40", "de", "vrijdag;", "oven:", "-", "(maandag)"]
)
TYPED = st.lists(WORDS | CHATTER, max_size=6).map(" ".join) | st.text() | st.text("0123456789-/. ,navemrdijouk")


@example("morgen", Leaning.FUTURE, date.max)
@given(TYPED, st.sampled_from(Leaning), st.dates())
def test_whatever_is_typed_gives_a_day_or_is_unclear(text: str, leaning: Leaning, today: date) -> None:
    """No text and no today gives another error."""
    try:
        day = parse_day(text, today, leaning=leaning)
    except UnclearDate:
        return
    assert abs(day - today) <= FAR + timedelta(days=2)


@given(TYPED, st.sampled_from(Leaning))
def test_no_word_is_lost_when_a_day_is_found(text: str, leaning: Leaning) -> None:
    """The text without its day, and the words of the day between them, are all that was typed."""
    found = find_day(text, MONDAY, leaning=leaning)
    if found:
        day, rest = found
        typed, kept = list_words(text), list_words(rest)
        length = len(typed) - len(kept)
        cuts = [at for at in range(len(kept) + 1) if typed[:at] + typed[at + length :] == kept]
        assert any(parse_day(" ".join(typed[at : at + length]), MONDAY, leaning=leaning) == day for at in cuts)


def list_words(text: str) -> list[str]:
    """Return the words of `text` without the signs around them."""
    words = (word.strip(",;:.-–—") for word in re.split(r"[\s,;]+", text))  # noqa: RUF001
    return [word for word in words if word]
