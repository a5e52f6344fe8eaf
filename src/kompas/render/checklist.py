"""The checklist, to read in the minute before ringing."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from kompas.domain.checklist import Line, LineKind
from kompas.render.listing import Listing
from kompas.render.paint import bold, dim, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words

# A mark and not a colour tells a do from a don't.
_MARKS = {LineKind.DO: "+", LineKind.DONT: "-", LineKind.AFTER: "?"}


def list_checklist_rows(lines: Iterable[Line]) -> Listing:
    """Return the lines as a listing."""
    keys = ("topic", "title", "kind", "text", "source")
    rows = [{key: str(getattr(line, key)) for key in keys} for line in lines]
    return Listing(keys, ("title", "kind", "text"), rows)


def render_checklist(lines: Sequence[Line], words: Words, canvas: Canvas, *, short: bool, with_source: bool) -> str:
    """Return the checklist: topic by topic, or in the short form line by line, and the question for afterwards."""
    told = [line for line in lines if line.kind is not LineKind.AFTER]
    after = [line for line in lines if line.kind is LineKind.AFTER]
    blocks = [_render_lines(told, canvas, with_source=with_source)] if short else [
        f"{bold(title, canvas)}\n{_render_lines(list(group), canvas, with_source=with_source)}"
        for title, group in groupby(told, key=lambda line: line.title)
    ]  # fmt: skip
    asked = f"{bold(words.say('checklist.after'), canvas)}\n{_render_lines(after, canvas, with_source=with_source)}"
    key = dim(words.say("checklist.key"), canvas)
    return ("\n" if short else "\n\n").join([*blocks, asked, key])


def _render_lines(lines: Iterable[Line], canvas: Canvas, *, with_source: bool) -> str:
    shown = []
    for line in lines:
        shown.append(wrap(line.text, canvas, f"  {_MARKS[line.kind]} "))
        if with_source:
            shown.append(dim(wrap(line.source, canvas, "      "), canvas))
    return "\n".join(shown)
