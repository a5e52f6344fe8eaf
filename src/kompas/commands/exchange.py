"""Pull and push, again and again while colleagues do the same, until both sides have all."""

import random
import time
from dataclasses import dataclass, field
from enum import StrEnum

from kompas.commands.session import Session
from kompas.errors import HeldBack, PushOvertaken, UnnamedRemote
from kompas.notebook.git.clone import Clone, find_commit
from kompas.notebook.git.forges import may_send
from kompas.notebook.git.joining import join
from kompas.notebook.git.moving import move
from kompas.notebook.git.server import (
    Sent,
    Target,
    choose_ways,
    fetch,
    find_target,
    follow,
    list_addresses,
    push,
)
from kompas.notebook.sharing import find_unfit, keep_beside

_TRIES = 40
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to share: only look, show git's own words, and yes to a remote that the team did not name."""

    is_dry: bool = False
    is_verbose: bool = False
    yes: bool = False


class Stage(StrEnum):
    """What is being done, told while it is done."""

    CHECK = "check"
    COMMIT = "commit"
    PULL = "pull"
    PUSH = "push"
    AGAIN = "again"


@dataclass
class Round:
    """One round of sharing: who asks for it, and in which clone.

    `joined` is the commit that holds what both sides have so far, `team` what the server held when it was last asked,
    and `twice` the paths that both sides changed.
    """

    session: Session
    clone: Clone
    wishes: Wishes
    joined: str | None = None
    team: str | None = None
    twice: set[str] = field(default_factory=set)

    def tell(self, stage: Stage) -> None:
        """Say what is being done."""
        self.session.screen.tell(self.session.words.say(f"sharing.{stage}"))

    def keep_both(self, path: str) -> str | None:
        """Return the name for our version of a file that a colleague changed too, and remember that it was."""
        name = keep_beside(self.clone, path)
        if name:
            self.twice.add(path)
        return name


def exchange(around: Round, branch: str, made: int) -> None:
    """Pull and push until both sides have all; tell what came and went. `made` files were committed just now."""
    clone, screen = around.clone, around.session.screen
    target = find_target(clone, branch)
    if target is None:
        screen.show(around.session.words.count("share.only-here", made))
        return
    _require_leave(around, target)
    before = around.joined = find_commit(clone, "HEAD")
    try:
        _meet(around, branch, target)
    finally:
        if around.joined:
            move(clone, branch, around.joined)
        for path in sorted(around.twice):
            screen.tell(around.session.words.say("share.twice", path=path))
    screen.show(_summarise(around, before))


def _meet(around: Round, branch: str, target: Target) -> None:
    """Join and send, again when colleagues were first. Raises PushOvertaken when they always are."""
    session = around.session
    ways = choose_ways(around.clone, session.environment, may_ask=session.screen.can_ask)
    for attempt in range(_TRIES):
        around.tell(Stage.AGAIN if attempt else Stage.PULL)
        target, around.team = fetch(around.clone, target, branch, ways)
        if _send(around, target, ways) is Sent.DONE:
            follow(around.clone, branch, target)
            return
        pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**attempt)
        time.sleep(random.uniform(0, pause))  # noqa: S311 so that no two of us keep step
    raise PushOvertaken(_TRIES)


def _send(around: Round, target: Target, ways: dict[str, str]) -> Sent:
    """Join what the team has with what is here, and send it when it holds anything new."""
    clone = around.clone
    if around.team:
        around.joined = join(clone, around.joined, around.team, around.keep_both)
    if around.joined is None or around.joined == around.team:
        return Sent.DONE
    if unfit := find_unfit(clone, around.joined, around.team, around.session.settings.today):
        raise HeldBack(unfit)
    around.tell(Stage.PUSH)
    return push(clone, target, around.joined, ways)


def _require_leave(around: Round, target: Target) -> None:
    """Send nothing to a place where anybody may look, unless the team named it or a person says so."""
    session, named = around.session, around.session.settings.remotes
    strange = [one for one in list_addresses(around.clone, target.remote) if not may_send(one, named)]
    if not strange or around.wishes.yes:
        return
    if session.screen.can_ask:
        answer = session.screen.ask(session.words.say("share.public", remote=strange[0]))
        if answer.casefold() in {"ja", "j", "yes", "y"}:
            return
    raise UnnamedRemote(strange[0])


def _summarise(around: Round, before: str | None) -> str:
    """Tell how many files went out and came in."""
    words, clone = around.session.words, around.clone
    ways = {"out": _count(clone, around.team, around.joined), "in": _count(clone, before, around.joined)}
    told = [words.count(f"share.{way}", count) for way, count in ways.items() if count]
    return " ".join(told) or words.say("share.nothing")


def _count(clone: Clone, old: str | None, new: str | None) -> int:
    if new is None or old == new:
        return 0
    words = ("diff-tree", "-r", "--no-renames", old) if old else ("ls-tree", "-r")
    return clone.require(*words, "--name-only", "-z", new, "--", ".", at=clone.root).count(b"\0")
