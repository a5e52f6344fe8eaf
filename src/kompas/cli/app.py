"""The app: kompas itself, and how a command is entered into it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kompas import __version__
from kompas.cli.speech import KompasCommand, KompasGroup

if TYPE_CHECKING:
    from kompas.commands.session import Session

app = typer.Typer(
    cls=KompasGroup,
    add_completion=False,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def command(
    name: str, dutch: str, section: str, *, hidden: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Enter a function as the command `name`, that also answers to its Dutch name, in a section of the help.

    A hidden one is for programs, and in no list.
    """
    cls = type(f"{name.title()}Command", (KompasCommand,), {"dutch": dutch, "section": section})
    return app.command(name, cls=cls, hidden=hidden)


def session_of(context: typer.Context) -> "Session":
    """Return the session of this run."""
    session: Session = context.find_root().obj
    return session


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"kompas {__version__}")
        raise typer.Exit


def _install_completion(context: typer.Context, asked: bool) -> None:
    if asked:
        from kompas.commands.shell import install_completion

        install_completion(session_of(context))
        raise typer.Exit


def _show_completion(context: typer.Context, asked: bool) -> None:
    if asked:
        from kompas.commands.shell import show_completion

        show_completion(session_of(context))
        raise typer.Exit


@app.callback()
def kompas(
    context: typer.Context,
    notebook: Annotated[
        # KOMPAS_NOTEBOOK is read by `find_notebook`: it names one, and here it would be cut at its spaces.
        list[str] | None, typer.Option("--notebook", metavar="folder", help="option.notebook")
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="language", envvar="KOMPAS_LANG", help="option.lang")
    ] = None,
    install_completion: Annotated[
        bool, typer.Option("--install-completion", callback=_install_completion, help="option.install-completion")
    ] = False,
    show_completion: Annotated[
        bool, typer.Option("--show-completion", callback=_show_completion, help="option.show-completion")
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help="option.plain")] = False,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="option.version")
    ] = False,
) -> None:
    # `main` has chosen the language before the grammar is read, so that errors in the grammar are told in it.
    del version, install_completion, show_completion
    session = session_of(context)
    session.given = tuple(filter(None, notebook or ()))
    if plain:
        session.screen.be_plain()
    if context.invoked_subcommand is None:
        from kompas.commands.today import today

        today(session)
    elif lang:
        _ = session.words.language  # an unknown language is told before anything else
