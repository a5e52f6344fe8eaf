"""The lexicon: the words by which remarks are found, as built by `policy/words.py`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kompas.domain.privacy.finding import FindingKind, Word


@dataclass(frozen=True, slots=True)
class NameWords:
    """What makes a name, casefolded. `titles` stand before one; `places` and `endings` make it a place.

    `firm_particles` make a name after any capitalised word; `labels` stand before a letter that is no initial;
    `initials` are those of clubs; `public` are names that everybody may write; `place_surnames` are places and, after a
    particle, surnames; `no_surnames` begin a sentence or name a day.
    """

    titles: frozenset[str]
    particles: frozenset[str]
    firm_particles: frozenset[str]
    first_names: frozenset[str]
    places: frozenset[str]
    endings: tuple[str, ...]
    place_surnames: frozenset[str]
    labels: frozenset[str]
    initials: frozenset[str]
    public: frozenset[str]
    no_surnames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """A delicate topic: `beside` counts in a sentence with a person in it, `alone` in any."""

    kind: FindingKind
    beside: re.Pattern[str]
    alone: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words for remarks: `forms` is one pattern, in which group "w3" holds the forms of the fourth of `words`.

    `people` are words for one person; `activities` are about a topic and about nobody; `harmless` are phrases in which
    a word of `words` means something else.
    """

    words: tuple[Word, ...]
    forms: re.Pattern[str]
    topics: tuple[Topic, ...]
    people: re.Pattern[str]
    activities: re.Pattern[str]
    harmless: re.Pattern[str]
    names: NameWords

    def find_words(self, text: str) -> Iterator[tuple[Word, tuple[int, int]]]:
        """Yield each of `words` that stands in `text`, with its span."""
        for match in self.forms.finditer(text):
            if match.lastgroup:
                yield self.words[int(match.lastgroup[1:])], match.span()
