"""The door of the notebook: what it refuses, warns of and asks about, and what it misses."""

import datetime
import string
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.domain.privacy.door import find_all, find_identifiers, find_remarks
from kompas.domain.privacy.finding import Finding, FindingKind, Severity
from kompas.domain.privacy.quotes import list_quotes
from kompas.policy.words import read_lexicon

TODAY = datetime.date(2026, 11, 23)
LEXICON = read_lexicon()
PLAIN = st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=9), max_size=6).map(" ".join)
TEXT = st.text() | st.text("ab JVan.'\"\u201c\u201d\u2018\u2019@0123456789-+/ \nNLé", max_size=80)
REFUSED = {
    FindingKind.BSN,
    FindingKind.PHONE,
    FindingKind.EMAIL,
    FindingKind.IBAN,
    FindingKind.ADDRESS,
    FindingKind.BIRTHDAY,
}


@dataclass(frozen=True)
class Case:
    """A phrase, and whether a finding of `kind` is `expected`; `is_known_miss` if kompas is known to be wrong."""

    kind: FindingKind
    expected: bool
    text: str
    is_known_miss: bool

    @property
    def is_missed(self) -> bool:
        """Whether kompas is wrong about this phrase."""
        return self.expected is not any(one.kind is self.kind for one in find_all(self.text, TODAY, LEXICON))


def read_cases() -> list[Case]:
    """Return the table of phrases."""
    lines = (Path(__file__).parent / "privacy_cases.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [Case(FindingKind(row[0]), row[1] == "true", row[2], row[3:] == ["known_miss"]) for row in rows]


def render_table(cases: list[Case]) -> str:
    """Return hits and misses per kind as a table in Markdown."""
    count = Counter((case.kind, case.expected, case.is_missed) for case in cases)
    lines = ["| kind | to be found | found | missed | to be left | false alarms |", "|---|--:|--:|--:|--:|--:|"]
    for kind in FindingKind:
        found, missed = count[kind, True, False], count[kind, True, True]
        left, alarms = count[kind, False, False], count[kind, False, True]
        lines.append(f"| {kind} | {found + missed} | {found} | {missed} | {left + alarms} | {alarms} |")
    every = [sum(number for key, number in count.items() if key[1:] == (e, m)) for e in (True, False) for m in (0, 1)]
    total = (every[0] + every[1], every[0], every[1], every[2] + every[3], every[3])
    return "\n".join([*lines, "| all | " + " | ".join(map(str, total)) + " |"])


def _kinds(text: str, **options: frozenset[str]) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in find_all(text, TODAY, LEXICON, **options)]


def test_the_misses_are_the_known_misses() -> None:
    """The table says where kompas is wrong; nothing more, and nothing less."""
    cases = read_cases()
    known = {case.text for case in cases if case.is_known_miss}
    assert {case.text for case in cases if case.is_missed} == known, render_table(cases)


def test_the_table_is_broad() -> None:
    """Every kind has phrases to be found and phrases to be left alone."""
    count = Counter((case.kind, case.expected) for case in read_cases())
    assert all(count[kind, expected] >= 10 for kind in FindingKind for expected in (True, False))
    assert min(sum(number for key, number in count.items() if key[1] is wanted) for wanted in (True, False)) >= 150


@pytest.mark.parametrize(
    "text",
    ["Speeltuin de Driehoek", "Huis van de Wijk", "Plein 40-45", "bus 300", "zaaknummer 2026-001234", "in 1975"],
)
def test_known_false_hits_stay_silent(text: str) -> None:
    """The phrases of the issue raise nothing at all."""
    assert _kinds(f"Wij waren bij {text}, gezellig.") == []


def test_severity_follows_the_kind() -> None:
    """Identifiers are refused, a lone postcode and a slur are warnings, other words are tips."""
    text = "Mail a@b.nl, postcode 1234 AB, tokkies en kwetsbare groepen"
    found = {(one.kind, one.severity) for one in find_all(text, TODAY, LEXICON)}
    assert found == {
        (FindingKind.EMAIL, Severity.REFUSED),
        (FindingKind.ADDRESS, Severity.WARNING),
        (FindingKind.WORD, Severity.WARNING),
        (FindingKind.WORD, Severity.TIP),
    }


def test_a_tip_carries_its_question_in_both_languages() -> None:
    """The finding brings the policy's own text."""
    (tip,) = find_remarks("vulnerable people", LEXICON)
    assert tip.word is not None
    assert tip.word.label["nl"].startswith("kwetsbaar")
    assert "lastig" in tip.word.instead["nl"]
    assert "hard" in tip.word.instead["en"]


def test_nothing_is_told_twice() -> None:
    """A word of the list that is a warning already is no tip as well."""
    assert _kinds("haar man is werkloos") == [("benefits", "werkloos")]
    assert _kinds("zij is een sleutelfiguur") == [("mapping", "sleutelfiguur")]


def test_a_quoted_voice_gets_no_tips_and_yet_warnings() -> None:
    """Somebody's own words are left as they are, but an identifier or a person's illness is no matter of voice."""
    text = "'Wij zijn kwetsbaar, mijn zoon is verslaafd, bel 06-12345678', zei ze over de doelgroep."
    assert _kinds(text) == [("health", "verslaafd"), ("phone", "06-12345678"), ("word", "doelgroep")]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'s avonds foto's en zo'n feest", []),
        ("\u2019s avonds bij oma\u2019s", []),
        ("zij: 'Ik ga 's avonds' en weg", ["'Ik ga 's avonds'"]),
        (
            "\u201cja\u201d, \u201enee\u201d en \u2018och\u2019",
            ["\u201cja\u201d", "\u201enee\u201d", "\u2018och\u2019"],
        ),
        ('een "open eind\n\nen "dicht"', ['"dicht"']),
        ("\u00aboui\u00bb", ["\u00aboui\u00bb"]),
    ],
)
def test_quotes_and_apostrophes(text: str, quoted: list[str]) -> None:
    """An apostrophe opens nothing, and a quote ends with its paragraph."""
    assert [text[slice(*span)] for span in list_quotes(text)] == quoted


def test_ignored_words_are_left_alone_and_identifiers_never() -> None:
    """`ignore_words` silence remarks, whatever their capitals, also when they stand within a longer phrase."""
    text = "Doelgroep en Jan de Wit van Toneel Jan de Wit, a@b.nl"
    assert _kinds(text, ignore=frozenset({"doelgroep", "jan de wit", "a@b.nl"})) == [("email", "a@b.nl")]


@settings(deadline=None)
@given(TEXT)
def test_findings_lie_within_the_text_in_order(text: str) -> None:
    """Whatever is typed, findings mark what they say they mark, and do not overlap."""
    found = find_all(text, TODAY, LEXICON)
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@settings(deadline=None)
@given(TEXT)
def test_identifiers_are_refused_and_remarks_never(text: str) -> None:
    """The kinds that refuse are those that name one person, and only they stop a note."""
    assert all(one.kind in REFUSED and one.severity is Severity.REFUSED for one in find_identifiers(text, TODAY))
    assert all(one.severity is not Severity.REFUSED for one in find_remarks(text, LEXICON))


@settings(deadline=None)
@given(st.text().filter(lambda text: not any(sign.isdecimal() or sign == "@" for sign in text)))
def test_no_identifier_without_digit_or_at_sign(text: str) -> None:
    """Plain words are never refused."""
    assert find_identifiers(text, TODAY) == []


def _spoil(number: str) -> str:
    weighted = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), number, strict=True))
    return f"{number}{weighted % 11}"


BSNS = st.integers(10_000_000, 99_999_999).map(str).map(_spoil).filter(lambda bsn: len(bsn) == 9)
IBANS = st.sampled_from(["NL91ABNA0417164300", "NL20 INGB 0001 2345 67", "nl44rabo0123456789", "BE68 5390 0754 7034"])
PHONES = st.integers(10_000_000, 59_999_999).flatmap(
    lambda number: st.sampled_from([f"06{number}", f"06-{number}", f"+31 6 {number}", f"00316{number}"])
)
EMAILS = st.from_regex(r"[a-z][a-z0-9._-]{0,20}@[a-z]{2,10}\.(nl|com|org)", fullmatch=True)


@settings(deadline=None)
@given(
    st.one_of(
        BSNS.map(lambda text: (FindingKind.BSN, text)),
        IBANS.map(lambda text: (FindingKind.IBAN, text)),
        PHONES.map(lambda text: (FindingKind.PHONE, text)),
        EMAILS.map(lambda text: (FindingKind.EMAIL, text)),
    ),
    PLAIN,
    PLAIN,
)
def test_a_planted_identifier_is_found(planted: tuple[FindingKind, str], before: str, after: str) -> None:
    """A number hides in no sentence."""
    kind, text = planted
    found = find_identifiers(f"{before} {text} {after}.", TODAY)
    assert [(one.kind, one.text) for one in found] == [(kind, text)]


def test_ordinary_notes_load_no_number_libraries() -> None:
    """The libraries cost 0.2 s together; only a run of digits loads them."""
    script = (
        "import sys, datetime\n"
        "from kompas.domain.privacy.door import find_identifiers\n"
        "find_identifiers('Op 3 mei 2026 kookten ze voor 150 man, van 10.00 tot 12.30 uur', datetime.date.max)\n"
        "sys.exit('phonenumbers' in sys.modules or 'stdnum' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_pasted_spaces_and_dashes_hide_nothing() -> None:
    """Web pages write numbers with hard spaces and dashes; the mark covers them as they stand."""
    text = "bel 06\u00a01234\u00a05678 of 020\u20111234567"
    assert _kinds(text) == [("phone", "06\u00a01234\u00a05678"), ("phone", "020\u20111234567")]


def test_a_finding_is_a_value() -> None:
    """Two looks at one text give equal findings, to be kept in a set."""
    assert len({*find_all("a@b.nl", TODAY, LEXICON), *find_all("a@b.nl", TODAY, LEXICON)}) == 1
    assert Finding(FindingKind.EMAIL, Severity.REFUSED, 0, 6, "a@b.nl") in find_all("a@b.nl", TODAY, LEXICON)
