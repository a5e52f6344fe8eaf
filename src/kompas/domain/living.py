"""Which notes still speak: notes fade, and a group may ask not to be kept or not to be introduced."""

import datetime
from collections.abc import Iterable, Iterator

from kompas.domain.group import group_key
from kompas.domain.kept import AnyFiled, Encounter, Filed
from kompas.domain.problem import NotToBeKept, Problem


def fades_on(note: Encounter, keep_days: int) -> datetime.date:
    """Return the first day on which `note` is in no list any more."""
    told = max(note.date, note.confirmed or note.date)
    return told + datetime.timedelta(days=keep_days + 1)


def list_living(
    notes: Iterable[AnyFiled], today: datetime.date, keep_days: int, unkept: frozenset[str] = frozenset()
) -> list[AnyFiled]:
    """Return the notes that have not faded, of groups that may be remembered, newest first, then by path."""
    every = list(notes)
    refused = list_refusing(every, "remember") | unkept
    ordered = sorted(every, key=lambda filed: (-filed.note.date.toordinal(), filed.path))
    return list(keep_living(ordered, refused, today, keep_days))


def keep_living(
    notes: Iterable[AnyFiled], refused: frozenset[str], today: datetime.date, keep_days: int
) -> Iterator[AnyFiled]:
    """Yield those of `notes` that have not faded, but for the groups whose keys are in `refused`."""
    for filed in notes:
        if today < fades_on(filed.note, keep_days) and group_key(filed.note.group) not in refused:
            yield filed


def list_refusing(notes: Iterable[Filed], question: str) -> frozenset[str]:
    """Return the keys of the groups whose latest answer to `question` ("remember", "introduce") is no.

    A no counts from faded notes too: a refusal is honoured as long as its file exists. On one day no beats yes.
    """
    latest: dict[str, tuple[datetime.date, bool]] = {}
    for filed in notes:
        answer = getattr(filed.note.agreement, question, None)
        if answer is None:
            continue
        key, said = group_key(filed.note.group), (filed.note.date, not answer)
        latest[key] = max(latest.get(key, said), said)
    return frozenset(key for key, (_, refused) in latest.items() if refused)


def list_unkept(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the keys of the groups of whom nothing may be kept: such a note is a problem, and in no answer itself."""
    return frozenset(group_key(one.group) for one in problems if isinstance(one, NotToBeKept))


def refuse_anywhere(notebooks: Iterable[Iterable[Filed]], question: str) -> frozenset[str]:
    """Return the keys of the groups that refuse in any of several notebooks: a yes elsewhere takes no no away."""
    return frozenset[str]().union(*(list_refusing(notes, question) for notes in notebooks))


def list_shared(
    notes: Iterable[AnyFiled], today: datetime.date, keep_days: int, unkept: frozenset[str] = frozenset()
) -> list[AnyFiled]:
    """Return the living notes, newest first, of groups that agreed to share and are not sensitive.

    The latest answer counts. A yes must stand in a note that has not faded; a no counts from faded ones too.
    """
    every = list(notes)
    living = list_living(every, today, keep_days, unkept)
    agreed = {group_key(filed.note.group) for filed in living if filed.note.agreement and filed.note.agreement.share}
    agreed -= list_refusing(every, "share") | list_sensitive(every)
    return [filed for filed in living if group_key(filed.note.group) in agreed]


def list_sensitive(notes: Iterable[Filed]) -> frozenset[str]:
    """Return the keys of the groups of which any note says `sensitive`."""
    return frozenset(
        group_key(filed.note.group) for filed in notes if filed.note.agreement and filed.note.agreement.sensitive
    )
