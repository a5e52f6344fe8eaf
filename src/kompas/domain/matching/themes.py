"""The thesaurus of community life: which themes a phrase touches, and by which of its words.

An entry of a theme is a word ("fiets", with its inflections), a beginning ("naai-"), an end ("-machine"), a part
("-tuin-") or a group of two to four words ("te hard rijden").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kompas.domain.group import fold
from kompas.domain.matching.text import Word, list_forms, list_words

_SHORTEST_PART = 3
_MOST_BETWEEN = 2
"""So many function words may stand between the words of a group: "gat in de weg"."""
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Theme:
    """A need of a neighbourhood and all who can answer it. `names` and `entries` go by language.

    A theme that is no ground (faith, origin, health, age, income) is recognised only so that nobody is matched on it.
    """

    id: str
    names: Mapping[str, str]
    entries: Mapping[str, tuple[str, ...]]
    parent: str | None = None
    is_ground: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A theme in a phrase, and the words that show it, as written."""

    theme: str
    written: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word of an entry: what is compared, and on which sides it is open."""

    text: str
    opens_left: bool = False
    opens_right: bool = False

    def hits(self, word: Word) -> bool:
        """Tell whether `word` is what this pattern means."""
        if self.opens_left and self.opens_right:
            return self.text in word.folded
        if self.opens_left:
            return any(form.endswith(list_forms(self.text)[0]) for form in (word.folded, word.stem))
        if self.opens_right:
            return word.folded.startswith(self.text)
        return not word.forms.isdisjoint(list_forms(self.text))


class Thesaurus:
    """Themes, arranged so that a word finds its own at once."""

    def __init__(self, themes: Iterable[Theme], function_words: frozenset[str]) -> None:
        self.themes = {theme.id: theme for theme in themes}
        self._function_words = function_words
        self._by_word: _Lookup[str] = _Lookup()
        self._by_head: _Lookup[tuple[tuple[Pattern, ...], str]] = _Lookup()
        for theme in self.themes.values():
            for entries in theme.entries.values():
                for entry in entries:
                    self._add(theme.id, parse_entry(entry))

    def find_hits(self, text: str) -> list[Hit]:
        """Return the themes that `text` touches, in the order of its words, each with the words that show it."""
        words = list_words(text)
        return [hit for at in range(len(words)) for hit in self._find_at(words, at)]

    def _find_at(self, words: Sequence[Word], at: int) -> Iterator[Hit]:
        if words[at].folded not in self._function_words:
            for theme in self._by_word.find(words[at]):
                yield Hit(theme, words[at].written)
        for (_, *rest), theme in self._by_head.find(words[at]):
            if end := self._match_rest(rest, words, at + 1):
                yield Hit(theme, " ".join(word.written for word in words[at:end]))

    def _match_rest(self, patterns: Sequence[Pattern], words: Sequence[Word], at: int) -> int | None:
        for pattern in patterns:
            latest = at + _MOST_BETWEEN
            while at < len(words) and not pattern.hits(words[at]):
                if at == latest or words[at].folded not in self._function_words:
                    return None
                at += 1
            if at == len(words):
                return None
            at += 1
        return at

    def _add(self, theme: str, patterns: tuple[Pattern, ...]) -> None:
        if len(patterns) == 1:
            self._by_word.add(patterns[0], theme)
        else:
            self._by_head.add(patterns[0], (patterns, theme))


def parse_entry(entry: str) -> tuple[Pattern, ...]:
    """Turn one entry, as the thesaurus writes it, into the patterns of its words; empty when it holds no word."""
    texts = [fold(text) for text in entry.strip("-").replace("-", " ").replace("’", "'").split()]
    last = len(texts) - 1
    return tuple(
        Pattern(text, at == 0 and entry.startswith("-"), at == last and entry.endswith("-"))
        for at, text in enumerate(texts)
    )


class _Lookup(Generic[Value]):
    """Values under patterns; a word finds the values of all patterns that it hits, sorted, and is remembered.

    A word that an entry holds as it stands is no inflection of another: planten are of plant, not of plan.
    """

    def __init__(self) -> None:
        self._whole: dict[str, set[Value]] = defaultdict(set)
        self._inflected: dict[str, set[Value]] = defaultdict(set)
        self._starts: dict[str, set[Value]] = defaultdict(set)
        self._ends: dict[str, set[Value]] = defaultdict(set)
        self._parts: dict[str, set[Value]] = defaultdict(set)
        self._remembered: dict[str, tuple[Value, ...]] = {}

    def add(self, pattern: Pattern, value: Value) -> None:
        stem, *_ = list_forms(pattern.text)
        if pattern.opens_left and pattern.opens_right:
            self._parts[pattern.text].add(value)
        elif pattern.opens_right:
            self._starts[pattern.text].add(value)
        elif pattern.opens_left:
            self._ends[stem].add(value)
            self._ends[pattern.text].add(value)
        else:
            self._whole[pattern.text].add(value)
            self._whole[stem].add(value)
            for form in list_forms(pattern.text):
                self._inflected[form].add(value)

    def find(self, word: Word) -> tuple[Value, ...]:
        known = self._remembered.get(word.folded)
        if known is None:
            found = {*self._find_whole(word), *self._find_parts(word)}
            known = self._remembered[word.folded] = tuple(sorted(found, key=repr))
        return known

    def _find_whole(self, word: Word) -> set[Value]:
        for form in (word.folded, word.stem):
            if form in self._whole:
                return self._whole[form]
        return {value for form in word.forms for value in self._inflected.get(form, ())}

    def _find_parts(self, word: Word) -> Iterator[Value]:
        text = word.folded
        for end in range(_SHORTEST_PART, len(text) + 1):
            yield from self._starts.get(text[:end], ())
        for form in {text, word.stem}:
            for start in range(len(form) - _SHORTEST_PART + 1):
                yield from self._ends.get(form[start:], ())
        for start in range(len(text)):
            for end in range(start + _SHORTEST_PART, len(text) + 1):
                yield from self._parts.get(text[start:end], ())
