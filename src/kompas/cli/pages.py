"""The command that makes pages."""

from typing import Annotated

import typer

from kompas.cli.app import command, session_of
from kompas.cli.options import MaybeGroup, Since, read_since
from kompas.domain.mirror.step import Step


@command("page", "pagina", "before-a-meeting")
def page(
    context: typer.Context,
    group: MaybeGroup = None,
    door: Annotated[bool, typer.Option("--door", help="option.page-door")] = False,
    evening: Annotated[bool, typer.Option("--evening", help="option.page-evening")] = False,
    market: Annotated[bool, typer.Option("--market", help="option.page-market")] = False,
    mirror: Annotated[bool, typer.Option("--mirror", help="option.page-mirror")] = False,
    stories: Annotated[bool, typer.Option("--stories", help="option.page-stories")] = False,
    coming: Annotated[list[str] | None, typer.Option("--coming", metavar="coming", help="option.coming")] = None,
    rounds: Annotated[int, typer.Option("--rounds", min=1, max=20, metavar="number", help="option.rounds")] = 3,
    tables: Annotated[int | None, typer.Option("--tables", min=1, metavar="number", help="option.tables")] = None,
    mine: Annotated[bool, typer.Option("--mine", help="option.mine")] = False,
    since: Since = None,
    output: Annotated[str | None, typer.Option("--output", metavar="output", help="option.output")] = None,
) -> None:
    from kompas.commands import page as paper
    from kompas.domain.mirror.practice import Window
    from kompas.errors import BadCommandLine

    session = session_of(context)
    flags = {"--door": door, "--evening": evening, "--market": market, "--mirror": mirror, "--stories": stories}
    asked = [name for name, is_asked in flags.items() if is_asked]
    if len(asked) != 1:
        raise BadCommandLine("only-one", ", ".join(asked or flags))
    for needed, given in (("--door", group), ("--evening", coming or tables), ("--mirror", mine or since)):
        if given and asked != [needed]:
            raise BadCommandLine("only-with", needed)
    if door:
        paper.door(session, group, output)
    elif evening:
        paper.evening(session, coming or [], rounds, tables, output)
    elif market:
        paper.market(session, output)
    elif mirror:
        today = session.settings.today
        paper.mirror(session, Window(read_since(since, today), today, Step.QUARTER, mine), output)
    else:
        paper.stories(session, output)
