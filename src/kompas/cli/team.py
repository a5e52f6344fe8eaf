"""Commands for the team: start a notebook, keep it sound, share it, let go of what has faded."""

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


@command("merge-note", "voeg-samen", "with-the-team", hidden=True)
def merge_note(
    context: typer.Context,
    base: Annotated[Path, typer.Argument(help="argument.base", show_default=False)],
    ours: Annotated[Path, typer.Argument(help="argument.ours", show_default=False)],
    theirs: Annotated[Path, typer.Argument(help="argument.theirs", show_default=False)],
) -> None:
    from kompas.commands.merge_note import merge_note

    merge_note(session_of(context), base, ours, theirs)


@command("tidy", "ruim-op", "with-the-team")
def tidy(
    context: typer.Context,
    woo: Annotated[bool | None, typer.Option("--woo/--no-woo", help="option.woo")] = None,
    access: Annotated[bool | None, typer.Option("--access/--no-access", help="option.access")] = None,
    archive: Annotated[bool | None, typer.Option("--archive/--no-archive", help="option.archive")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="option.remove-faded")] = False,
    form: Form = Format.TABLE,
) -> None:
    from kompas.commands.tidy import tidy

    tidy(session_of(context), {"woo": woo, "access": access, "archive": archive}, agreed=yes, form=form)


@command("forget", "vergeet", "with-the-team")
def forget(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="argument.what", show_default=False)],
    verify: Annotated[bool, typer.Option("--verify", help="option.verify")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="option.unasked")] = False,
) -> int:
    from kompas.commands.forget import forget, verify_forgotten

    session = session_of(context)
    return verify_forgotten(session, what) if verify else forget(session, what, is_sure=yes)


@command("share", "deel", "day")
def share(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="option.share-dry-run")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="option.verbose")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="option.send")] = False,
) -> int:
    from kompas.commands.exchange import Wishes
    from kompas.commands.share import share

    return share(session_of(context), Wishes(dry_run, verbose, yes))
