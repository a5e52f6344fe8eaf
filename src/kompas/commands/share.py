"""`share`: check, commit, pull, push; each step told, each outcome a sentence."""

from kompas.commands.exchange import Round, Stage, Wishes, exchange
from kompas.commands.problems import list_all_problems
from kompas.commands.session import Session
from kompas.errors import NoBranch, NoIdentity
from kompas.notebook.folder import read_notebook
from kompas.notebook.git.busy import hold, require_quiet
from kompas.notebook.git.clone import find_branch, find_commit, require_clone
from kompas.notebook.git.commit import Change, ChangeKind, commit, forget_half_a_commit, own_index
from kompas.notebook.git.halfway import put_back
from kompas.notebook.git.identity import has_identity, set_identity
from kompas.notebook.git.moving import settle
from kompas.notebook.git.server import find_target, list_addresses
from kompas.notebook.sharing import Choice, choose, is_introduction
from kompas.notebook.start import prepare_clone
from kompas.render.clean import clean
from kompas.render.problems import render_problems


def share(session: Session, wishes: Wishes) -> int:
    """Bring the notes to the team and the team's notes here; return 1 when something stays behind."""
    settings = session.require_own_notebook()
    listen = session.screen.tell if wishes.is_verbose else lambda _: None
    clone = require_clone(settings.root, listen)
    with hold(clone) as was_cut_off:
        around = Round(session, clone, wishes)
        branch = _begin(around, was_cut_off=was_cut_off)
        choice = _choose(around)
        if wishes.is_dry:
            return _show_plan(around, choice, branch)
        made = _commit(around, choice)
        left = _tell_left(session, choice)
        exchange(around, branch, made)
    return left


def _begin(around: Round, *, was_cut_off: bool) -> str:
    """Put right what an earlier run left, and return the branch we are on. Raises NoBranch or GitBusy."""
    clone = around.clone
    require_quiet(clone)
    if not around.wishes.is_dry:
        prepare_clone(clone.root)
        if kept := put_back(clone):
            around.session.screen.tell(around.session.words.say("share.put-back", kept=kept))
        settle(clone, find_branch(clone))
        if was_cut_off and find_commit(clone, "HEAD"):
            with own_index(clone) as index:
                forget_half_a_commit(clone, index)
    branch = find_branch(clone)
    if branch is None:
        raise NoBranch
    return branch


def _choose(around: Round) -> Choice:
    around.tell(Stage.CHECK)
    session, settings = around.session, around.session.settings
    reading = read_notebook(settings.root, settings.today)
    with own_index(around.clone) as index:
        return choose(around.clone, index, reading, list_all_problems(session, reading), settings.today)


def _commit(around: Round, choice: Choice) -> int:
    """Commit what goes; return how many files that are."""
    if not choice.going:
        return 0
    _require_identity(around)
    around.tell(Stage.COMMIT)
    paths = [change.path for change in choice.going]
    with own_index(around.clone) as index:
        return len(paths) if commit(around.clone, index, paths, _write_message(around.session, choice.going)) else 0


def _require_identity(around: Round) -> None:
    screen, words = around.session.screen, around.session.words
    if has_identity(around.clone):
        return
    if not screen.can_ask:
        raise NoIdentity
    screen.tell(words.say("share.who"))
    name, email = screen.ask(words.say("share.name")), screen.ask(words.say("share.email"))
    if not name or not email:
        raise NoIdentity
    set_identity(around.clone, name, email)


def _write_message(session: Session, going: tuple[Change, ...]) -> str:
    """Return what the commit is about: numbers, and never a group or a person."""
    told = []
    for kind in ChangeKind:
        paths = [change.path for change in going if change.kind is kind and "/" in change.path]
        met = sum(map(is_introduction, paths))
        for what, count in (("notes", len(paths) - met), ("introductions", met)):
            if count:
                told.append(session.words.count(f"commit.{what}-{kind.value}", count))
    if any("/" not in change.path for change in going):
        told.append(session.words.say("commit.own"))
    return ", ".join(told)


def _show_plan(around: Round, choice: Choice, branch: str) -> int:
    words, screen = around.session.words, around.session.screen
    target = find_target(around.clone, branch)
    screen.show(clean("\n".join(f"{words.say(f'share-change.{one.kind.value}')} {one.path}" for one in choice.going)))
    screen.tell(words.count("share.would", len(choice.going)))
    if target:
        screen.tell(words.say("share.would-go", remote=list_addresses(around.clone, target.remote)[0]))
    return _tell_left(around.session, choice)


def _tell_left(session: Session, choice: Choice) -> int:
    """Tell what stays behind and why; return 1 when anything does."""
    session.screen.tell(render_problems(choice.problems, session.words))
    held = len({problem.path for problem in choice.problems})
    for what, count in (("held", held), ("ignored", len(choice.ignored))):
        if count:
            session.screen.tell(session.words.count(f"share.{what}", count))
    for path in choice.ignored:
        session.screen.tell(f"    {path}")
    return 1 if held or choice.ignored else 0
