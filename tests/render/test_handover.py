"""The page to hand over: all that is kept, and no group or file name that is not theirs to read."""

import pytest

from kompas.domain.about import list_facts
from kompas.render.handover import render_handover
from kompas.render.screen import Canvas
from kompas.wording.words import Words
from written import FULL, TODAY, parse, parse_met

NAMING = 'date = 2026-11-02\ngroup = "Koor"\nleads = ["Kookclub De Klink"]'


def show(answer: str = "asked", language: str = "nl", width: int = 80) -> str:
    """Return the page of a group with one note, that another group named and that was asked to meet a third."""
    met = parse_met(f'date = 2026-11-20\nbetween = ["Kookclub De Klink", "Fietsers"]\nanswer = "{answer}"')
    notes = [parse(FULL), parse(NAMING, "2026-11/2026-11-02-koor-k2k2.toml")]
    facts = list_facts("Kookclub De Klink", notes, [met], 365)
    return render_handover("Kookclub De Klink", facts, 365, TODAY, Words(language), Canvas(width, has_colour=False))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_that_is_kept_stands_on_it(language: str) -> None:
    """Every text of the note is on the page, until when it stays, and what to say to have it changed."""
    told = " ".join(show(language=language).split())
    for text in ("koken voor grote groepen", "Ik begon toch weer over ons groenplan.", "de kok", "fatma", "365"):
        assert text in told
    assert Words(language).say("change.gone") in told
    assert "2027" in told


@pytest.mark.parametrize(
    ("answer", "is_named"), [("asked", False), ("no", False), ("yes", True), ("on-their-own", True)]
)
def test_another_group_is_named_when_it_said_yes(answer: str, is_named: bool) -> None:
    """Who was asked and did not say yes is not told to the other; nor who named them, nor any file."""
    told = show(answer)
    assert ("Fietsers" in told) == is_named
    assert "Koor" not in told
    assert ".toml" not in told


@pytest.mark.parametrize("width", [40, 80])
def test_it_fits_its_paper(width: int) -> None:
    """No line is wider than the paper."""
    assert max(map(len, show(width=width).split("\n"))) <= width
