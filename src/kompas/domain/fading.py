"""What has faded, or fades within two weeks: to confirm or to remove."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from kompas.domain.group import group_key
from kompas.domain.kept import Filed
from kompas.domain.living import fades_on

SOON = datetime.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Fading:
    """The notes of one group that have faded or soon will; `last` is the day on which the last of them is gone."""

    group: str
    paths: tuple[str, ...]
    last: datetime.date
    is_faded: bool


def list_fading(notes: Iterable[Filed], today: datetime.date, keep_days: int) -> list[Fading]:
    """Return what has faded first, then what fades within two weeks; a group may be in both.

    A note with a no to being introduced is left out while any note of its group stays longer: with it the no would go.
    """
    days = [(fades_on(filed.note, keep_days), group_key(filed.note.group), filed) for filed in notes]
    longest: dict[str, datetime.date] = {}
    for day, key, _ in days:
        longest[key] = max(day, longest.get(key, day))
    found: dict[tuple[bool, str], list[Filed]] = {}
    for day, key, filed in days:
        end = today if day <= today else today + SOON
        if day <= end and not (_says_no(filed) and longest[key] > end):
            found.setdefault((day > today, key), []).append(filed)
    return [_gather(filings, keep_days, is_faded=not is_coming) for (is_coming, _), filings in sorted(found.items())]


def list_confirmable(group: str, notes: Iterable[Filed], today: datetime.date, keep_days: int) -> list[str]:
    """Return the paths of the notes of `group` that have not faded, sorted: what they said is still told."""
    key = group_key(group)
    return sorted(
        filed.path for filed in notes if group_key(filed.note.group) == key and today < fades_on(filed.note, keep_days)
    )


def _gather(filings: list[Filed], keep_days: int, *, is_faded: bool) -> Fading:
    newest = max(filings, key=lambda one: (one.note.date, one.path))
    last = max(fades_on(one.note, keep_days) for one in filings)
    return Fading(newest.note.group, tuple(sorted(one.path for one in filings)), last, is_faded)


def _says_no(filed: Filed) -> bool:
    return filed.note.agreement is not None and filed.note.agreement.introduce is False
