"""What every question of `meet` starts from: the phrases that may be matched, and how they are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from kompas.commands.reading import tell_problems
from kompas.commands.region import OpenNotebook, open_notebooks
from kompas.commands.session import Session
from kompas.domain.kept import FiledKept, FiledKeptIntroduction
from kompas.domain.living import refuse_anywhere
from kompas.domain.matching.content import KnowingReader, Reader
from kompas.domain.matching.memory import Pair, list_introduced, list_silenced
from kompas.domain.matching.pool import list_matchable
from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.spread import prefer_bridges
from kompas.domain.matching.suggest import NO_VECTORS, Vectors, suggest_meetings
from kompas.domain.matching.themes import Theme, Thesaurus, join_themes
from kompas.domain.phrase import Phrase
from kompas.notebook.index.lore import keep_lore, name_lore, read_lore
from kompas.notebook.index.view import View
from kompas.notebook.vectors import CachedEncoder, find_encoder, vectors_file
from kompas.policy.function_words import read_function_words
from kompas.policy.source import name_policy
from kompas.policy.themes import read_themes


@dataclass(frozen=True, slots=True)
class Ground:
    """All that suggestions are made from. `refusing` are the groups that do not want to be introduced."""

    refusing: frozenset[str]
    living: list[FiledKept]
    phrases: list[Phrase]
    introductions: list[FiledKeptIntroduction]
    silenced: frozenset[Pair]
    reader: Reader
    vectors: Vectors

    def suggest(self, group: str | None = None) -> list[Suggestion]:
        """Return the suggestions, bridges before near-equals; with `group`, only that group's."""
        found = suggest_meetings(self.phrases, self.reader, self.silenced, group, self.vectors)
        return prefer_bridges(found, list_introduced(filed.introduction for filed in self.introductions))


def read_ground(session: Session) -> Ground:
    """Read the notebooks that were given, mostly one, and what their phrases hold to match on."""
    opened = open_notebooks(session)
    notes = [list(one.view.list_newest()) for one in opened]
    living = [list(one.pick_living(own)) for one, own in zip(opened, notes, strict=True)]
    phrases = [_name(list_matchable(own, *notes), one) for one, own in zip(opened, living, strict=True)]
    introductions = [one.view.list_introductions() for one in opened]
    every = list(chain.from_iterable(living))
    return Ground(
        refuse_anywhere(notes, "introduce"),
        every,
        list(chain.from_iterable(phrases)),
        list(chain.from_iterable(introductions)),
        _list_silenced(opened, introductions, every),
        build_reader(opened[0].session, opened[0].view) if len(opened) == 1 else _build_joint_reader(session),
        _hear_all(opened, phrases),
    )


def _name(phrases: Iterable[Phrase], opened: OpenNotebook) -> list[Phrase]:
    name = opened.session.name
    return [replace(one, notebook=name) for one in phrases] if name else list(phrases)


def _list_silenced(
    opened: Sequence[OpenNotebook], introductions: Sequence[Sequence[FiledKeptIntroduction]], living: list[FiledKept]
) -> frozenset[Pair]:
    """Return the pairs that any notebook says to leave in peace, each by its own day."""
    return frozenset(
        pair
        for one, told in zip(opened, introductions, strict=True)
        for pair in list_silenced([filed.introduction for filed in told], living, one.session.settings.today)
    )


def _hear_all(opened: Sequence[OpenNotebook], phrases: Sequence[Sequence[Phrase]]) -> Vectors:
    """Return what a language model makes of the texts; each notebook remembers what it heard of its own."""
    heard = [_hear(own, one.session.settings.root) for one, own in zip(opened, phrases, strict=True)]
    return heard[0] if len(heard) == 1 else {text: vector for own in heard for text, vector in own.items()}


def _hear(phrases: Sequence[Phrase], root: Path) -> Vectors:
    """Return what a language model makes of the texts, when one is installed; what is no longer said is swept."""
    encoder = find_encoder()
    if encoder is None:
        return NO_VECTORS
    texts = sorted({phrase.text for phrase in phrases})
    ear = CachedEncoder(encoder, vectors_file(root))
    ear.sweep(texts)
    return dict(zip(texts, ear.encode(texts), strict=True))


def build_reader(session: Session, view: View | None = None) -> Reader:
    """Return the reader of phrases, with the team's own themes; what is wrong in those is told.

    Phrases that were read before are known from `view`, the index, and a thesaurus that nobody asks is not read.
    """
    if view is None:
        return _build_whole_reader(session)[0]
    root = session.settings.root
    mark = name_lore(root, name_policy())
    lore = read_lore(view, mark) if mark else None
    reader, is_sound = (
        (KnowingReader(*lore, lambda: _build_whole_reader(session)[0]), True) if lore else _build_whole_reader(session)
    )
    if mark and is_sound:
        keep_lore(view, root, mark, reader)
    return reader


def _build_whole_reader(session: Session) -> tuple[Reader, bool]:
    """Return a reader with the whole thesaurus, and whether the team's own themes are sound."""
    own = _read_own_themes(session)
    return _build_reader(own or ()), own is not None


def _build_joint_reader(session: Session) -> Reader:
    """Return a reader with the own themes of all teams."""
    return _build_reader([theme for one in session.notebooks for theme in _read_own_themes(one) or ()])


def _build_reader(own: Iterable[Theme]) -> Reader:
    function_words = read_function_words()
    return Reader(Thesaurus(join_themes(read_themes(), own), function_words), function_words)


def _read_own_themes(session: Session) -> Sequence[Theme] | None:
    """Return the team's own themes; None when something is wrong in them, which is told."""
    from kompas.notebook.theme_file import read_own_themes  # noqa: PLC0415 loads Pydantic

    own = read_own_themes(session.settings.root)
    if not isinstance(own, list):
        return own
    tell_problems(session, own)
    return None
