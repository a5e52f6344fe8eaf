"""The thesaurus of community life: which themes a phrase touches, and by which of its words.

An entry of a theme is a word ("fiets", with its inflections), a beginning ("naai-"), an end ("-machine"), a part
("-tuin-") or a group of two to four words ("te hard rijden").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from kompas.domain.matching.text import Word, list_forms, list_kin, split_words

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
    """One word of an entry: its text, folded, and the sides on which it is open."""

    text: str
    opens_left: bool = False
    opens_right: bool = False

    def hits(self, word: Word) -> bool:
        """Tell whether `word` is what this pattern means."""
        if self.opens_left and self.opens_right:
            return self.text in word.folded
        if self.opens_left:
            return any(form.endswith(self.text) for form in word.forms)
        if self.opens_right:
            return any(form.startswith(self.text) for form in word.forms)
        return self.text in list_kin(word.folded)


class _Group:
    """An entry of several words, found by its longest, the anchor; taken apart when it is found for the first time."""

    def __init__(self, theme: str, entry: str) -> None:
        self.theme = theme
        self._entry = entry

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """What each of its words must be."""
        return parse_entry(self._entry)

    @cached_property
    def anchor(self) -> int:
        """The place of its longest word."""
        return max(range(len(self.patterns)), key=lambda at: len(self.patterns[at].text))

    @cached_property
    def needs(self) -> frozenset[str]:
        """The words that must stand as they are; a phrase without one of them needs no closer look."""
        return frozenset(one.text for one in self.patterns if not (one.opens_left or one.opens_right))


class Thesaurus:
    """Themes, arranged so that a word finds its own at once."""

    def __init__(self, themes: Iterable[Theme], function_words: frozenset[str]) -> None:
        self.themes = {theme.id: theme for theme in themes}
        self._function_words = function_words
        self._themes_by_word: _Shelf[str] = _Shelf()
        self._groups_by_anchor: _Shelf[_Group] = _Shelf()
        for theme in self.themes.values():
            for entries in theme.entries.values():
                for entry in entries:
                    self._add(theme.id, entry)

    def find_hits(self, words: Sequence[Word]) -> list[Hit]:
        """Return the themes that a phrase of `words` touches, in their order, each with the words that show it."""
        present = frozenset().union(*(list_kin(word.folded) for word in words))
        return [hit for at in range(len(words)) for hit in self._find_at(words, at, present)]

    def _find_at(self, words: Sequence[Word], at: int, present: frozenset[str]) -> Iterator[Hit]:
        if words[at].folded not in self._function_words:
            for theme in self._themes_by_word.find(words[at]):
                yield Hit(theme, words[at].written)
        for group in self._groups_by_anchor.find(words[at]):
            if group.needs <= present and (span := self._match_group(group, words, at)):
                yield Hit(group.theme, " ".join(word.written for word in words[span]))

    def _match_group(self, group: _Group, words: Sequence[Word], at: int) -> slice | None:
        """Find where a group whose anchor stands at `at` begins and ends."""
        for start in range(max(0, at - group.anchor * (1 + _MOST_BETWEEN)), at - group.anchor + 1):
            if group.patterns[0].hits(words[start]):
                end = self._match_rest(group.patterns[1:], words, start + 1)
                if end and end > at:
                    return slice(start, end)
        return None

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

    def _add(self, theme: str, entry: str) -> None:
        words = split_words(entry)
        if not words:
            return
        left, right = entry.startswith("-"), entry.endswith("-")
        if len(words) == 1:
            self._themes_by_word.add(words[0], theme, opens_left=left, opens_right=right)
            return
        anchor = max(words, key=len)
        left, right = left and anchor == words[0], right and anchor == words[-1]
        self._groups_by_anchor.add(anchor, _Group(theme, entry), opens_left=left, opens_right=right)


def split_entries(text: str) -> tuple[str, ...]:
    """Return the entries of `text`, which commas part."""
    return tuple(entry for part in text.split(",") if (entry := " ".join(part.split())))


def join_themes(themes: Iterable[Theme], own: Iterable[Theme]) -> tuple[Theme, ...]:
    """Return `themes` with a team's `own`: new ones, and further entries for those that are there."""
    joined = {theme.id: theme for theme in themes}
    for theme in own:
        known = joined.get(theme.id, Theme(theme.id, {}, {}, theme.parent))
        languages = dict.fromkeys([*known.entries, *theme.entries])
        entries = {one: (*known.entries.get(one, ()), *theme.entries.get(one, ())) for one in languages}
        names = {**theme.names, **known.names}
        joined[theme.id] = Theme(theme.id, names, entries, known.parent or theme.parent, known.is_ground)
    return tuple(joined.values())


def parse_entry(entry: str) -> tuple[Pattern, ...]:
    """Turn one entry, as the thesaurus writes it, into the patterns of its words; empty when it holds no word."""
    words = split_words(entry)
    left, right, last = entry.startswith("-"), entry.endswith("-"), len(words) - 1
    return tuple(Pattern(text, left and at == 0, right and at == last) for at, text in enumerate(words))


class _Shelf(Generic[Value]):
    """Values under patterns; a word finds the values of all patterns that it hits, each once, and is remembered.

    A word that an entry holds as it stands is no inflection of another: planten are of plant, not of plan.
    """

    def __init__(self) -> None:
        self._whole: dict[str, list[Value]] = defaultdict(list)
        self._starts: dict[str, list[Value]] = defaultdict(list)
        self._ends: dict[str, list[Value]] = defaultdict(list)
        self._parts: dict[str, list[Value]] = defaultdict(list)
        self._part_lengths: set[int] = set()
        self._remembered: dict[str, tuple[Value, ...]] = {}

    def add(self, text: str, value: Value, *, opens_left: bool, opens_right: bool) -> None:
        if opens_left and opens_right:
            self._part_lengths.add(len(text))
            self._parts[text].append(value)
        elif opens_left:
            self._ends[text].append(value)
        else:
            (self._starts if opens_right else self._whole)[text].append(value)

    def find(self, word: Word) -> tuple[Value, ...]:
        known = self._remembered.get(word.folded)
        if known is None:
            found = dict.fromkeys([*self._find_whole(word), *self._find_open(word)])
            known = self._remembered[word.folded] = tuple(found)
        return known

    def _find_whole(self, word: Word) -> Iterable[Value]:
        for form in (word.folded, word.stem):
            if form in self._whole:
                return self._whole[form]
        kin = sorted(form for form in list_kin(word.folded) if form in self._whole)
        return [value for form in kin for value in self._whole[form]]

    def _find_open(self, word: Word) -> Iterator[Value]:
        text = word.folded
        for form in list_forms(text):
            for end in range(_SHORTEST_PART, len(form) + 1):
                yield from self._starts.get(form[:end], ())
            for start in range(len(form) - _SHORTEST_PART + 1):
                yield from self._ends.get(form[start:], ())
        for length in self._part_lengths:
            for start in range(len(text) - length + 1):
                yield from self._parts.get(text[start : start + length], ())
