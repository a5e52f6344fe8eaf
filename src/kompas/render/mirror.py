"""The mirror on the screen: bars, time lines, and under each a question to talk about."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from kompas.domain.mirror.figure import Figure, Reflection
from kompas.domain.mirror.step import Step
from kompas.render.chart import paint_bars, paint_line
from kompas.render.listing import Listing, Row
from kompas.render.paint import bold, dim, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words

_INDENT = 2
_FEWEST_POINTS = 2
_COUNTED = frozenset({Figure.VISITS, Figure.WORDS})
"""The figures whose time line counts; the others show a part of the whole."""


def render_mirror(
    reflections: Sequence[Reflection], titles: Mapping[str, str], step: Step, words: Words, canvas: Canvas
) -> str:
    """Return all figures, under the `titles` of the do's that they stand beside."""
    width = max(len(words.say(f"part.{bar.part.value}")) for one in reflections for bar in one.bars)
    blocks = []
    for topic, group in groupby(reflections, key=lambda one: one.topic):
        figures = [_render_figure(one, step, width, words, canvas) for one in group]
        blocks.append("\n\n".join([bold(titles[topic], canvas), *figures]))
    return "\n\n".join(blocks)


def list_mirror_rows(reflections: Iterable[Reflection]) -> Listing:
    """Return a row for each bar, and for each period of a time line; a figure that says nothing yet has one row."""
    keys = ("figure", "topic", "part", "start", "count", "value", "ground", "fewest")
    rows = [row for one in reflections for row in _list_rows(one)]
    return Listing(keys, ("figure", "part", "start", "count", "value", "ground"), rows)


def list_trace_rows(reflection: Reflection) -> Listing:
    """Return every place in the notes that a figure counts."""
    rows = [
        {
            "figure": reflection.figure.value,
            "part": bar.part.value,
            "date": trace.date,
            "group": trace.group,
            "text": trace.text,
            "note": trace.note,
        }
        for bar in reflection.bars
        for trace in bar.traces
    ]
    return Listing(("figure", "part", "date", "group", "text", "note"), ("part", "text", "note"), rows)


def spell_value(figure: Figure, value: float) -> str:
    """Return the value of a point: encounters as they are, tips by ten notes, all else as a percentage."""
    if figure is Figure.VISITS:
        return f"{value:.0f}"
    return f"{10 * value:.0f}" if figure is Figure.WORDS else f"{value:.0%}"


def find_most(reflection: Reflection) -> float:
    """Return the value that fills the height of a time line: the highest, and for a percentage all of it."""
    if reflection.figure in _COUNTED:
        return max((point.value or 0 for point in reflection.line), default=0) or 1
    return 1.0


def name_line(reflection: Reflection, step: Step, words: Words) -> str:
    """Return how the time line of a figure is called."""
    first = reflection.line[0].start
    key = "mirror.line-tips" if reflection.figure is Figure.WORDS else "mirror.line"
    since = f"{words.say(f'month.{first.month}')} {first.year}"
    return words.say(key, step=words.say(f"step.{step.value}"), since=since)


def spell_few(reflection: Reflection, words: Words) -> str:
    """Return the sentence that a figure rests on too little, and how much it takes."""
    unit = words.say(f"unit.{reflection.figure.value}")
    return words.say("mirror.too-few", count=reflection.ground, fewest=reflection.fewest, unit=unit)


def _render_figure(reflection: Reflection, step: Step, width: int, words: Words, canvas: Canvas) -> str:
    name, inner = reflection.figure.value, " " * 2 * _INDENT
    lines = [wrap(words.say(f"figure.{name}"), canvas, " " * _INDENT)]
    if not reflection.says_something:
        return "\n".join([*lines, dim(wrap(spell_few(reflection, words), canvas, inner), canvas)])
    labels = [(f"{words.say(f'part.{bar.part.value}'):{width}}", bar.count) for bar in reflection.bars]
    lines.append(paint_bars(labels, canvas, 2 * _INDENT))
    if drawn := _draw_line(reflection):
        lines.append(wrap(f"{name_line(reflection, step, words)} {drawn}", canvas, inner))
    return "\n".join([*lines, wrap(words.say(f"talk.{name}"), canvas, f"{' ' * _INDENT}? ")])


def _draw_line(reflection: Reflection) -> str:
    known = [point.value for point in reflection.line if point.value is not None]
    if len(known) < _FEWEST_POINTS:
        return ""
    first, last = (spell_value(reflection.figure, known[at]) for at in (0, -1))
    return f"{first} {paint_line([point.value for point in reflection.line], find_most(reflection))} {last}"


def _list_rows(reflection: Reflection) -> Iterable[Row]:
    common = {
        "figure": reflection.figure.value,
        "topic": reflection.topic,
        "ground": reflection.ground,
        "fewest": reflection.fewest,
    }
    if not reflection.says_something:
        yield common
        return
    for bar in reflection.bars:
        yield {**common, "part": bar.part.value, "count": bar.count}
    for point in reflection.line:
        if point.value is not None:
            yield {**common, "start": point.start, "value": round(point.value, 3)}
