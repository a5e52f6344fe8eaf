"""The door: look through a text before it is written down.

What is found is a value with offsets; its sentence stands in `wording/`. kompas does not see everything: the writer is
the last check.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from kompas.domain.group import fold
from kompas.domain.privacy.addresses import find_addresses, find_lone_postcodes
from kompas.domain.privacy.birthdays import find_birthdays
from kompas.domain.privacy.circumstances import blank_out, find_circumstances
from kompas.domain.privacy.finding import Finding, FindingKind, Severity, build_finding, settle_findings
from kompas.domain.privacy.lexicon import Lexicon
from kompas.domain.privacy.names import find_names
from kompas.domain.privacy.numbers import find_bsns, find_emails, find_ibans, find_phones
from kompas.domain.privacy.quotes import list_quotes

_SOMETHING = re.compile(r"[\d@]")
_PLAIN_SIGNS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " ") | dict.fromkeys("\u2010\u2011\u2012", "-"))
_FINDERS = {
    FindingKind.BSN: find_bsns,
    FindingKind.PHONE: find_phones,
    FindingKind.EMAIL: find_emails,
    FindingKind.IBAN: find_ibans,
    FindingKind.ADDRESS: find_addresses,
}


def find_identifiers(text: str, today: datetime.date) -> list[Finding]:
    """Return what may not be written down, in quotation marks or not; a date is old or young as seen from `today`."""
    if not _SOMETHING.search(text):
        return []
    plain = text.translate(_PLAIN_SIGNS)
    spans = [(kind, span) for kind, find in _FINDERS.items() for span in find(plain)]
    spans += [(FindingKind.BIRTHDAY, span) for span in find_birthdays(plain, today)]
    return settle_findings(build_finding(kind, Severity.REFUSED, text, span) for kind, span in spans)


def find_remarks(text: str, lexicon: Lexicon, ignore: frozenset[str] = frozenset()) -> list[Finding]:
    """Return the warnings and tips, save those that lie within a phrase of `ignore` (kompas.toml, `ignore_words`).

    Words within quotation marks get no tip: they are somebody's own voice. Warnings about persons hold there too.
    """
    found = [*_find_warnings(text, lexicon), *_find_words(text, lexicon)]
    return settle_findings(_drop_ignored(text, found, ignore))


def find_word_tips(text: str, lexicon: Lexicon, ignore: frozenset[str] = frozenset()) -> list[Finding]:
    """Return only the words that name people by what they lack."""
    found = (finding for finding in _find_words(text, lexicon) if finding.kind is FindingKind.WORD)
    return settle_findings(_drop_ignored(text, found, ignore))


def find_all(text: str, today: datetime.date, lexicon: Lexicon, ignore: frozenset[str] = frozenset()) -> list[Finding]:
    """Return identifiers, warnings and tips together, by their start; where they overlap the gravest stays."""
    return settle_findings([*find_identifiers(text, today), *find_remarks(text, lexicon, ignore)])


def _find_warnings(text: str, lexicon: Lexicon) -> Iterator[Finding]:
    for span in find_names(text.translate(_PLAIN_SIGNS), lexicon.names):
        yield build_finding(FindingKind.NAME, Severity.WARNING, text, span)
    for span in find_lone_postcodes(text):
        yield build_finding(FindingKind.ADDRESS, Severity.WARNING, text, span)
    yield from find_circumstances(text, lexicon)


def _find_words(text: str, lexicon: Lexicon) -> Iterator[Finding]:
    plain = blank_out(lexicon.harmless, text)
    quotes = list_quotes(text)
    for word, span in lexicon.find_words(plain):
        is_voice = word.kind is FindingKind.WORD and any(start <= span[0] < end for start, end in quotes)
        if not is_voice:
            yield build_finding(word.kind, word.severity, text, span, word)


def _drop_ignored(text: str, findings: Iterable[Finding], ignore: frozenset[str]) -> Iterator[Finding]:
    folded = {fold(phrase) for phrase in ignore}
    allowed = [
        match.span()
        for phrase in sorted(ignore)
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE)
    ]
    for finding in findings:
        is_within = any(start <= finding.start and finding.end <= end for start, end in allowed)
        if not is_within and fold(finding.text) not in folded:
            yield finding
