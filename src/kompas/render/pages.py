"""The five pages: each turns findings into what its template shows."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kompas.domain.checklist import Line, LineKind
from kompas.domain.matching.evening import Round
from kompas.domain.mirror.figure import Bar, Point, Reflection
from kompas.domain.mirror.practice import Practice, Window
from kompas.domain.mirror.step import Step
from kompas.domain.phrase import Phrase
from kompas.domain.stories import Story, group_stories
from kompas.render.briefing import Point as Known
from kompas.render.briefing import PointKind
from kompas.render.checklist import MARKS
from kompas.render.evening import Suggestions, explain_table
from kompas.render.mirror import find_most, name_line, spell_few, spell_value
from kompas.render.page import Paper, render_page
from kompas.render.stories import head_of, list_paragraphs
from kompas.render.suggestions import Themes, name_theme

_WHOLE = 100
_THEIRS = frozenset({PointKind.DOES, PointKind.GOAL, PointKind.IDEAS, PointKind.OBSTACLES})
"""What of a briefing is quoted as it stands in a note; the rest is said in our words."""


def render_door_page(lines: Sequence[Line], group: str, points: Sequence[Known], paper: Paper) -> str:
    """Return the do's and don'ts, what to know of `group` if there is one, and the question for afterwards."""
    told = (line for line in lines if line.kind is not LineKind.AFTER)
    topics = [(title, list(group)) for title, group in groupby(told, key=lambda line: line.title)]
    after = [line for line in lines if line.kind is LineKind.AFTER]
    known = [
        (paper.words.say(f"kind-of.{kind.value}"), kind in _THEIRS, [point.text for point in same])
        for kind, same in groupby(points, key=lambda point: point.kind)
    ]
    return render_page("door.html", paper, topics=topics, group=group, known=known, after=after, marks=MARKS)


def render_evening_page(plan: Sequence[Round], suggestions: Suggestions, themes: Themes, paper: Paper) -> str:
    """Return the plan of an evening, and for each table a card that tells who comes when."""
    cards: dict[int, list[tuple[int, Sequence[str], str]]] = {}
    for one in plan:
        for table in one.tables:
            why = explain_table(table, suggestions, themes, paper.words)
            cards.setdefault(table.number, []).append((one.number, table.groups, why))
    return render_page("evening.html", paper, plan=plan, cards=sorted(cards.items()))


def render_market_page(stalls: Mapping[str | None, Sequence[Phrase]], themes: Themes, paper: Paper) -> str:
    """Return what groups can, offer, look for and dream of, by the name of a theme; what has none comes last."""
    named = sorted((name_theme(themes[theme], paper.words), phrases) for theme, phrases in stalls.items() if theme)
    rest = [(paper.words.say("page.no-theme"), stalls[None])] if None in stalls else []
    return render_page("market.html", paper, themes=[*named, *rest])


def render_mirror_page(
    reflections: Sequence[Reflection], titles: Mapping[str, str], practice: Practice, window: Window, paper: Paper
) -> str:
    """Return the mirror with charts, each figure under the do that it stands beside."""
    topics = [
        (titles[topic], [_show_figure(one, window.step, paper) for one in group])
        for topic, group in groupby(reflections, key=lambda one: one.topic)
    ]
    intro = paper.words.say("page.mine" if window.mine else "page.together", since=practice.since)
    return render_page("mirror.html", paper, topics=topics, intro=intro)


def render_stories_page(stories: Sequence[Story], paper: Paper) -> str:
    """Return the stories under their heads."""
    heads = [(head_of(worth, paper.words), found) for worth, found in group_stories(stories)]
    return render_page("stories.html", paper, heads=heads, paragraphs=list_paragraphs)


def _show_figure(reflection: Reflection, step: Step, paper: Paper) -> dict[str, Any]:
    words, name = paper.words, reflection.figure.value
    shown: dict[str, Any] = {"title": words.say(f"figure.{name}"), "talk": words.say(f"talk.{name}")}
    if not reflection.says_something:
        return {**shown, "few": spell_few(reflection, words)}
    shown |= {"few": "", "bars": _measure_bars(reflection.bars, paper), "line": []}
    if any(point.value is not None for point in reflection.line):
        shown |= {"line_name": name_line(reflection, step, words), "line": _measure_line(reflection, paper)}
    return shown


def _measure_bars(bars: Iterable[Bar], paper: Paper) -> list[tuple[str, int, float]]:
    counts = [(paper.words.say(f"part.{bar.part.value}"), bar.count) for bar in bars]
    most = max(count for _, count in counts) or 1
    return [(label, count, round(_WHOLE * count / most, 1)) for label, count in counts]


def _measure_line(reflection: Reflection, paper: Paper) -> list[tuple[str, str, float | None]]:
    most = find_most(reflection)
    return [_measure_point(point, reflection, most, paper) for point in reflection.line]


def _measure_point(point: Point, reflection: Reflection, most: float, paper: Paper) -> tuple[str, str, float | None]:
    name = f"{paper.words.say(f'month.{point.start.month}')} {point.start.year}"
    if point.value is None:
        return name, paper.words.say("page.not-said"), None
    return name, spell_value(reflection.figure, point.value), round(_WHOLE * point.value / most, 1)
