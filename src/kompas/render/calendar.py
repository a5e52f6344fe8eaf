"""Our promises as a calendar file; the only home of icalendar."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from importlib.util import find_spec
from typing import Any
from uuid import UUID, uuid5

from kompas.domain.promise import OurPromise, hide_names
from kompas.errors import MissingExtra
from kompas.render.clean import clean
from kompas.wording.words import Words

MARK = "BEGIN:VCALENDAR"
"""How every calendar file begins."""
_MAKER = "-//kompas//promises//"
_OURS = UUID("6f7d1f0e-6e0c-5d0b-9d5e-6b6f6d706173")
"""The family of our own UIDs: any number, as long as it never changes."""


def render_calendar(
    promises: Iterable[OurPromise], hidden: Collection[str], words: Words, today: datetime.date, *, with_groups: bool
) -> str:
    """Return an all-day event for each promise that has a day; the names in `hidden` stay out of every text.

    Outlook passes over to-dos when it reads a file, Google knows none, and all three show a day's event (ADR 0017).
    Raises MissingExtra when icalendar is not installed.
    """
    if find_spec("icalendar") is None:
        raise MissingExtra("icalendar", "paper")
    from icalendar import Calendar, Event  # noqa: PLC0415 a part of an extra

    calendar = Calendar()
    for key, value in (
        ("prodid", f"{_MAKER}{words.language.upper()}"),
        ("version", "2.0"),
        ("method", "PUBLISH"),
        ("x-wr-calname", words.say("calendar.title")),
    ):
        calendar.add(key, value)
    for promise in promises:
        if promise.by:
            event = Event()
            for key, value in _list_properties(promise, promise.by, today):
                event.add(key, value)
            event.add("summary", _summarise(promise, hidden, words, with_groups=with_groups))
            calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _list_properties(promise: OurPromise, day: datetime.date, today: datetime.date) -> Iterator[tuple[str, Any]]:
    yield "uid", str(uuid5(_OURS, _name_promise(promise)))
    yield "dtstamp", datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    yield "dtstart", day
    yield "dtend", day + datetime.timedelta(days=1)
    # A promise fills no hour: the day stays free for appointments, and only its owner reads it.
    yield "transp", "TRANSPARENT"
    yield "x-microsoft-cdo-busystatus", "FREE"
    yield "class", "PRIVATE"


def _summarise(promise: OurPromise, hidden: Collection[str], words: Words, *, with_groups: bool) -> str:
    what, group = (
        hide_names(clean(text, lines=False), hidden, words.say("calendar.somebody"))
        for text in (promise.what, promise.group)
    )
    return words.say("calendar.to", group=group, what=what) if with_groups else words.say("calendar.what", what=what)


def _name_promise(promise: OurPromise) -> str:
    """Return what stays the same of a promise whatever is edited: the day, the four signs, its number."""
    return f"{promise.date.isoformat()} {promise.note.rpartition('-')[2]} {promise.number}"
