"""Commands that answer: lists, what is known of a group, who should meet whom, what to mind at the door."""

from typing import Annotated

import typer

from kompas.cli.app import command, session_of
from kompas.cli.options import (
    Form,
    GroupName,
    InField,
    InGroup,
    InPlace,
    Limit,
    MaybeGroup,
    Since,
    Whole,
    build_filters,
    build_reach,
)
from kompas.domain.phrase import Facet
from kompas.errors import BadCommandLine
from kompas.render.listing import Format


@command("meet", "ontmoet", "day")
def meet(
    context: typer.Context,
    group: MaybeGroup = None,
    limit: Limit = None,
    why: Annotated[tuple[str, str] | None, typer.Option("--why", metavar="pair", help="option.why")] = None,
    kept: Annotated[bool, typer.Option("--kept", help="option.kept")] = False,
    evening: Annotated[bool, typer.Option("--evening", help="option.evening")] = False,
    coming: Annotated[list[str] | None, typer.Option("--coming", metavar="coming", help="option.coming")] = None,
    rounds: Annotated[int, typer.Option("--rounds", min=1, max=20, metavar="number", help="option.rounds")] = 3,
    tables: Annotated[int | None, typer.Option("--tables", min=1, metavar="number", help="option.tables")] = None,
    form: Form = Format.TABLE,
) -> None:
    from kompas.commands import meet as meeting

    session = session_of(context)
    _require_one_question({"--why": why, "--kept": kept, "--evening": evening}, group)
    if (coming or tables) and not evening:
        raise BadCommandLine("only-with", "--evening")
    if why:
        meeting.why(session, *why, form)
    elif kept:
        meeting.kept(session, group, form)
    elif evening:
        from kompas.commands.evening import evening as plan

        plan(session, coming or [], rounds, tables, form)
    else:
        meeting.meet(session, group, limit, form)


def _require_one_question(flags: dict[str, object], group: str | None) -> None:
    """Refuse two questions at once; only --kept can be asked of one group."""
    asked = [name for name, is_asked in flags.items() if is_asked]
    if group and {"--why", "--evening"} & set(asked):
        asked.append("GROUP")
    if len(asked) > 1:
        raise BadCommandLine("only-one", ", ".join(asked))


def _enter_facet(name: str, dutch: str, section: str) -> None:
    def show(
        context: typer.Context,
        group: InGroup = None,
        place: InPlace = None,
        field: InField = None,
        since: Since = None,
        limit: Limit = None,
        whole: Whole = False,
        form: Form = Format.TABLE,
    ) -> None:
        from kompas.commands.facet import facet

        session = session_of(context)
        filters = build_filters(group, place, field, since, session.today)
        facet(session, Facet(name), filters, build_reach(limit, whole), form)

    command(name, dutch, section)(show)


_enter_facet("talents", "talenten", "day")


@command("checklist", "checklijst", "day")
def checklist(
    context: typer.Context,
    group: Annotated[str | None, typer.Argument(help="argument.door-group", show_default=False)] = None,
    field: Annotated[str | None, typer.Option("--field", metavar="text", help="option.field")] = None,
    short: Annotated[bool, typer.Option("--short", help="option.short")] = False,
    source: Annotated[bool, typer.Option("--source", help="option.source")] = False,
    form: Form = Format.TABLE,
) -> None:
    if group:
        from kompas.commands.briefing import briefing

        briefing(session_of(context), group, field, short=short, with_source=source, form=form)
    else:
        from kompas.commands.checklist import checklist

        checklist(session_of(context), field, short=short, with_source=source, form=form)


@command("about", "over", "before-a-meeting")
def about(
    context: typer.Context,
    group: GroupName,
    to_print: Annotated[bool, typer.Option("--print", help="option.print")] = False,
    form: Form = Format.TABLE,
) -> None:
    from kompas.commands.about import about
    from kompas.errors import BadCommandLine

    if to_print and form is not Format.TABLE:
        raise BadCommandLine("only-one", "--print, --format")
    about(session_of(context), group, form, to_print=to_print)


@command("find", "zoek", "before-a-meeting")
def find(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="argument.words", show_default=False)],
    group: InGroup = None,
    place: InPlace = None,
    field: InField = None,
    since: Since = None,
    limit: Limit = None,
    whole: Whole = False,
    form: Form = Format.TABLE,
) -> None:
    from kompas.commands.find import find

    session = session_of(context)
    filters = build_filters(group, place, field, since, session.today)
    find(session, words, filters, build_reach(limit, whole), form)


for _name, _dutch in (("asks", "vragen"), ("ideas", "ideeen"), ("leads", "tips")):
    _enter_facet(_name, _dutch, "before-a-meeting")


@command("promises", "beloften", "before-a-meeting")
def promises(
    context: typer.Context,
    group: InGroup = None,
    place: InPlace = None,
    field: InField = None,
    since: Since = None,
    limit: Limit = None,
    whole: Whole = False,
    ics: Annotated[str | None, typer.Option("--ics", metavar="calendar", help="option.ics")] = None,
    with_groups: Annotated[bool, typer.Option("--with-groups", help="option.with-groups")] = False,
    form: Form = Format.TABLE,
) -> None:
    from kompas.commands.calendar import calendar
    from kompas.commands.promises import promises

    session = session_of(context)
    filters = build_filters(group, place, field, since, session.today)
    if ics and form is not Format.TABLE:
        raise BadCommandLine("only-one", "--ics, --format")
    if ics:
        calendar(session, filters, limit, ics, with_groups=with_groups)
    elif with_groups:
        raise BadCommandLine("only-with", "--ics")
    else:
        promises(session, filters, build_reach(limit, whole), form)
