"""Promises: late, open or kept, and the order in which they are told."""

import datetime

import pytest

from kompas.domain.note import Promise
from kompas.domain.phrase import Filters
from kompas.domain.promise import PromiseState, judge, list_promises
from written import parse, parse_all

TODAY = datetime.date(2026, 11, 23)
YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("by", "kept", "state"),
    [
        (YESTERDAY, None, PromiseState.LATE),
        (TODAY, None, PromiseState.OPEN),
        (None, None, PromiseState.OPEN),
        (YESTERDAY, TODAY, PromiseState.KEPT),
        (None, YESTERDAY, PromiseState.KEPT),
    ],
)
def test_a_promise_is_late_from_the_day_after(
    by: datetime.date | None, kept: datetime.date | None, state: PromiseState
) -> None:
    """A promise is late from the day after its day, never without a day, and kept however late."""
    assert judge(Promise(what="bellen", by=by, kept=kept), TODAY) is state


def test_late_promises_come_first() -> None:
    """
    date = 2026-11-20
    group = "Koor"
    place = "Dorpshuis"
    field = "council"

    [[promises]]
    what = "gehouden"
    by = 2026-11-01
    kept = 2026-11-20

    [[promises]]
    what = "zonder dag"

    [[promises]]
    what = "vandaag"
    by = 2026-11-23

    [[promises]]
    what = "te laat"
    by = 2026-11-22

    [[promises]]
    what = "veel te laat"
    by = 2026-11-01
    """  # noqa: D205, D400, D403
    promises = list_promises([parse(test_late_promises_come_first.__doc__ or "")], Filters(), TODAY)
    assert [one.what for one in promises] == ["veel te laat", "te laat", "vandaag", "zonder dag", "gehouden"]
    assert (promises[0].group, promises[0].place, promises[0].field) == ("Koor", "Dorpshuis", "council")


def test_filters_narrow_promises() -> None:
    """Promises are narrowed by the group, place, field and day of their note."""
    texts = [
        f'date = 2026-11-{day}\ngroup = "{group}"\nfield = "{field}"\n[[promises]]\nwhat = "bellen"'
        for day, group, field in ((20, "Koor", "council"), (21, "Band", "council"), (22, "Koor", "town-hall"))
    ]
    notes = parse_all(*texts)
    picked = list_promises(notes, Filters(group="koor", field="council"), TODAY)
    assert [one.note for one in picked] == ["2026-11/a.toml"]
    assert len(list_promises(notes, Filters(since=datetime.date(2026, 11, 21)), TODAY)) == 2
    assert list_promises(notes, Filters(place="dorpshuis"), TODAY) == []
