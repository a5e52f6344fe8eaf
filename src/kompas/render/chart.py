"""Rich again: bars and small time lines, drawn with blocks so that they need no colour."""

from collections.abc import Sequence

from kompas.render.paint import print_rich
from kompas.render.screen import Canvas

_STEPS = "▁▂▃▄▅▆▇█"
_GAP = "·"
_LONGEST_BAR = 30


def paint_bars(rows: Sequence[tuple[str, int]], canvas: Canvas, indent: int) -> str:
    """Return a bar for each label and number, one under the other; the largest number fills the room."""
    from rich.bar import Bar  # noqa: PLC0415 Rich is paid for only where it draws
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    most = max((number for _, number in rows), default=0) or 1
    labels = max((len(label) for label, _ in rows), default=0)
    room = canvas.width - indent - labels - len(str(most)) - 4
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=room > 0)
    if room > 0:
        table.add_column(width=min(_LONGEST_BAR, room))
    table.add_column(justify="right")
    for label, number in rows:
        bar = [Bar(most, 0, number, width=min(_LONGEST_BAR, room))] if room > 0 else []
        table.add_row(Text(label), *bar, Text(str(number)))
    lines = print_rich(table, Canvas(max(1, canvas.width - indent), canvas.has_colour)).splitlines()
    return "\n".join(f"{' ' * indent}{line}" for line in lines)


def paint_line(values: Sequence[float | None], most: float) -> str:
    """Return a time line, a block for each value out of `most`; a dot where nothing can be said."""
    return "".join(_GAP if value is None else _STEPS[round(value / most * (len(_STEPS) - 1))] for value in values)
