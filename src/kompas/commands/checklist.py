"""`checklist`: the do's and don'ts to read at the door, and what to know of the group behind it."""

import datetime

from kompas.commands.session import Session
from kompas.domain.checklist import Depth, Line, build_checklist, require_field
from kompas.domain.team_lines import TeamChecklist, list_current, list_team_lines, reword
from kompas.policy.checklist import read_fields, read_topics
from kompas.render.checklist import list_checklist_rows, render_checklist
from kompas.render.listing import Format


def checklist(session: Session, field: str | None, *, short: bool, with_source: bool, form: Format) -> None:
    """Show the checklist for every door and for one municipal field; it needs no notebook."""
    depth = Depth.SHORT if short else Depth.WHOLE
    lines = list_lines(session, field, depth)
    if form is Format.TABLE:
        text = render_checklist(lines, session.words, session.screen.canvas, depth, with_source=with_source)
        session.screen.show(text)
    else:
        session.show_listing(list_checklist_rows(lines), form, "")


def list_lines(session: Session, field: str | None, depth: Depth) -> list[Line]:
    """Return the lines for the field that was asked for, or else the notebook's own. Raises UnknownField."""
    settings = session.find_settings()
    asked = field or (settings.field if settings else None)
    known = require_field(asked, read_fields()) if asked else None
    today = settings.today if settings else datetime.date.today()  # noqa: DTZ011 a day, no time zone
    topics, team = read_topics(session.words.language), TeamChecklist()
    if settings and (settings.root / "checklist.toml").exists():
        from kompas.commands.team import read_team  # noqa: PLC0415 who has no such file pays for no Pydantic

        team = read_team(session)
    own = list_team_lines(
        list_current(team.lines, known), today, depth, session.words.say("checklist.own"), "checklist.toml"
    )
    return build_checklist(reword(topics, team.rewordings), known, today, depth, own)
