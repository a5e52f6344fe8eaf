"""What every question of `meet` starts from: the phrases that may be matched, and how they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.kept import FiledKept, FiledKeptIntroduction
from kompas.domain.matching.content import KnowingReader, Reader
from kompas.domain.matching.memory import Pair, list_introduced, list_silenced
from kompas.domain.matching.pool import list_matchable
from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.spread import prefer_bridges
from kompas.domain.matching.suggest import NO_VECTORS, Vectors, suggest_meetings
from kompas.domain.matching.themes import Thesaurus, join_themes
from kompas.domain.phrase import Phrase
from kompas.notebook.index.lore import keep_lore, name_lore, read_lore
from kompas.notebook.index.view import View
from kompas.notebook.vectors import CachedEncoder, find_encoder, vectors_file
from kompas.policy.function_words import read_function_words
from kompas.policy.source import name_policy
from kompas.policy.themes import read_themes


@dataclass(frozen=True, slots=True)
class Ground:
    """All that suggestions are made from."""

    notes: list[FiledKept]
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
    """Read the notebook, and what its phrases hold to match on."""
    view, settings = open_view(session), session.settings
    notes, introductions = list(view.list_newest()), view.list_introductions()
    living = list(pick_living(session, view, notes))
    told = [filed.introduction for filed in introductions]
    phrases = list(list_matchable(living, notes))
    return Ground(
        notes,
        living,
        phrases,
        introductions,
        list_silenced(told, living, settings.today),
        build_reader(session, view),
        _hear(phrases, settings.root),
    )


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
    from kompas.notebook.theme_file import read_own_themes  # noqa: PLC0415 loads Pydantic

    own = read_own_themes(session.settings.root)
    is_sound = not isinstance(own, list)
    if isinstance(own, list):
        from kompas.render.problems import render_problems  # noqa: PLC0415 sound themes have none

        session.screen.tell(render_problems(own, session.words))
        own = ()
    function_words = read_function_words()
    return Reader(Thesaurus(join_themes(read_themes(), own), function_words), function_words), is_sound
