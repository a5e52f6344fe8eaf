"""Commands for looking at ourselves: the mirror, and the stories that groups agreed to share."""

from typing import Annotated

import typer

from kompas.cli.app import command, session_of
from kompas.cli.options import Form, Since, read_since
from kompas.domain.mirror.figure import Figure
from kompas.domain.mirror.step import Step
from kompas.render.listing import Format

_SECTION = "looking-at-ourselves"


@command("stories", "verhalen", _SECTION)
def stories(context: typer.Context, form: Form = Format.TABLE) -> None:
    from kompas.commands.stories import stories

    stories(session_of(context), form)


@command("mirror", "spiegel", _SECTION)
def mirror(
    context: typer.Context,
    mine: Annotated[bool, typer.Option("--mine", help="option.mine")] = False,
    since: Since = None,
    period: Annotated[Step, typer.Option("--period", help="option.period")] = Step.QUARTER,
    why: Annotated[Figure | None, typer.Option("--why", help="option.why-figure")] = None,
    form: Form = Format.TABLE,
) -> None:
    from kompas.commands import mirror as looking
    from kompas.domain.mirror.practice import Window

    session = session_of(context)
    window = Window(read_since(since, session.settings.today), session.settings.today, period, mine)
    if why:
        looking.why(session, why, window, form)
    else:
        looking.mirror(session, window, form)
