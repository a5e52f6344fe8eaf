"""Commands after a visit: open a note again, keep what came of it, take back a slip."""

from typing import Annotated

import typer

from kompas.cli.app import command, session_of
from kompas.cli.options import Form, GroupName, InField, InGroup, InPlace, Limit, Since, build_filters
from kompas.domain.answer import Answer
from kompas.render.listing import Format

Day = Annotated[str | None, typer.Option("--date", metavar="date", help="option.told-on")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="option.yes")]


@command("edit", "bewerk", "after-a-visit")
def edit(context: typer.Context, name: Annotated[str, typer.Argument(help="argument.note", show_default=False)]) -> int:
    from kompas.commands.edit import edit

    return edit(session_of(context), name)


@command("introduce", "stel-voor", "after-a-visit")
def introduce(
    context: typer.Context,
    one: Annotated[str, typer.Argument(help="argument.one", show_default=False)],
    other: Annotated[str, typer.Argument(help="argument.other", show_default=False)],
    answer: Annotated[Answer, typer.Option("--answer", help="option.answer")],
    notebook: Annotated[str | None, typer.Option("--in", metavar="name", help="option.in")] = None,
) -> None:
    from kompas.commands.introduce import introduce

    introduce(session_of(context), one, other, answer, notebook)


@command("lessons", "lessen", "after-a-visit")
def lessons(
    context: typer.Context,
    group: InGroup = None,
    place: InPlace = None,
    field: InField = None,
    since: Since = None,
    limit: Limit = None,
    form: Form = Format.TABLE,
) -> None:
    from kompas.commands.lessons import lessons

    session = session_of(context)
    lessons(session, build_filters(group, place, field, since, session.settings.today), limit, form)


@command("learn", "leer", "after-a-visit")
def learn(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(help="argument.line", show_default=False)] = None,
    do: Annotated[bool | None, typer.Option("--do/--dont", help="option.do")] = None,
    field: Annotated[str | None, typer.Option("--field", metavar="text", help="option.line-field")] = None,
    retire: Annotated[bool, typer.Option("--retire", help="option.retire")] = False,
) -> None:
    from kompas.commands import learn as learning
    from kompas.domain.checklist import LineKind
    from kompas.errors import BadCommandLine

    session = session_of(context)
    if not retire:
        kind = None if do is None else LineKind.DO if do else LineKind.DONT
        learning.learn(session, text, kind, field)
    elif text:
        learning.retire(session, text)
    else:
        raise BadCommandLine("missing", session.words.say("metavar.text"))


@command("confirm", "bevestig", "after-a-visit")
def confirm(context: typer.Context, group: GroupName, date: Day = None) -> None:
    from kompas.commands.confirm import confirm

    confirm(session_of(context), group, date)


@command("keep", "kom-na", "after-a-visit")
def keep(
    context: typer.Context,
    group: GroupName,
    which: Annotated[str | None, typer.Option("--which", metavar="which", help="option.which")] = None,
    date: Day = None,
) -> None:
    from kompas.commands.keep import keep

    keep(session_of(context), group, which, date)


@command("rename", "hernoem", "after-a-visit")
def rename(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help="argument.old", show_default=False)],
    new: Annotated[str, typer.Argument(help="argument.new", show_default=False)],
    yes: Yes = False,
) -> None:
    from kompas.commands.rename import rename

    rename(session_of(context), old, new, agreed=yes)


@command("undo", "herstel", "after-a-visit")
def undo(context: typer.Context) -> None:
    from kompas.commands.undo import undo

    undo(session_of(context))
