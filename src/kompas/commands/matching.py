"""What every question of `meet` starts from: the phrases that may be matched, and how they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kompas.commands.reading import read
from kompas.commands.session import Session
from kompas.domain.introduction import FiledIntroduction
from kompas.domain.living import list_living
from kompas.domain.matching.content import Reader
from kompas.domain.matching.memory import Pair, list_introduced, list_silenced
from kompas.domain.matching.pool import list_matchable
from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.spread import prefer_bridges
from kompas.domain.matching.suggest import NO_VECTORS, Vectors, suggest_meetings
from kompas.domain.matching.themes import Thesaurus, join_themes
from kompas.domain.note import FiledNote
from kompas.domain.phrase import Phrase
from kompas.notebook.theme_file import read_own_themes
from kompas.notebook.vectors import CachedEncoder, find_encoder, vectors_file
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes
from kompas.render.problems import render_problems


@dataclass(frozen=True, slots=True)
class Ground:
    """All that suggestions are made from."""

    notes: tuple[FiledNote, ...]
    living: list[FiledNote]
    phrases: list[Phrase]
    introductions: tuple[FiledIntroduction, ...]
    silenced: frozenset[Pair]
    reader: Reader
    vectors: Vectors

    def suggest(self, group: str | None = None) -> list[Suggestion]:
        """Return the suggestions, bridges before near-equals; with `group`, only that group's."""
        found = suggest_meetings(self.phrases, self.reader, self.silenced, group, self.vectors)
        return prefer_bridges(found, list_introduced(filed.introduction for filed in self.introductions))


def read_ground(session: Session) -> Ground:
    """Read the notebook, its own themes and the thesaurus."""
    reading, settings = read(session), session.settings
    living = list_living(reading.notes, settings.today, settings.keep_days)
    told = [filed.introduction for filed in reading.introductions]
    phrases = list(list_matchable(living, reading.notes))
    return Ground(
        reading.notes,
        living,
        phrases,
        reading.introductions,
        list_silenced(told, living, settings.today),
        build_reader(session),
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


def build_reader(session: Session) -> Reader:
    """Return the reader of phrases, with the team's own themes; what is wrong in those is told."""
    own = read_own_themes(session.settings.root)
    if isinstance(own, list):
        session.screen.tell(render_problems(own, session.words))
        own = ()
    function_words = read_function_words()
    return Reader(Thesaurus(join_themes(read_themes(), own), function_words), function_words)
