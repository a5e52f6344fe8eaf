"""The checklist, to read in the minute before ringing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from kompas.domain.checklist import OWN, Depth, Line, LineKind
from kompas.render.clean import clean
from kompas.render.listing import Listing
from kompas.render.paint import bold, cut, dim, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words

MARKS = {LineKind.DO: "+", LineKind.DONT: "-", LineKind.AFTER: "?"}
"""A mark and not a colour tells a do from a don't."""


def list_checklist_rows(lines: Iterable[Line]) -> Listing:
    """Return the lines as a listing."""
    keys = ("topic", "title", "kind", "text", "source")
    rows = [{key: str(getattr(line, key)) for key in keys} for line in lines]
    return Listing(keys, ("title", "kind", "text"), rows)


def render_checklist(  # noqa: PLR0913 what to show, where, and how much of it
    lines: Sequence[Line], words: Words, canvas: Canvas, depth: Depth, *, briefing: str = "", with_source: bool
) -> str:
    """Return the checklist: the do's and don'ts, a `briefing` under them, and the question for afterwards.

    Read whole, each topic stands under its title; otherwise the lines follow each other.
    """
    told = [_mark_own(line, canvas, depth) for line in lines if line.kind is not LineKind.AFTER]
    after = _render_lines((line for line in lines if line.kind is LineKind.AFTER), canvas, with_source=with_source)
    blocks = [
        f"{bold(title, canvas)}\n{_render_lines(list(group), canvas, with_source=with_source)}"
        for title, group in groupby(told, key=lambda line: line.title)
    ] if depth is Depth.WHOLE else [_render_lines(told, canvas, with_source=with_source)]  # fmt: skip
    blocks += [briefing] if briefing else []
    asked = after if depth is Depth.SHORT else f"{bold(words.say('checklist.after'), canvas)}\n{after}"
    key = dim(words.say("checklist.key"), canvas)
    return ("\n" if depth is Depth.SHORT else "\n\n").join([*blocks, asked, key])


def _mark_own(line: Line, canvas: Canvas, depth: Depth) -> Line:
    """Return a line of the team that says so itself, where no title stands above it; in the short form on one line."""
    if line.topic != OWN or depth is Depth.WHOLE:
        return line
    text = f"{line.title}: {line.text}"
    return replace(line, text=cut(text, canvas.width - len("  + ")) if depth is Depth.SHORT else text)


def _render_lines(lines: Iterable[Line], canvas: Canvas, *, with_source: bool) -> str:
    shown = []
    for line in lines:
        shown.append(wrap(clean(line.text, lines=False), canvas, f"  {MARKS[line.kind]} "))
        if with_source:
            shown.append(dim(wrap(line.source, canvas, "      "), canvas))
    return "\n".join(shown)
