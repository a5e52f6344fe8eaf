"""The calendar file, read back as another program would read it."""

import datetime
from collections.abc import Collection
from typing import Any

import pytest
from icalendar import Calendar

from kompas.domain.phrase import Filters
from kompas.domain.promise import list_promises
from kompas.errors import MissingExtra
from kompas.render import calendar
from kompas.render.calendar import render_calendar
from kompas.wording.words import Words
from written import TODAY, parse

NOTE = """
date = 2026-11-02
group = "Koor De Losse Noot"
[[promises]]
what = "voor Koor de losse noot een zaal vragen; ook een piano, als het kan"
by = 2026-12-07
[[promises]]
what = "{second}"
by = 2026-12-08
[[promises]]
what = "zonder dag"
"""
PATH = "2026-11/2026-11-02-koor-de-losse-noot-k3f9.toml"


def make(
    text: str = NOTE, path: str = PATH, *, hidden: Collection[str] = (), with_groups: bool = False, later: int = 0
) -> str:
    """Return the calendar file of the promises in the note `text`."""
    promises = list_promises([parse(text, path)], Filters(), TODAY)
    day = TODAY + datetime.timedelta(days=later)
    return render_calendar(promises, hidden, Words("nl"), day, with_groups=with_groups)


def read(text: str) -> list[Any]:
    """Return the events in a calendar file, as the library reads them."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_a_promise_is_an_event_of_one_whole_day() -> None:
    """Its end is the day after, as Outlook wants it; no hour is taken, and nobody else reads it."""
    first, second = read(make())
    assert first["DTSTART"].dt == datetime.date(2026, 12, 7)
    assert first["DTEND"].dt == datetime.date(2026, 12, 8)
    assert second["DTSTART"].dt == datetime.date(2026, 12, 8)
    assert "DTSTART;VALUE=DATE:20261207" in make()
    assert first["TRANSP"] == "TRANSPARENT"
    assert first["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    assert first["CLASS"] == "PRIVATE"


def test_what_stands_in_every_file() -> None:
    """What RFC 5545 asks for is there: version, maker, a stamp in UTC, CRLF, and lines of at most 75 bytes."""
    text = make()
    whole = Calendar.from_ical(text)
    assert whole["VERSION"] == "2.0"
    assert whole["PRODID"]
    assert "DTSTAMP:20261123T000000Z" in text
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert not [component.name for component in whole.walk() if component.name in {"VTODO", "VALARM"}]


def test_the_same_promise_has_the_same_uid() -> None:
    """A file made again, after edits and a new name of the note's file, names the same promises: no doubles."""
    uids = [event["UID"] for event in read(make())]
    assert len(set(uids)) == 2
    again = make(NOTE.format(second="iets anders"), "2026-11/2026-11-02-nieuwe-naam-k3f9.toml", later=9)
    assert [event["UID"] for event in read(again)] == uids
    assert uids != [event["UID"] for event in read(make(path="2026-11/2026-11-02-koor-de-losse-noot-p2p2.toml"))]


def test_no_group_is_named_unless_asked_for() -> None:
    """The group's name stays out, also where the promise itself tells it; with groups it is there."""
    assert "Losse" not in make(hidden=["Koor De Losse Noot"]).replace("\r\n ", "").title()
    named, _ = read(make(with_groups=True))
    assert named["SUMMARY"].startswith("Beloofd aan Koor De Losse Noot: ")


def test_what_people_typed_stays_text() -> None:
    """Commas, semicolons and a planted line end nothing: there is one summary, and it reads as it was typed."""
    sly = NOTE.format(second=r"\u001b[31mrood\nEND:VEVENT\nATTACH:http://example.org")
    first, second = read(make(sly))
    assert first["SUMMARY"] == "Beloofd: voor Koor de losse noot een zaal vragen; ook een piano, als het kan"
    assert "ATTACH" not in second
    assert "END:VEVENT ATTACH:http://example.org" in second["SUMMARY"]
    assert "\x1b" not in second["SUMMARY"]


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without icalendar hears which extra to install."""
    monkeypatch.setattr(calendar, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra) as caught:
        make()
    assert caught.value.extra == "paper"
