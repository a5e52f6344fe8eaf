"""The screen: results on stdout, all else on stderr, cleaned, and only here."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kompas.errors import NotReadable, name_reason
from kompas.render.clean import clean
from kompas.render.stopped import LineStopped

_NARROWEST = 20
_ENDLESS = 1 << 20
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Canvas:
    """What can be drawn on: its width in columns, whether it shows colour, and whether it is read aloud."""

    width: int
    has_colour: bool
    is_plain: bool = False


class Screen:
    """Where a command shows what it found and tells what happened."""

    def __init__(self, out: TextIO, err: TextIO, environment: Mapping[str, str]) -> None:
        self._out, self._err = out, err
        self._moves = _moves_cursor(environment)
        self.canvas = Canvas(_find_width(), _has_colour(out, environment))
        if environment.get("KOMPAS_PLAIN"):
            self.be_plain()

    def be_plain(self) -> None:
        """From here on draw no boxes and no colour, and put every fact on one line, for who listens to the screen."""
        self._moves = False
        self.canvas = Canvas(_ENDLESS, has_colour=False, is_plain=True)

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

    @property
    def shows_typed(self) -> bool:
        """Whether a line that is asked again can stand ready to be changed; elsewhere it stands between brackets."""
        return self._moves

    def ask(self, question: str, typed: str = "", known: Sequence[str] = ()) -> str:
        """Put a question on stderr and return the line that is typed, or `typed` when that is kept.

        What is `known` completes it, on a terminal that can. Raises LineStopped on Ctrl-C and at the end of the input.
        """
        if not self._moves:
            return self._ask_plainly(question, typed)
        from kompas.render.prompt import read_line  # noqa: PLC0415 prompt_toolkit is paid for only by who is asked

        return read_line(clean(question), typed, known, self.canvas.width, has_colour=self.canvas.has_colour).strip()

    def _ask_plainly(self, question: str, typed: str) -> str:
        self._err.write(f"{clean(question)}{f' [{clean(typed, lines=False)}]' if typed else ''} ")
        self._err.flush()
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt as error:
            raise LineStopped(typed) from error
        if not line:
            raise LineStopped(typed)
        told = line.strip()
        return "" if told == _NOTHING else told or typed

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


def _moves_cursor(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal can do more than write the next line; Windows names its terminals nowhere."""
    return environment.get("TERM", "" if os.name != "nt" else "windows") not in {"", "dumb", "unknown"}
