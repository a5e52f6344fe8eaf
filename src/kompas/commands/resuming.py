"""Drafts that wait are offered before a new round begins."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kompas.commands.choosing import agrees, choose, pick
from kompas.commands.session import Session
from kompas.commands.telling import Telling
from kompas.domain.group import group_key
from kompas.domain.questions import QUESTIONS, REVIEW, Spot
from kompas.notebook.draft_file import Draft, parse_draft
from kompas.notebook.drafts import list_drafts, read_draft, remove_draft

OFFERS = ("go-on", "new", "throw")
"""What can be done with a draft that waits; Enter does the first."""


def find_begun(session: Session, begun: Mapping[str, Any]) -> tuple[Telling, Spot] | None:
    """Offer the drafts of this notebook; return the one to go on with and where it stopped, or None for a new one.

    With a group in `begun` only drafts about that group are offered.
    """
    waiting = _list_offered(session, begun)
    while waiting:
        number = _pick_one(session, [draft.told for _, draft in waiting])
        if number is None:
            return None
        path, draft = waiting[number]
        chosen = choose(session, session.screen.ask, OFFERS)
        if chosen == "new":
            return None
        if chosen == "go-on":
            return _take_up(session, path, draft, {**begun, **draft.told})
        if agrees(session.screen.ask, session.words.say("guide.sure")):
            remove_draft(path)
            del waiting[number]
    return None


def _pick_one(session: Session, offered: list[dict[str, Any]]) -> int | None:
    lines = [session.words.say("guide.begun", group=told.get("group", "?"), date=told["date"]) for told in offered]
    if len(lines) == 1:
        session.screen.tell(session.words.say("guide.waiting", begun=lines[0]))
        return 0
    session.screen.tell(session.words.say("guide.waiting-many"))
    return pick(session, session.screen.ask, lines, session.words.say("guide.which-draft"))


def _list_offered(session: Session, begun: Mapping[str, Any]) -> list[tuple[Path, Draft]]:
    """List the drafts of this notebook, and tell of those that are of another or cannot be read."""
    asked, offered = group_key(str(begun.get("group", ""))), []
    for path in list_drafts():
        draft = parse_draft(read_draft(path))
        if draft is None:
            session.screen.tell(session.words.say("guide.unreadable", path=path))
        elif draft.notebook and Path(draft.notebook) != session.settings.root.resolve():
            session.screen.tell(session.words.say("guide.elsewhere", place=draft.notebook))
        elif asked in {"", group_key(str(draft.told.get("group", "")))}:
            offered.append((path, draft))
    return offered


def _take_up(session: Session, path: Path, draft: Draft, told: Mapping[str, Any]) -> tuple[Telling, Spot]:
    telling, stop = Telling(session, told, path), draft.stop
    if "group" in told:
        telling.show_note()
    if not stop or stop.question not in QUESTIONS:
        return telling, Spot(REVIEW if "group" in told else QUESTIONS[0])
    spot = Spot(stop.question, stop.number)
    if stop.line:
        telling.waiting[spot] = stop.line
    return telling, spot
