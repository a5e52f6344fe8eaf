"""Options that several commands share; each help text is a key of `wording/`."""

import datetime
from typing import Annotated

import typer

from kompas.domain.phrase import Filters
from kompas.errors import BadCommandLine
from kompas.render.listing import Format, Reach

GroupName = Annotated[str, typer.Argument(help="argument.group", show_default=False)]
MaybeGroup = Annotated[str | None, typer.Argument(help="argument.maybe-group", show_default=False)]
Form = Annotated[Format, typer.Option("--format", help="option.format")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="number", help="option.limit")]
Whole = Annotated[bool, typer.Option("--all", help="option.all")]
InGroup = Annotated[str | None, typer.Option("--group", metavar="text", help="option.group")]
InPlace = Annotated[str | None, typer.Option("--place", metavar="text", help="option.place")]
InField = Annotated[str | None, typer.Option("--field", metavar="text", help="option.field")]
Since = Annotated[str | None, typer.Option("--since", metavar="date", help="option.since")]


def build_reach(limit: int | None, whole: bool) -> Reach:
    """Return how much of a list is asked for. Raises BadCommandLine for both."""
    if limit and whole:
        raise BadCommandLine("only-one", "--limit, --all")
    return Reach(limit, whole)


def build_filters(
    group: str | None, place: str | None, field: str | None, since: str | None, today: datetime.date
) -> Filters:
    """Return what a list is narrowed to. Raises UnknownField or UnclearDate."""
    from kompas.domain.checklist import require_field
    from kompas.policy.checklist import read_fields

    return Filters(
        group,
        place,
        require_field(field, read_fields()) if field else None,
        read_since(since, today),
    )


def read_since(since: str | None, today: datetime.date) -> datetime.date | None:
    """Return the day that --since names, if it was given. Raises UnclearDate."""
    from kompas.domain.days import Leaning, parse_day

    return parse_day(since, today, leaning=Leaning.PAST) if since else None
