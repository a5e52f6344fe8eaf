"""The screen: results on stdout, all else on stderr, cleaned, and only here."""

import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kompas.errors import NotReadable, name_reason
from kompas.render.clean import clean

_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Canvas:
    """What can be drawn on: its width in columns, and whether it shows colour."""

    width: int
    has_colour: bool


class Screen:
    """Where a command shows what it found and tells what happened."""

    def __init__(self, out: TextIO, err: TextIO, environment: Mapping[str, str]) -> None:
        self._out, self._err = out, err
        self.canvas = Canvas(_find_width(), _has_colour(out, environment))

    def show(self, text: str) -> None:
        """Put a result on stdout, as `render/` made it: cleaned, perhaps with colour."""
        self._put(self._out, text)

    def show_parts(self, parts: Iterable[str]) -> None:
        """Put a result on stdout as it comes, part by part; the parts bring their own newlines."""
        self._out.writelines(parts)
        self._out.flush()

    def tell(self, text: str) -> None:
        """Put a sentence for the person at the keyboard on stderr."""
        self._put(self._err, clean(text))

    @property
    def can_ask(self) -> bool:
        """Whether a person at a terminal can answer."""
        return is_terminal(sys.stdin) and is_terminal(self._err)

    @property
    def is_piped(self) -> bool:
        """Whether stdin is a file or a pipe, and not a person at a terminal."""
        return sys.stdin is not None and not sys.stdin.closed and not sys.stdin.isatty()

    def read_all(self, most: int) -> bytes:
        """Return what is piped in, at most so many bytes. Raises NotReadable."""
        try:
            return sys.stdin.buffer.read(most)
        except OSError as error:
            raise NotReadable(Path("-"), name_reason(error)) from error

    def ask(self, question: str) -> str:
        """Put a question on stderr and return the line that is typed; nothing at the end of the input."""
        self._err.write(f"{clean(question)} ")
        self._err.flush()
        return sys.stdin.readline().strip()

    def _put(self, stream: TextIO, text: str) -> None:
        if text:
            stream.write(text if text.endswith("\n") else f"{text}\n")
            stream.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether `stream` is a terminal with a person behind it."""
    return stream is not None and not stream.closed and stream.isatty()


def _find_width() -> int:
    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def _has_colour(out: TextIO, environment: Mapping[str, str]) -> bool:
    return is_terminal(out) and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
