"""Commands for the team: start a notebook, keep it sound."""

from pathlib import Path
from typing import Annotated

import typer

from kompas.cli.app import command, session_of
from kompas.cli.options import Form
from kompas.render.listing import Format


@command("init", "begin", "with-the-team")
def init(
    context: typer.Context,
    place: Annotated[Path, typer.Argument(help="argument.place", show_default=False)] = Path(),
) -> None:
    from kompas.commands.init import init

    init(session_of(context), place)


@command("check", "controleer", "with-the-team")
def check(
    context: typer.Context,
    staged: Annotated[bool, typer.Option("--staged", help="option.staged")] = False,
    form: Form = Format.TABLE,
) -> int:
    from kompas.commands.check import check

    return check(session_of(context), staged=staged, form=form)
