"""What we learned ourselves: the lessons in notes, of the team together and of nobody in particular."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from kompas.domain.group import group_key
from kompas.domain.kept import Filed
from kompas.domain.phrase import Filters


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one note says that we learned. Who wrote it is left out: a lesson is the team's."""

    text: str
    group: str
    date: datetime.date
    place: str | None
    field: str | None
    note: str


def list_lessons(notes: Iterable[Filed], filters: Filters) -> list[Lesson]:
    """Return the lessons in `notes` that pass `filters`, newest first."""
    lessons = [
        Lesson(note.lesson.strip(), note.group, note.date, note.place, note.field, filed.path)
        for filed in notes
        for note in [filed.note]
        if note.lesson and note.lesson.strip() and filters.admit(note.group, note.place, note.field, note.date)
    ]
    return sorted(lessons, key=lambda one: (-one.date.toordinal(), group_key(one.group), one.text))
