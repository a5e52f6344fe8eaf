"""`kompas` alone: what waits today, in ten lines at most, each with the command to type."""

from collections.abc import Iterable

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.kept import FiledKept, FiledKeptIntroduction
from kompas.domain.matching.content import Reader
from kompas.domain.matching.memory import list_silenced
from kompas.domain.matching.pool import list_matchable
from kompas.domain.matching.suggest import suggest_meetings
from kompas.domain.matching.themes import Thesaurus
from kompas.domain.today import Today, list_due, list_fading, list_unseen, list_waiting, pick_some
from kompas.notebook.drafts import list_drafts
from kompas.notebook.git.unshared import count_unshared
from kompas.policy.function_words import read_function_words
from kompas.render.today import render_beginning, render_today

_FIRM = 0.25
"""What words alone must weigh: with the themes, which count for as much, such a pair is one that `meet` shows."""


def today(session: Session) -> None:
    """Show what waits in this notebook; outside one, how to begin."""
    settings = session.find_settings()
    if settings is None:
        session.screen.show(render_beginning(session.words, session.screen.canvas))
        return
    view, day = open_view(session), settings.today
    notes, introductions = list(view.list_newest()), view.list_introductions()
    living = list(pick_living(session, view, notes))
    late, due = list_due(living, day)
    found = Today(
        late=tuple(late),
        due=tuple(due),
        unanswered=tuple(list_waiting(introductions, living, day)),
        unseen=tuple(list_unseen(living, day, settings.keep_days)),
        fading=tuple(list_fading(living, day, settings.keep_days)),
        drafts=len(list_drafts()),
        unshared=count_unshared(settings.root),
        pair=_find_pair(session, notes, living, introductions),
    )
    session.screen.show(render_today(found, day, session.words, session.screen.canvas))


def _find_pair(
    session: Session,
    notes: Iterable[FiledKept],
    living: list[FiledKept],
    introductions: Iterable[FiledKeptIntroduction],
) -> tuple[str, str] | None:
    """Return two groups that the same words tie: the thesaurus is not read, for it takes longer than all else here."""
    day, function_words = session.settings.today, read_function_words()
    phrases = pick_some(list(list_matchable(living, notes)), day)
    silenced = list_silenced((filed.introduction for filed in introductions), living, day)
    reader = Reader(Thesaurus((), function_words), function_words)
    firm = [one for one in suggest_meetings(phrases, reader, silenced) if one.weight >= _FIRM]
    return firm[day.toordinal() % len(firm)].groups if firm else None
