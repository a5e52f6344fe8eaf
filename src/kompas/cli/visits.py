"""Commands after a visit: open a note again, keep what came of a suggestion."""

from typing import Annotated

import typer

from kompas.cli.app import command, session_of
from kompas.domain.answer import Answer


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
) -> None:
    from kompas.commands.introduce import introduce

    introduce(session_of(context), one, other, answer)
