"""Health, faith, origin, crime and benefits beside a person: what a note about a group can do without."""

import re
from collections.abc import Iterator

from kompas.domain.privacy.finding import Finding, Severity, build_finding
from kompas.domain.privacy.lexicon import Lexicon, Topic

_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n[ \t]*\n")
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_]\w+")


def find_circumstances(text: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield at most one finding for each topic and sentence: the topic's word in a sentence with a person in it.

    Nobody is meant by "a course about dementia": activities are passed over.
    """
    plain = blank_out(lexicon.activities, text)
    for start, end in _list_sentences(plain):
        for topic in lexicon.topics:
            if span := _find_topic(plain, (start, end), topic, lexicon):
                yield build_finding(topic.kind, Severity.WARNING, text, span)


def blank_out(pattern: re.Pattern[str], text: str) -> str:
    """Return `text`, of the same length, with spaces for whatever `pattern` matches."""
    return pattern.sub(lambda match: " " * len(match.group()), text)


def _find_topic(text: str, sentence: tuple[int, int], topic: Topic, lexicon: Lexicon) -> tuple[int, int] | None:
    if alone := topic.alone.search(text, *sentence):
        return alone.span()
    beside = topic.beside.search(text, *sentence)
    return beside.span() if beside and _has_person(text[slice(*sentence)], lexicon) else None


def _has_person(sentence: str, lexicon: Lexicon) -> bool:
    return lexicon.people.search(sentence) is not None or any(
        word[0].isupper() and word.casefold() in lexicon.names.first_names for word in _CAPITALISED.findall(sentence)
    )


def _list_sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)
