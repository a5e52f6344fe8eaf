#!/usr/bin/env python3
"""Make the pictures of the README: kompas itself, run on the example notebook in a terminal of 80 columns.

.venv/bin/python docs/pictures/make.py
"""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from rich.console import Console
from rich.text import Text

from kompas.cli.main import main

HERE = Path(__file__).resolve().parent
NOTEBOOK = HERE.parent.parent / "notes"
COLUMNS = 80
PICTURES = {
    "meet.en": ("en", "meet", "--limit", "2"),
    "meet.nl": ("nl", "ontmoet", "--limit", "2"),
    "checklist.en": ("en", "checklist", "--short"),
    "checklist.nl": ("nl", "checklijst", "--short"),
}
# Rich's own format fetches a font from another server; this one uses what the reader has.
SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
  <title>TITLE</title>
  <style>
    .{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
    .{unique_id}-title {{ font-family: system-ui, sans-serif; font-size: 18px; }}
{styles}
  </style>
  <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
{lines}
  </defs>
{chrome}
  <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
    <g class="{unique_id}-matrix">
{matrix}
    </g>
  </g>
</svg>
"""


class Terminal(io.StringIO):
    """A place to write that says it is a terminal, so that kompas uses its bold and dim letters."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def run(language: str, *words: str) -> str:
    """Return what kompas shows, in the order in which it says it. Raises SystemExit when kompas does not succeed."""
    screen = Terminal()
    os.environ.update(COLUMNS=str(COLUMNS), LINES="60", TERM="xterm-256color")
    os.environ.pop("NO_COLOR", None)
    with redirect_stdout(screen), redirect_stderr(screen):
        code = main(["--lang", language, "--notebook", str(NOTEBOOK), *words])
    if code:
        sys.exit(screen.getvalue())
    return screen.getvalue().rstrip()


def draw(name: str, language: str, *words: str) -> str:
    """Return the picture of one command as SVG; `name` tells the styles of two pictures on one page apart."""
    spoken = "" if language == "nl" else "--lang en "
    typed = f"kompas {spoken}{' '.join(words)}"
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(Text(f"$ {typed}", style="bold"))
    console.print(Text.from_ansi(run(language, *words)))
    unique = f"kompas-{name.replace('.', '-')}"
    svg = console.export_svg(title="kompas", code_format=SVG.replace("TITLE", typed), unique_id=unique)
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())


if __name__ == "__main__":
    for picture, command in PICTURES.items():
        target = HERE / f"{picture}.svg"
        target.write_text(draw(picture, *command), encoding="utf-8")
        sys.stdout.write(f"{target.name}\n")
