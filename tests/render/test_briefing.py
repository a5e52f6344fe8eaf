"""The page at the door: one screen or two, in every field, for every group, in both languages."""

import sys

import pytest

from conftest import REPOSITORY
from kompas.commands.matching import read_ground
from kompas.commands.session import Session
from kompas.domain.about import list_known
from kompas.domain.briefing import build_briefing
from kompas.domain.checklist import Depth, build_checklist
from kompas.policy.checklist import read_fields, read_topics
from kompas.render.briefing import Point, PointKind, list_points, render_door
from kompas.render.screen import Canvas, Screen
from kompas.wording.words import Words
from written import TODAY

PLAIN = Canvas(80, has_colour=False)
SCREEN = 24
LINES = {Depth.SHORT: SCREEN - 1, Depth.PAIRS: 2 * SCREEN - 1}
"""What fits, with a line left on which to type the next command."""
FIELDS = [None, *(field.id for field in read_fields())]


def test_every_door_of_the_example() -> None:
    """Whoever rings at any group of the example, from any field, reads one screen, or two."""
    session = Session(Words("nl"), Screen(sys.stdout, sys.stderr, {}), {}, (str(REPOSITORY / "notes"),))
    ground = read_ground(session)
    best = {}
    for suggestion in ground.suggest():
        for group in suggestion.groups:
            best.setdefault(group, suggestion)
    too_long = []
    for group in list_known((filed.note.group for filed in ground.living), ground.introductions, ground.living):
        told = build_briefing(group, ground.living, TODAY)
        for words in (Words("nl"), Words("en")):
            points = list_points(told, best.get(group), ground.reader.themes, words)
            for field in FIELDS:
                for depth, most in LINES.items():
                    lines = build_checklist(read_topics(words.language), field, TODAY, depth)
                    text = render_door(group, points, lines, words, PLAIN, depth, with_source=False)
                    rows = text.split("\n")
                    if len(rows) > most or max(map(len, rows)) > 80:
                        too_long.append((group, words.language, field, depth, len(rows)))
    assert too_long == []
    assert len(best) > 20


@pytest.mark.parametrize("depth", LINES)
def test_much_to_know_is_cut_and_says_so(depth: Depth) -> None:
    """A group with long texts of every kind still leaves the page on its screens; an ellipsis says there is more."""
    kinds = {"met": 1, "does": 9, "goal": 1, "ideas": 9, "promises": 9, "obstacles": 9}
    points = [
        Point(PointKind(kind), "een heel lang verhaal " * 30) for kind, count in kinds.items() for _ in range(count)
    ]
    points += [Point(PointKind.MEET, "De buren. Vraag eerst: “Mag dat?”", is_question=True)]
    points += [Point(PointKind.WONDER, f"Vraag {number}?", is_question=True) for number in range(3)]
    lines = build_checklist(read_topics("nl"), "council", TODAY, depth)
    text = render_door("Kookclub", points, lines, Words("nl"), PLAIN, depth, with_source=False)
    assert len(text.split("\n")) <= LINES[depth]
    assert "…" in text
    assert "Vraag 0?" in text


@pytest.mark.parametrize("width", [28, 40, 80])
def test_it_fits_its_terminal(width: int) -> None:
    """No line is wider than the terminal, and a question is read whole."""
    question = "Een groep zoekt iets waar jullie goed in zijn. Mogen wij vertellen dat jullie er zijn?"
    points = [
        Point(PointKind.GOAL, "Een plek waar de hele flat komt eten."),
        Point(PointKind.MEET, question, is_question=True),
    ]
    lines = build_checklist(read_topics("nl"), None, TODAY, Depth.SHORT)
    canvas = Canvas(width, has_colour=False)
    text = render_door("Kookclub De Klink", points, lines, Words("nl"), canvas, Depth.SHORT, with_source=False)
    known = text[text.index("Kookclub") :].split("\n")
    assert max(len(line) for line in known if line.startswith("  ")) <= width
    assert question in " ".join(text.split())


def test_what_people_typed_does_nothing_on_a_terminal() -> None:
    """Escapes in a goal or a name are shown as replaced, and a story of several lines stays one point."""
    lines = build_checklist(read_topics("nl"), None, TODAY, Depth.SHORT)
    points = [Point(PointKind.GOAL, "rood \x1b[31m\ngeld")]
    text = render_door("Koor\x1b[2J", points, lines, Words("nl"), PLAIN, Depth.SHORT, with_source=False)
    assert "\x1b" not in text
    assert "rood \N{REPLACEMENT CHARACTER}[31m geld" in text
