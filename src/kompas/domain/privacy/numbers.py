"""Numbers and addresses of the wire that lead to one person: BSN, phone, IBAN and e-mail.

stdnum and phonenumbers are imported only once a text holds digits that could be such a number.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_BSN = re.compile(r"(?<!\d)(?<!\d[ .-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![ .-]?\d)")
_NAMED_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer|citizen service number)\b[^\d\n]{0,25}(\d(?:[ .-]?\d){7,8})(?!\d)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"\bRSIN\W{1,3}(?:is )?$", re.IGNORECASE)
_IBAN = re.compile(r"(?<![^\W_])(?:NL ?|[A-Z]{2})\d{2}(?:[ .-]?[A-Z0-9]){11,30}", re.IGNORECASE)
_SHORTEST_IBAN = 15
_SHORTEST_PHONE = 8
_GAP = r"[ \t./()\u2013-]{0,3}"
_NATIONAL = re.compile(rf"(?<!\d)(?<!\d-)\(?0(?:{_GAP}\d){{9}}(?!\d)")
_ABROAD = re.compile(rf"(?<!\d)(?:\+|00){_GAP}[1-9](?:{_GAP}\d){{7,14}}")
_PUBLIC = re.compile(r"\W*0\W*[89]\W*0\W*[069]")
_LIKE_A_DATE = re.compile(r"\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d\d(?!\d)")
_NO_PHONE = re.compile(
    r"\b(?:isbn|zaak\w*|kenmerk|dossier\w*|factuur\w*|order\w*|artikel\w*|case)\W{1,3}$", re.IGNORECASE
)
_DOMAIN = re.compile(r"@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}")
_MAILBOX = re.compile(r"[\w.+%'-]+$")
_LONGEST_MAILBOX = 64


def find_bsns(text: str) -> Iterator[Span]:
    """Yield the numbers of nine digits that pass the eleven test; of eight only after the word for it, and no RSIN."""
    spans = [match.span() for match in _BSN.finditer(text)] + [match.span(1) for match in _NAMED_BSN.finditer(text)]
    if spans:
        from stdnum.nl import bsn  # noqa: PLC0415  (80 ms that few notes need)

        for start, end in spans:
            if bsn.is_valid(text[start:end].replace(" ", "")) and not _follows(_ORGANISATION, text, start):
                yield start, end


def find_ibans(text: str) -> Iterator[Span]:
    """Yield the bank accounts of any country whose check digits are right."""
    for match in _IBAN.finditer(text):
        from stdnum import iban  # noqa: PLC0415  (the same)

        for end in _list_ends(match, _SHORTEST_IBAN):
            if iban.is_valid(text[match.start() : end].replace(".", ""), check_country=False):
                yield match.start(), end
                break


def find_phones(text: str) -> Iterator[Span]:
    """Yield Dutch phone numbers, and foreign ones with a plus or 00.

    A number of a public service leads to no person: 112, 14 020, 0800 and 0900 may stay, and so may dates and case
    numbers that look like one.
    """
    for match in _NATIONAL.finditer(text):
        if not _is_harmless(text, match) and _is_phone(match.group()):
            yield match.span()
    for match in _ABROAD.finditer(text):
        ends = [end for end in _list_ends(match, _SHORTEST_PHONE) if _is_phone(text[match.start() : end])]
        if ends:
            yield match.start(), ends[0]


def find_emails(text: str) -> Iterator[Span]:
    """Yield every e-mail address. Role mailboxes too: `wijkbalie@` and `truus@` cannot be told apart for sure."""
    for match in _DOMAIN.finditer(text):
        mailbox = _MAILBOX.search(text, max(0, match.start() - _LONGEST_MAILBOX), match.start())
        if mailbox:
            yield mailbox.start(), match.end()


def _list_ends(match: re.Match[str], shortest: int) -> list[int]:
    text, (start, end) = match.string, match.span()
    return [
        stop
        for stop in range(end, start + shortest - 1, -1)
        if text[stop - 1].isalnum() and not text[stop : stop + 1].isalnum()
    ]


def _is_harmless(text: str, match: re.Match[str]) -> bool:
    found = match.group()
    return bool(_PUBLIC.match(found) or _LIKE_A_DATE.match(found)) or _follows(_NO_PHONE, text, match.start())


def _is_phone(number: str) -> bool:
    import phonenumbers  # noqa: PLC0415  (115 ms that few notes need)

    try:
        parsed = phonenumbers.parse(re.sub(r"^\+\W*", "+", number.strip()), "NL")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(parsed)


def _follows(cue: re.Pattern[str], text: str, start: int) -> bool:
    return cue.search(text[max(0, start - 30) : start]) is not None
