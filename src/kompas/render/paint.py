"""Rich, at its one home: tables and coloured text as a string for a canvas."""

import io
from collections.abc import Sequence
from typing import Any

from kompas.render.screen import Canvas


def paint_table(heads: Sequence[str], rows: Sequence[Sequence[str]], canvas: Canvas) -> str:
    """Return a table that fits the canvas; long cells go on on the next line. On a plain canvas a cell is a line."""
    if canvas.is_plain:
        return "\n\n".join(_list_row(heads, row) for row in rows)
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 Rich is paid for only where it draws
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return print_rich(table, canvas)


def print_rich(drawing: Any, canvas: Canvas) -> str:
    """Return anything that Rich can draw as lines for the canvas."""
    from rich.console import Console  # noqa: PLC0415 Rich is paid for only where it draws

    paper = io.StringIO()
    console = Console(
        file=paper, width=canvas.width, color_system="standard" if canvas.has_colour else None, legacy_windows=False,
        force_terminal=canvas.has_colour, highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    console.print(drawing)
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines())


def _list_row(heads: Sequence[str], row: Sequence[str]) -> str:
    return "\n".join(f"{head}: {cell}" for head, cell in zip(heads, row, strict=True) if cell)


def bold(text: str, canvas: Canvas) -> str:
    """Return `text` in bold where the canvas shows it, and as it is elsewhere."""
    return f"\x1b[1m{text}\x1b[0m" if canvas.has_colour and text else text


def dim(text: str, canvas: Canvas) -> str:
    """Return `text` dimmed where the canvas shows it, and as it is elsewhere."""
    return f"\x1b[2m{text}\x1b[0m" if canvas.has_colour and text else text


def wrap(text: str, canvas: Canvas, first: str = "", rest: str | None = None) -> str:
    """Return `text` broken to the canvas, its first line after `first` and the others after `rest`."""
    import textwrap  # noqa: PLC0415

    indent = " " * len(first) if rest is None else rest
    return (
        textwrap.fill(text, canvas.width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
        or first.rstrip()
    )


def cut(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` signs; an ellipsis says that there is more."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
