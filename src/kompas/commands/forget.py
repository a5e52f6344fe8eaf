"""`forget`: erase a word, group or note; say what is left and how it goes. It claims no more than it did."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kompas.commands.session import Session
from kompas.domain.forgetting import Sought, Where, seek
from kompas.domain.group import group_key
from kompas.errors import UnforgettableWord
from kompas.notebook.erasing import (
    commit_erasures,
    erase,
    erase_own,
    is_about,
    plan_erasures,
    write_receipt,
)
from kompas.notebook.filename import find_id, slugify
from kompas.notebook.git.objects import find_remotes
from kompas.notebook.recipe import write_recipe
from kompas.notebook.traces import Search, find_traces, read_content
from kompas.notebook.walk import list_files
from kompas.render.clean import clean
from kompas.render.forgetting import render_steps, render_traces

_NEAR = frozenset({Where.TEXT, Where.NAME, Where.OWN})
"""The places that kompas itself erases; all others are git's."""


@dataclass(frozen=True, slots=True)
class Target:
    """What must go: `sought` finds it, and files that `is_gone` names by path and content go whole."""

    sought: Sought
    is_gone: Callable[[str, bytes], bool]


def verify_forgotten(session: Session, what: str) -> int:
    """Show where the word still stands on this computer; return 1 when it does, 0 when it does not."""
    sought = _require_sought(what)
    search = find_traces(session.settings.root, sought)
    _show(session, search, "forget.remains")
    if not search.traces:
        session.screen.show(session.words.say("forget.nowhere", what=what))
        session.screen.tell(session.words.say("forget.elsewhere"))
    return 1 if search.traces else 0


def forget(session: Session, what: str, *, is_sure: bool) -> int:
    """Show every place, ask, erase what lies in the folder, and tell what remains; return 1 when nothing was done."""
    settings, words = session.require_own_notebook(), session.words
    sought = _require_sought(what)
    search = find_traces(settings.root, sought)
    target = _find_target(settings.root, what, sought, search)
    if not search.traces:
        session.screen.show(words.say("forget.nowhere", what=what))
        session.screen.tell(words.say("forget.elsewhere"))
        return 0
    todo = _list_todo(settings.root, search)
    if any(trace.where in _NEAR for trace in search.traces):
        _show(session, search, "forget.found")
        if not is_sure and not _ask(session):
            return 1
        _carry_out(session, target, len(search.traces), todo)
    left = find_traces(settings.root, sought)
    commands = write_recipe(settings.root, sought, left, target.is_gone) if "history" in todo else []
    _show(session, left, "forget.remains", is_brief=True)
    session.screen.show(f"{words.say('forget.steps')}\n{clean(render_steps(todo, commands, words))}")
    session.screen.tell(words.say("forget.elsewhere"))
    return 0


def _require_sought(what: str) -> Sought:
    """Return what finds the word, or the note of which the path was typed. Raises UnforgettableWord."""
    term = find_id(what) if what.endswith(".toml") else what
    sought = seek(term, slugify(term))
    if sought is None:
        raise UnforgettableWord(what)
    return sought


def _find_target(root: Path, what: str, sought: Sought, search: Search) -> Target:
    """Return what goes whole: the note with this name or these four signs, or all about a group of this name."""
    key = group_key(what)
    if any(what in {path, PurePosixPath(path).name, find_id(path)} for path in list_files(root)):
        return Target(sought, lambda path, _: find_id(path) == sought.term)
    contents = (*search.contents.values(), *(read_content(root / path) for path in list_files(root)))
    if any(is_about(content, key) for content in contents):
        return Target(sought, lambda _, content: is_about(content, key))
    return Target(sought, lambda _path, _content: False)


def _ask(session: Session) -> bool:
    if not session.screen.can_ask:
        session.screen.tell(session.words.say("forget.not-asked"))
        return False
    answer = session.screen.ask(session.words.say("forget.ask")).casefold()
    if answer and session.words.say("answer.yes").startswith(answer):
        return True
    session.screen.tell(session.words.say("forget.kept"))
    return False


def _carry_out(session: Session, target: Target, count: int, todo: Sequence[str]) -> None:
    root, today, words = session.settings.root, session.settings.today, session.words
    erasures = plan_erasures(root, target.sought, target.is_gone)
    erase(root, erasures)
    erase_own(root, target.sought, target.is_gone)
    gone = sum(erasure.text is None for erasure in erasures)
    session.screen.show(words.say("forget.erased", gone=gone, changed=len(erasures) - gone))
    steps = "".join(f"- [ ] {words.say(f'todo.{step}')}\n" for step in todo)
    receipt = write_receipt(root, today.isoformat(), words.say("page.receipt", day=today, count=count, todo=steps))
    paths = {path for erasure in erasures for path in (erasure.path, erasure.new_path)}
    if not commit_erasures(root, {*paths, receipt}, words.say("forget.message")):
        session.screen.tell(words.say("forget.not-committed"))
    session.screen.show(words.say("forget.receipt", path=receipt))


def _list_todo(root: Path, search: Search) -> list[str]:
    """Return what people still have to do: nothing in git, and only back-ups may hold it."""
    if all(trace.where in _NEAR for trace in search.traces):
        return ["backups"]
    if not find_remotes(root):
        return ["history", "backups", "verify"]
    return ["colleagues-first", "history", "server", "forge", "colleagues", "backups", "verify"]


def _show(session: Session, search: Search, heading: str, *, is_brief: bool = False) -> None:
    words = session.words
    if search.traces:
        told = render_traces(search.traces, words, is_brief=is_brief)
        session.screen.show(f"{words.say(heading)}\n{clean(told)}")
    if search.unread:
        session.screen.tell(words.say("forget.unread", count=search.unread))
    if search.is_shallow:
        session.screen.tell(words.say("forget.shallow"))
