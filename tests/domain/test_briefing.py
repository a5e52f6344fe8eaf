"""The briefing: what the notes tell of one group, and what they do not tell yet."""

import datetime

from kompas.domain.briefing import Briefing, build_briefing
from written import FULL, TODAY, parse_all


def brief(group: str, *texts: str) -> Briefing:
    """Return the briefing on `group` from the notes in `texts`."""
    return build_briefing(group, parse_all(*texts), TODAY)


def test_the_last_visit_and_who_went() -> None:
    """We last met on the last day, and two colleagues who went together are both named."""
    told = brief(
        "Koor",
        'date = 2026-11-02\ngroup = "Koor"\nauthor = "fatma"\nplace = "De Pomp"',
        'date = 2026-11-02\ngroup = "koor"\nauthor = "joris"\nplace = "de pomp"',
        'date = 2026-10-01\ngroup = "Koor"\nauthor = "wietske"\nplace = "De Lantaarn"',
    )
    assert told.met == datetime.date(2026, 11, 2)
    assert told.authors == ("fatma", "joris")
    assert told.places == ("De Pomp",)


def test_the_newest_first_and_each_once() -> None:
    """What is told twice is read once; their goal is the last one they told."""
    told = brief(
        "Koor",
        'date = 2026-10-01\ngroup = "Koor"\ndoes = ["zingen", "soep eten"]\ngoal = "Zingen op het plein."',
        'date = 2026-11-02\ngroup = "Koor"\ndoes = ["Zingen"]',
        'date = 2026-11-01\ngroup = "Koor"\ngoal = "Een eigen zaal."',
    )
    assert told.does == ("Zingen", "soep eten")
    assert told.goal == "Een eigen zaal."


def test_promises_and_our_obstacles() -> None:
    """A late promise comes before a kept one; an obstacle that is not ours is not for us to carry to the door."""
    told = brief(
        "Koor",
        """
        date = 2026-10-01
        group = "Koor"
        [[promises]]
        what = "zaal vragen"
        kept = 2026-10-09
        [[promises]]
        what = "sleutel regelen"
        by = 2026-11-01
        [[obstacles]]
        what = "de sleutel ligt bij ons"
        ours = true
        [[obstacles]]
        what = "de bus rijdt niet"
        """,
    )
    assert [(one.what, one.state.value) for one in told.promises] == [
        ("sleutel regelen", "late"),
        ("zaal vragen", "kept"),
    ]
    assert told.obstacles == ("de sleutel ligt bij ons",)


def test_an_empty_facet_is_what_to_ask() -> None:
    """At most three questions, strength first, and none about what a note tells."""
    assert brief("Koor", 'date = 2026-10-01\ngroup = "Koor"\ntalents = ["zingen"]').unknown == (
        "goal",
        "offers",
        "ideas",
    )
    assert brief("Kookclub De Klink", FULL).unknown == ()


def test_a_group_that_we_only_heard_of() -> None:
    """Of a group never met we know where we heard of it, and who named it stays out."""
    told = brief("fietsmaatjes oost", FULL, 'date = 2026-10-01\ngroup = "Koor"\nleads = ["Fietsmaatjes Oost"]')
    assert told.met is None
    assert [lead.date for lead in told.heard] == [datetime.date(2026, 11, 23), datetime.date(2026, 10, 1)]
    assert told.unknown == ("does", "talents", "goal")
    assert (told.does, told.goal, told.promises) == ((), None, ())
