"""Run kompas: choose the language, run the command, and turn every outcome into a sentence and an exit code."""

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kompas.errors import BadCommandLine, BrokenSettings, KompasError, NotebookNotFound, UnknownLanguage, WrongUsage
from kompas.settings import LANGUAGES, choose_language, find_notebook, read_settings
from kompas.wording.words import Words

if TYPE_CHECKING:
    from kompas.commands.session import Session

_COMPLETE = "--complete"
"""What the scripts of the shells ask with, each time that Tab is pressed."""
_DONE, _OUR_BUG, _INTERRUPTED = 0, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run kompas with `argv`, or with the arguments of this process, and return its exit code."""
    words_given = list(sys.argv[1:] if argv is None else argv)
    gc.disable()  # a run is short; looking for garbage is a third of the work of a large `meet`
    _speak_utf8()
    words = Words(lambda: _choose_language(words_given[2:] if words_given[:1] == [_COMPLETE] else words_given))
    try:
        return _run(words_given, words)
    except UnknownLanguage as error:
        return _tell(error, Words(LANGUAGES[-1]))
    except KompasError as error:
        return _tell(error, words)
    except KeyboardInterrupt:
        _say(words.say("interrupted"))
        return _INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return _DONE
    except Exception:  # noqa: BLE001 whatever else happens is a fault of ours, and the user sees no traceback
        return _report(words)


def _run(argv: list[str], words: Words) -> int:
    from kompas.commands.session import Session
    from kompas.render.screen import Screen

    with closing(Session(words, Screen(sys.stdout, sys.stderr, os.environ), os.environ)) as session:
        return _answer(argv, session)


def _answer(argv: list[str], session: "Session") -> int:
    from kompas.cli.grammar import app
    from kompas.cli.speech import translate_usage_error

    command = typer.main.get_command(app)
    if argv[:1] == [_COMPLETE]:
        from kompas.cli.completion import complete

        complete(session, command, argv[1:])
        return _DONE
    try:
        outcome: Any = command.main(argv, "kompas", standalone_mode=False, obj=session)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        raise translate_usage_error(error) from error
    if outcome == _INTERRUPTED:  # Typer has caught Ctrl-C itself
        raise KeyboardInterrupt
    return outcome if isinstance(outcome, int) else _DONE


def _choose_language(argv: Sequence[str]) -> str:
    """Find the language before the grammar is read: --lang and --notebook stand before the command."""
    given: dict[str, str] = {}
    rest = iter(argv)
    for word in rest:
        name, has_value, value = word.partition("=")
        if not word.startswith("-"):
            break
        if name in {"--lang", "--notebook"}:
            value = value if has_value else next(rest, "")
            if name == "--lang" or name not in given:  # of several notebooks the first decides
                given[name] = value
    try:
        own = read_settings(find_notebook(given.get("--notebook"), os.environ, Path.cwd())).language
    except (NotebookNotFound, BrokenSettings, OSError):
        own = None  # the command tells of it, if it needs the notebook at all
    return choose_language(given.get("--lang"), os.environ, own)


def _tell(error: KompasError, words: Words) -> int:
    if isinstance(error, BadCommandLine):
        key = f"usage.{error.kind}"
        near = f" {words.say('usage.near', near=error.near)}" if error.near else ""
        _say(f"{words.say(key, name=error.name)}{near}")
    else:
        _say(words.tell("error", error))
        _say(words.tell("error", error, "near" if error.facts().get("near") else "remedy"))
    if isinstance(error, WrongUsage):
        _say(words.say("usage.help"))
    return error.exit_code


def _say(text: str) -> None:
    from kompas.render.clean import clean

    if text:
        sys.stderr.write(f"{clean(text)}\n")


def _report(words: Words) -> int:
    """Keep the traceback for the engineers, in the user's own state folder, and say where it is."""
    from kompas.notebook.drafts import drafts_folder

    place = drafts_folder().parent / "fault.txt"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        place = Path("-")
    _say(words.say("fault", place=place))
    return _OUR_BUG


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _silence_stdout() -> None:
    """Give stdout somewhere to flush what is left, so that Python does not complain of the closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
