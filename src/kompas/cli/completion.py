"""Tab: find out what is being typed, and print what it can be.

A script in the shell runs `kompas --complete SHELL WORD... +BEGUN`: the words before the one that is being typed, and
that one behind a plus, since some shells pass no empty words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from typer.core import TyperArgument

from kompas.cli.speech import KompasCommand, list_choices

if TYPE_CHECKING:
    from kompas.commands.session import Session

_PLAIN = frozenset({"bash"})
"""Shells that show values only."""
_KINDS = {
    **dict.fromkeys(("argument.group", "argument.maybe-group", "argument.note-group"), "group"),
    **dict.fromkeys(("argument.one", "argument.other", "option.group", "option.lead"), "group"),
    **dict.fromkeys(("option.coming", "option.why", "argument.door-group", "argument.old", "argument.new"), "group"),
    **dict.fromkeys(("option.place", "option.note-place"), "place"),
    **dict.fromkeys(("option.field", "option.note-field"), "field"),
    "argument.note": "note",
}
"""What stands at an argument or option, by the key of its help."""


@dataclass
class _Typed:
    """What was typed before Tab: the command, the option that waits for its value, how many arguments."""

    command: Any
    waits: Any = None
    left: int = 0
    arguments: list[str] = field(default_factory=list)


def complete(session: "Session", command: Any, typed: Sequence[str]) -> None:
    """Print what can stand where Tab was pressed, one a line."""
    shell, words, begun = typed[0], [_unquote(word) for word in typed[1:-1]], _unquote(typed[-1].removeprefix("+"))
    offers = _list_offers(session, command, words, begun)
    lines = [value if shell in _PLAIN or not told else f"{value}\t{told}" for value, told in offers]
    session.screen.show("\n".join(lines))


def _list_offers(session: "Session", command: Any, words: Sequence[str], begun: str) -> list[tuple[str, str]]:
    told = _follow(command, words)
    session.given = session.given or tuple(filter(None, [_find_notebook(command, words)]))
    if told.command is None:
        return []  # what stands there is no command of ours
    if told.waits:
        return _offer_values(session, told.waits, begun)
    if begun.startswith("-"):
        return _offer_options(session, told.command, begun)
    if told.command is command:
        return _offer_commands(session, command, begun)
    arguments = [param for param in told.command.params if isinstance(param, TyperArgument)]
    at = min(len(told.arguments), len(arguments) - 1)
    is_full = len(told.arguments) >= len(arguments) and not (arguments and arguments[-1].nargs == -1)
    return [] if is_full else _offer_values(session, arguments[at], begun)


def _follow(command: Any, words: Sequence[str]) -> _Typed:
    told = _Typed(command)
    for word in words:
        if told.left:
            told.left -= 1
        elif word.startswith("-"):
            told.waits, told.left = _find_option(told.command, word)
        elif told.command is command:
            told.command = command.get_command(None, word)
            if told.command is None:
                break
        else:
            told.arguments.append(word)
        told.waits = told.waits if told.left else None
    return told


def _find_option(command: Any, word: str) -> tuple[Any, int]:
    name, has_value, _ = word.partition("=")
    for param in command.params:
        if name in param.opts and not param.is_flag:
            return param, 0 if has_value else param.nargs
    return None, 0


def _find_notebook(command: Any, words: Sequence[str]) -> str | None:
    for at, word in enumerate(words):
        if word == "--notebook" and at + 1 < len(words):
            return words[at + 1]
        if word.startswith("--notebook="):
            return word.partition("=")[2]
        if not word.startswith("-") and command.get_command(None, word):
            return None
    return None


def _offer_values(session: "Session", param: Any, begun: str) -> list[tuple[str, str]]:
    from kompas.commands.completion import offer, pick

    if choices := list_choices(param):
        return pick([(choice, "") for choice in choices], begun)
    if "--lang" in param.opts:
        return pick([("nl", ""), ("en", "")], begun)
    kind = _KINDS.get(str(param.help))
    return offer(session, kind, begun) if kind else []


def _offer_options(session: "Session", command: Any, begun: str) -> list[tuple[str, str]]:
    say = session.words.say
    offers = [
        (name, say("option.help" if name == "--help" else str(param.help)))
        for param in (*command.params, _Help)
        if not isinstance(param, TyperArgument) and not getattr(param, "hidden", False)
        for name in (*param.opts, *param.secondary_opts)
        if name.startswith("--")
    ]
    return [one for one in offers if one[0].startswith(begun)]


def _offer_commands(session: "Session", command: Any, begun: str) -> list[tuple[str, str]]:
    """Offer the commands by their names in the language of this run; by the other names when none begins like that."""
    words = session.words
    known = [one for one in command.commands.values() if isinstance(one, KompasCommand) and not one.hidden]
    own = {one.shown_name(words): words.say(f"help.{one.name}") for one in known}
    other = {name: words.say(f"help.{one.name}") for one in known for name in (str(one.name), one.dutch)}
    for names in (own, other):
        found = [(name, told) for name, told in names.items() if name.startswith(begun)]
        if found:
            return found
    return []


class _Help:
    """Every command has it, and it stands in no list of parameters."""

    opts = ("--help",)
    secondary_opts = ()
    help = "option.help"


def _unquote(word: str) -> str:
    """Return a word without the quotes and backslashes of a shell, closed or not."""
    plain = word[1:] if word[:1] in {'"', "'"} else word
    if plain is not word and plain.endswith(word[0]):
        plain = plain[:-1]
    return plain.replace("\\", "") if word[:1] != "'" else plain
