"""What a day asks of us: about our own work, and only what there is."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kompas.domain.group import group_key
from kompas.domain.kept import AnyFiled, Filed, FiledOutcome, Outcome
from kompas.domain.living import fades_on
from kompas.domain.matching.memory import list_unanswered
from kompas.domain.phrase import Filters, Phrase
from kompas.domain.promise import OurPromise, PromiseState, list_promises

SOON = datetime.timedelta(days=7)
"""A promise is due when its day comes within a week."""
FADING = datetime.timedelta(days=14)
_LOOKED_AT = 600
"""So many phrases are compared for the one suggestion of the day; in a large notebook every day others."""


@dataclass(frozen=True, slots=True)
class Today:
    """What waits. `late` and `due` are promises by their day; `unseen` groups, the longest unseen first."""

    late: tuple[OurPromise, ...] = ()
    due: tuple[OurPromise, ...] = ()
    unanswered: tuple[Outcome, ...] = ()
    unseen: tuple[str, ...] = ()
    fading: tuple[Filed, ...] = ()
    drafts: int = 0
    unshared: int = 0
    pair: tuple[str, str] | None = None


def list_due(living: Iterable[Filed], today: datetime.date) -> tuple[list[OurPromise], list[OurPromise]]:
    """Return the promises that are late, and those that are due within a week."""
    promises = list_promises(living, Filters(), today)
    late = [one for one in promises if one.state is PromiseState.LATE]
    open_ones = [one for one in promises if one.state is PromiseState.OPEN]
    return late, [one for one in open_ones if one.by and one.by <= today + SOON]


def list_waiting(introductions: Iterable[FiledOutcome], living: Iterable[Filed], today: datetime.date) -> list[Outcome]:
    """Return what was asked two weeks ago or longer and has no answer, of groups that still have a note."""
    known = {group_key(filed.note.group) for filed in living}
    told = list_unanswered((filed.introduction for filed in introductions), today)
    return [one for one in told if all(group_key(name) in known for name in one.between)]


def list_unseen(living: Iterable[Filed], today: datetime.date, keep_days: int) -> list[str]:
    """Return the groups that nobody saw for half the time that notes are kept, the longest unseen first."""
    latest: dict[str, tuple[datetime.date, str]] = {}
    for filed in living:
        seen = max(filed.note.date, filed.note.confirmed or filed.note.date)
        key = group_key(filed.note.group)
        latest[key] = max(latest.get(key, (seen, filed.note.group)), (seen, filed.note.group))
    long_ago = today - datetime.timedelta(days=keep_days // 2)
    return [name for seen, name in sorted(latest.values()) if seen < long_ago]


def list_fading(living: Iterable[AnyFiled], today: datetime.date, keep_days: int) -> list[AnyFiled]:
    """Return the notes that leave every list within two weeks, the first to go first."""
    last = today + FADING
    fading = [filed for filed in living if fades_on(filed.note, keep_days) <= last]
    return sorted(fading, key=lambda filed: (fades_on(filed.note, keep_days), filed.path))


def pick_some(phrases: Sequence[Phrase], today: datetime.date) -> list[Phrase]:
    """Return the phrases to compare today: all, or those of other groups every day, and of each group all."""
    if len(phrases) <= _LOOKED_AT:
        return list(phrases)
    by_group: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_group.setdefault(group_key(phrase.group), []).append(phrase)
    keys = sorted(by_group)
    start = today.toordinal() * len(keys) * _LOOKED_AT // len(phrases) % len(keys)
    picked: list[Phrase] = []
    for key in [*keys[start:], *keys[:start]]:
        if picked and len(picked) + len(by_group[key]) > _LOOKED_AT:
            break
        picked += by_group[key]
    return picked
