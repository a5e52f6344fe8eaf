"""The door of the notebook: what in a note is refused, and what is remarked on, once."""

import datetime
from collections.abc import Iterable, Iterator

from kompas.domain.note import FiledNote, Note
from kompas.domain.privacy.door import find_identifiers, find_remarks
from kompas.domain.privacy.finding import Finding
from kompas.domain.privacy.lexicon import Lexicon
from kompas.domain.problem import Identifier
from kompas.domain.search import list_texts


def find_refused(notes: Iterable[FiledNote], today: datetime.date) -> Iterator[Identifier]:
    """Yield a problem for every identifier in `notes`: phone numbers, addresses and the like never enter."""
    for filed in notes:
        yield from find_refused_texts(filed.path, list_texts(filed.note), today)


def find_refused_texts(path: str, texts: Iterable[tuple[str, str]], today: datetime.date) -> Iterator[Identifier]:
    """Yield a problem for every identifier in `texts`, each with its key, of the file at `path`."""
    for key, text in texts:
        for found in find_identifiers(text, today):
            yield Identifier(path=path, excerpt=_excerpt(text, found), key=key, kind=found.kind.value)


def list_remarks(note: Note, lexicon: Lexicon, ignore: frozenset[str]) -> list[Finding]:
    """Return what reads like a person, or names people by what they lack, each kind and word once."""
    return list_text_remarks(list_texts(note), lexicon, ignore)


def list_text_remarks(texts: Iterable[tuple[str, str]], lexicon: Lexicon, ignore: frozenset[str]) -> list[Finding]:
    """Return what `list_remarks` does, for texts that each have a key."""
    once: dict[tuple[str, str], Finding] = {}
    for key, text in texts:
        if key != "contact":  # there a first name may stand, if they want that
            for found in find_remarks(text, lexicon, ignore):
                once.setdefault((found.kind, found.text.casefold()), found)
    return list(once.values())


def _excerpt(text: str, found: Finding) -> str:
    """Mark what was found, with a little of what stands around it."""
    before, after = text[max(0, found.start - 20) : found.start], text[found.end : found.end + 20]
    return f"{before}[{found.text}]{after}".replace("\n", " ")
