"""`page`: one HTML file that stands alone, for a screen and for A4."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from kompas.commands.briefing import read_points
from kompas.commands.checklist import list_lines
from kompas.commands.evening import read_evening
from kompas.commands.matching import build_reader
from kompas.commands.mirror import read_practice, read_reflections
from kompas.commands.reading import read_shared
from kompas.commands.session import Session
from kompas.commands.stories import read_stories, tell_persons
from kompas.domain.checklist import Depth
from kompas.domain.market import group_by_theme
from kompas.domain.mirror.practice import Window
from kompas.notebook.page_file import choose_place, write_page
from kompas.policy.checklist import read_topics
from kompas.render.page import GENERATOR, Paper
from kompas.render.pages import (
    render_door_page,
    render_evening_page,
    render_market_page,
    render_mirror_page,
    render_stories_page,
)

_STDOUT = "-"


def door(session: Session, name: str | None, output: str | None) -> None:
    """Make the page to read at the door, with what to know of the group that `name` means."""
    lines = list_lines(session, None, Depth.WHOLE)
    group, points = read_points(session, name) if name else ("", [])
    _put(session, render_door_page(lines, group, points, _choose_paper(session)), "door", output)


def evening(session: Session, coming: Sequence[str], rounds: int, tables: int | None, output: str | None) -> None:
    """Make the plan of an evening, with a card for each table."""
    plan, suggestions, themes = read_evening(session, coming, rounds, tables)
    _put(session, render_evening_page(plan, suggestions, themes, _choose_paper(session)), "evening", output)


def market(session: Session, output: str | None) -> None:
    """Make the page of what groups can and look for; what in it reads like a person is pointed out."""
    reader = build_reader(session)
    stalls = group_by_theme(read_shared(session), reader)
    if not stalls:
        session.screen.tell(session.words.say("nothing.market"))
        return
    tell_persons(session, [phrase.text for phrases in stalls.values() for phrase in phrases])
    _put(session, render_market_page(stalls, reader.themes, _choose_paper(session)), "market", output)


def mirror(session: Session, window: Window, output: str | None) -> None:
    """Make the mirror, with charts."""
    practice = read_practice(session, window)
    if not practice.notes:
        session.screen.tell(session.words.say("nothing.mirror"))
        return
    titles = {topic.id: topic.title for topic in read_topics(session.words.language)}
    found, paper = read_reflections(session, practice), _choose_paper(session)
    _put(session, render_mirror_page(found, titles, practice, window, paper), "mirror", output)


def stories(session: Session, output: str | None) -> None:
    """Make the page of stories that groups agreed to share."""
    found = read_stories(session)
    if not found:
        session.screen.tell(session.words.say("nothing.stories"))
        return
    _put(session, render_stories_page(found, _choose_paper(session)), "stories", output)


def _choose_paper(session: Session) -> Paper:
    settings = session.find_settings()
    language = (settings.language if settings else None) or session.words.language
    today = settings.today if settings else datetime.date.today()  # noqa: DTZ011 a day, no time zone
    return Paper(session.words, language, today)


def _put(session: Session, text: str, name: str, output: str | None) -> None:
    """Write the page where it was asked for, and say where that is; `-` is stdout."""
    if output == _STDOUT:
        session.screen.show(text)
        return
    settings = session.find_settings()
    root = settings.root if settings else None
    place = Path(output) if output else choose_place(root, Path.cwd(), f"kompas-{name}.html")
    write_page(place, text, GENERATOR)
    session.screen.show(session.words.say("saved", path=place))
