"""prompt_toolkit, at its one home: a line that completes as you type, on a terminal that can move its cursor.

Loaded only when something is asked; it costs as much as all the rest of kompas.
"""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.defaults import create_output

from kompas.domain.earlier import pick_alike
from kompas.render.stopped import LineStopped

_MARK = "> "
_ROWS_FOR_MENU = 5
_MOST_SHOWN = 20


class Earlier(Completer):
    """Completes a line from what was written before."""

    def __init__(self, known: Sequence[str]) -> None:
        self._known = known

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Yield the earlier texts in which a word begins with the line so far."""
        del complete_event
        return self._list(document.text_before_cursor)

    def _list(self, typed: str) -> Iterator[Completion]:
        for text in pick_alike(typed, self._known)[:_MOST_SHOWN]:
            yield Completion(text, start_position=-len(typed))


def read_line(question: str, typed: str, known: Sequence[str], width: int, *, has_colour: bool) -> str:
    """Ask on stderr and return the line; `typed` stands there to keep or change.

    The question is broken to `width` columns. Raises LineStopped on Ctrl-C and at the end of the input.
    """
    session: PromptSession[str] = PromptSession(
        input=create_input(sys.stdin),
        output=create_output(stdout=sys.stderr),
        color_depth=ColorDepth.DEPTH_4_BIT if has_colour else ColorDepth.DEPTH_1_BIT,
        completer=Earlier(known),
        reserve_space_for_menu=_ROWS_FOR_MENU if known else 0,
    )
    shown = textwrap.fill(question, width - 1)
    message = FormattedText([("bold", f"{shown}\n" if shown else ""), ("", _MARK)])
    try:
        return session.prompt(message, default=typed)
    except (KeyboardInterrupt, EOFError) as error:
        raise LineStopped(session.default_buffer.text) from error
