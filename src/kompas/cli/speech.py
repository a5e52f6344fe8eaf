"""Help in the user's language: Typer's own words are not used, only its parameters.

Help texts in the grammar are keys of `wording/`; here they become sentences.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from kompas.domain.group import find_near
from kompas.errors import BadCommandLine, UnknownCommand
from kompas.wording.words import Words

SECTIONS = ("day", "after-a-visit", "before-a-meeting", "with-the-team", "looking-at-ourselves")
_DAY = ("note", "meet", "talents", "checklist", "share")
"""The commands that carry the day, in the order of the day."""
_LONGEST_NAMES = 30


def words_of(context: Context) -> Words:
    """Return the words that this run speaks."""
    words: Words = context.find_root().obj.words
    return words


class KompasCommand(TyperCommand):
    """A command with a name in each language, in a section of the help."""

    dutch = ""
    section = SECTIONS[0]

    def shown_name(self, words: Words) -> str:
        """Return the name that help in this language shows."""
        return self.dutch if words.language == "nl" and self.dutch else str(self.name)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is typed."""
        words = words_of(ctx)
        pieces = [words.say("metavar.options")]  # every command has --help
        pieces += [_spell_argument(param, words) for param in self.params if isinstance(param, TyperArgument)]
        path = f"kompas {self.shown_name(words)}"
        formatter.write_usage(path, " ".join(pieces), prefix=f"{words.say('help.usage')} ")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help page of the command."""
        words = words_of(ctx)
        self.format_usage(ctx, formatter)
        _write_text(formatter, words.say(f"help.{self.name}"))
        if words.has(f"more.{self.name}"):
            _write_text(formatter, words.say(f"more.{self.name}"))
        _write_params(self, ctx, formatter)


class KompasGroup(TyperGroup):
    """All commands: found by their name in either language, shown in sections."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command that is called `cmd_name` in either language."""
        by_dutch = {command.dutch: command for command in self.commands.values() if isinstance(command, KompasCommand)}
        return self.commands.get(cmd_name) or by_dutch.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that `args` begin with. Raises UnknownCommand with the names that come near."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            if args[0].startswith("-"):
                return super().resolve_command(ctx, args)
            raise UnknownCommand(args[0], find_near(args[0], self.list_commands(ctx)))
        return command.name if command else None, command, args[1:]

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names that completion and help show, in the language of this run."""
        words = words_of(ctx)
        return [command.shown_name(words) for command in self._list_shown()]

    def _list_shown(self) -> list[KompasCommand]:
        return [one for one in self.commands.values() if isinstance(one, KompasCommand) and not one.hidden]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how kompas is typed."""
        words = words_of(ctx)
        formatter.write_usage("kompas", words.say("metavar.command"), prefix=f"{words.say('help.usage')} ")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of kompas: its commands by section, then its own options."""
        words = words_of(ctx)
        self.format_usage(ctx, formatter)
        _write_text(formatter, words.say("help.kompas"))
        commands = sorted(
            self._list_shown(),
            key=lambda command: _DAY.index(command.name) if command.name in _DAY else len(_DAY),
        )
        width = max(len(command.shown_name(words)) for command in commands)
        for section in SECTIONS:
            rows = [
                (f"{command.shown_name(words):{width}}", words.say(f"help.{command.name}"))
                for command in commands
                if command.section == section
            ]
            with formatter.section(words.say(f"section.{section}")):
                formatter.write_dl(rows)
        _write_params(self, ctx, formatter)
        _write_text(formatter, words.say("help.more"))


def _write_text(formatter: Any, text: str) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(text.strip())


def _write_params(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    words = words_of(ctx)
    for kind, heading in ((TyperArgument, "help.arguments"), (TyperOption, "help.options")):
        rows = [row for param in command.get_params(ctx) if isinstance(param, kind) for row in _list_row(param, words)]
        if rows:
            with formatter.section(words.say(heading)):
                formatter.write_dl(rows, col_max=_LONGEST_NAMES)


def _list_row(param: Any, words: Words) -> Iterator[tuple[str, str]]:
    if param.hidden:
        return
    if isinstance(param, TyperArgument):
        yield _spell_argument(param, words), words.say(str(param.help))
        return
    names = ", ".join(sorted(param.opts, key=len))
    if param.secondary_opts:
        names += f" / {', '.join(param.secondary_opts)}"
    if not param.is_flag:
        names += f" {_spell_kind(param, words)}"
    # Click's own --help is the one option whose help is no key of ours.
    key = "option.help" if "--help" in param.opts else str(param.help)
    text = words.say(key)
    if param.envvar:
        text += f" [{words.say('help.variable', name=param.envvar)}]"
    yield names, text


def _spell_argument(param: TyperArgument, words: Words) -> str:
    name = words.say(f"metavar.{param.name}") + ("..." if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _spell_kind(param: Any, words: Words) -> str:
    return "|".join(list_choices(param)) or words.say(f"metavar.{param.metavar}")


def list_choices(param: Any) -> tuple[str, ...]:
    """Return the values that an option takes when it takes a few: Typer 0.28 and 0.29 keep them in other places."""
    choices = getattr(getattr(param, "type", None), "choices", ())
    annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        choices = tuple(annotation)
    return tuple(str(getattr(choice, "value", choice)) for choice in choices)


def translate_usage_error(error: Any) -> BadCommandLine:
    """Return Typer's complaint about the command line as an error of ours, which finds its sentence in `wording/`."""
    kind = type(error).__name__
    param = getattr(error, "param", None)
    name = getattr(error, "option_name", "") or (_name_param(param, error.ctx) if param else "")
    if kind == "NoSuchOption":
        return BadCommandLine("no-such-option", name, tuple(error.possibilities or ()))
    if kind == "MissingParameter":
        return BadCommandLine("missing", name)
    if kind == "BadOptionUsage":
        return BadCommandLine("needs-value" if "requires" in error.message else "takes-no-value", name)
    if kind == "BadParameter":
        near = list_choices(param) if param else ()
        return BadCommandLine("bad-choice" if near else "bad-value", name, near)
    if "extra argument" in error.message:
        return BadCommandLine("too-many", error.message.partition("(s) (")[2].rstrip(")."))
    return BadCommandLine("other", error.message)


def _name_param(param: Any, context: Any) -> str:
    if isinstance(param, TyperArgument):
        return words_of(context).say(f"metavar.{param.name}") if context else str(param.name)
    return str(max(param.opts, key=len))
