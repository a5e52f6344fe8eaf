"""What to know before ringing: what the notes tell of one group, brought back to what is read in a minute."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kompas.domain.group import group_key
from kompas.domain.kept import Encounter, Filed
from kompas.domain.phrase import Facet, Filters, Phrase, list_phrases
from kompas.domain.promise import OurPromise, list_promises

CURIOUS = ("talents", "goal", "offers", "ideas", "asks", "leads", "does")
"""What to ask about, when no note tells it: strength first."""
_FIRST = ("does", "talents", "goal")
"""What to ask a group that we have not met."""
_MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Briefing:
    """What is known of a group. `met` is the last encounter, None for a group that we only heard of.

    `authors` and `places` are those of that last day; texts are newest first, each once. `unknown` are at most three
    keys of a note that are empty in all of them.
    """

    group: str
    met: datetime.date | None
    authors: tuple[str, ...]
    places: tuple[str, ...]
    does: tuple[str, ...]
    goal: str | None
    ideas: tuple[str, ...]
    promises: tuple[OurPromise, ...]
    obstacles: tuple[str, ...]
    heard: tuple[Phrase, ...]
    unknown: tuple[str, ...]


def build_briefing(group: str, living: Sequence[Filed], today: datetime.date) -> Briefing:
    """Return what `living` notes tell of `group`; only our own obstacles, for those we can take away."""
    key = group_key(group)
    filed = [one for one in living if group_key(one.note.group) == key]
    notes = sorted((one.note for one in filed), key=lambda note: note.date, reverse=True)
    met = notes[0].date if notes else None
    last = [note for note in notes if note.date == met]
    return Briefing(
        group=group,
        met=met,
        authors=_list_once(note.author for note in last),
        places=_list_once(note.place for note in last),
        does=_list_once(text for note in notes for text in note.does),
        goal=next((note.goal for note in notes if note.goal), None),
        ideas=_list_once(text for note in notes for text in note.ideas),
        promises=tuple(list_promises(filed, Filters(), today)),
        obstacles=_list_once(one.what for note in notes for one in note.obstacles if one.ours),
        heard=tuple(
            phrase for phrase in list_phrases(living) if phrase.facet is Facet.LEADS and group_key(phrase.text) == key
        ),
        unknown=_list_unknown(notes),
    )


def _list_once(texts: Iterable[str | None]) -> tuple[str, ...]:
    by_key: dict[str, str] = {}
    for text in texts:
        if text:
            by_key.setdefault(group_key(text), text)
    return tuple(by_key.values())


def _list_unknown(notes: Sequence[Encounter]) -> tuple[str, ...]:
    if not notes:
        return _FIRST
    return tuple(key for key in CURIOUS if not any(getattr(note, key) for note in notes))[:_MOST_QUESTIONS]
