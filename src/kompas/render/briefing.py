"""What to know before ringing, in words: a point a line, and as many as one look takes in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from kompas.domain.briefing import Briefing
from kompas.domain.checklist import Depth, Line
from kompas.domain.group import group_key
from kompas.domain.matching.reason import Suggestion
from kompas.domain.promise import OurPromise
from kompas.render.checklist import render_checklist
from kompas.render.clean import clean
from kompas.render.listing import Listing
from kompas.render.paint import bold, cut, wrap
from kompas.render.screen import Canvas
from kompas.render.suggestions import Themes, explain_ties, list_questions
from kompas.wording.words import Words


class PointKind(StrEnum):
    """What a point tells, in the order of the page."""

    MET = "met"
    HEARD = "heard"
    BEGIN = "begin"
    DOES = "does"
    GOAL = "goal"
    IDEAS = "ideas"
    PROMISES = "promises"
    OBSTACLES = "obstacles"
    MEET = "meet"
    WONDER = "wonder"


_MOST = {
    PointKind.DOES: 3,
    PointKind.IDEAS: 3,
    PointKind.PROMISES: 3,
    PointKind.OBSTACLES: 2,
    PointKind.HEARD: 2,
}
"""So many points of a kind are read at a door; `about` has them all."""
_JOINED = frozenset({PointKind.DOES, PointKind.IDEAS, PointKind.OBSTACLES})
"""Kinds whose points share the one line that the short form has for a kind."""
_LONGEST_NAME = 30
_WIDTH, _SCREEN = 80, 24
_LINES = {Depth.SHORT: _SCREEN - 1, Depth.PAIRS: 2 * _SCREEN - 1}
"""All that is shown, with the line on which the next command is typed."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know; `note` is the file that tells it, where one does."""

    kind: PointKind
    text: str
    note: str = ""
    is_question: bool = False


def list_points(briefing: Briefing, meeting: Suggestion | None, themes: Themes, words: Words) -> list[Point]:
    """Return all points in the order of the page, of which each kind stands together."""
    return [
        *(_list_met(briefing, words) if briefing.met else _list_heard(briefing, words)),
        *(Point(PointKind.DOES, text) for text in briefing.does),
        *([Point(PointKind.GOAL, briefing.goal)] if briefing.goal else []),
        *(Point(PointKind.IDEAS, text) for text in briefing.ideas),
        *(Point(PointKind.PROMISES, _tell_promise(one, words), one.note) for one in briefing.promises),
        *(Point(PointKind.OBSTACLES, text) for text in briefing.obstacles),
        *(_list_meeting(briefing, meeting, themes, words) if meeting else []),
        *(Point(PointKind.WONDER, words.say(f"wonder.{key}"), is_question=True) for key in briefing.unknown),
    ]


def list_point_rows(group: str, points: Sequence[Point]) -> Listing:
    """Return the points as a listing, with the keys of the checklist's own."""
    keys = ("topic", "title", "kind", "text", "source")
    rows = [
        {"topic": "group", "title": group, "kind": point.kind.value, "text": point.text, "source": point.note}
        for point in points
    ]
    return Listing(keys, ("title", "kind", "text"), rows)


def render_door(  # noqa: PLR0913 two findings, and all that render_checklist takes
    group: str, points: Sequence[Point], lines: Sequence[Line], words: Words, canvas: Canvas, depth: Depth,
    *, with_source: bool,
) -> str:  # fmt: skip
    """Return the checklist with the points under it: one screen of 80 by 24 when short, and two otherwise."""
    bare = render_checklist(lines, words, canvas, depth, with_source=with_source)
    room = _LINES[depth] - bare.count("\n") - 2
    known = _render_points(group, points, words, canvas, depth, room)
    return render_checklist(lines, words, canvas, depth, briefing=known, with_source=with_source)


def _render_points(  # noqa: PLR0913
    group: str, points: Sequence[Point], words: Words, canvas: Canvas, depth: Depth, room: int
) -> str:
    """Return the points under the name of the group, each cut to as many lines as leaves room for all."""
    heading = bold(cut(clean(group, lines=False), canvas.width), canvas)
    shown = list(_shorten(points)) if depth is Depth.SHORT else _pick(points)
    for most in _list_measures(depth, canvas):
        lines = list(_render(shown, most, words, canvas))
        if len(lines) < room:
            break
    return "\n".join([heading, *lines])


def _list_measures(depth: Depth, canvas: Canvas) -> tuple[int, ...]:
    """Return how many lines a point may take, the first that fits; who scrolls on a telephone reads on."""
    if canvas.width < _WIDTH:
        return (3,)
    return (1,) if depth is Depth.SHORT else (4, 3, 2, 1)


def _pick(points: Sequence[Point]) -> list[Point]:
    by_kind = groupby(points, key=lambda point: point.kind)
    return [point for kind, same in by_kind for point in list(same)[: _MOST.get(kind)]]


def _shorten(points: Sequence[Point]) -> Iterator[Point]:
    """Yield one point a kind; of a group to meet not why, but what to ask."""
    for kind, same in groupby(points, key=lambda point: point.kind):
        first, *others = same
        if kind in _JOINED:
            first = Point(kind, "; ".join(point.text for point in (first, *others)))
        yield first


def _render(points: Sequence[Point], most: int, words: Words, canvas: Canvas) -> Iterator[str]:
    labels = {point.kind: words.say(f"kind-of.{point.kind.value}") for point in points}
    width, said = max(map(len, labels.values())), ""
    for point in points:
        label = labels[point.kind] if point.kind != said else ""
        said = point.kind
        text = wrap(clean(point.text, lines=False), canvas, f"  {label:{width}}  ")
        # A question that is half read is not asked.
        yield from text.split("\n") if point.is_question else _crop(text.split("\n"), most, canvas)


def _crop(lines: list[str], most: int, canvas: Canvas) -> Iterator[str]:
    yield from lines[: most - 1]
    if rest := [lines[most - 1], *map(str.strip, lines[most:])] if len(lines) >= most else []:
        yield cut(" ".join(rest), canvas.width)


def _list_met(briefing: Briefing, words: Words) -> Iterator[Point]:
    who = [words.say("briefing.who", who=briefing.authors)] if briefing.authors else []
    yield Point(PointKind.MET, ", ".join([words.day(briefing.met), *who, *briefing.places]))


def _list_heard(briefing: Briefing, words: Words) -> Iterator[Point]:
    for lead in briefing.heard:
        told = [words.day(lead.date), lead.place] if lead.place else [words.day(lead.date)]
        yield Point(PointKind.HEARD, ", ".join(told), lead.note)
    yield Point(PointKind.BEGIN, words.say("briefing.begin"))


def _tell_promise(promise: OurPromise, words: Words) -> str:
    told = words.say(f"state.{promise.state.value}")
    if promise.kept:
        told = words.say("about.kept", kept=promise.kept)
    elif promise.by:
        told = f"{told}, {words.say('about.by', by=promise.by)}"
    return f"{told}: {promise.what}"


def _list_meeting(briefing: Briefing, meeting: Suggestion, themes: Themes, words: Words) -> Iterator[Point]:
    """Yield with whom, what to ask here, and why; the other group is asked at its own door."""
    key = group_key(briefing.group)
    other = next(name for name in meeting.groups if group_key(name) != key)
    question = next(text for name, text in list_questions(meeting, words) if group_key(name) == key)
    told = words.say("briefing.meet", other=cut(clean(other, lines=False), _LONGEST_NAME), question=question)
    yield Point(PointKind.MEET, told, is_question=True)
    yield Point(PointKind.MEET, words.say("briefing.why", why=explain_ties(meeting.reasons[0].ties, themes, words)))
