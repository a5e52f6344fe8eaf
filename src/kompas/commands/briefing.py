"""`checklist GROUP`: the do's and don'ts, and under them what to know before ringing."""

from kompas.commands.checklist import list_lines
from kompas.commands.matching import Ground, read_ground
from kompas.commands.session import Session
from kompas.domain.about import list_known
from kompas.domain.briefing import build_briefing
from kompas.domain.checklist import Depth
from kompas.domain.group import require_group
from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.suggest import GOOD
from kompas.render.briefing import Point, list_point_rows, list_points, render_door
from kompas.render.checklist import list_checklist_rows
from kompas.render.listing import Format, join_listings


def briefing(  # noqa: PLR0913 a parameter for each flag
    session: Session, name: str, field: str | None, *, short: bool, with_source: bool, form: Format
) -> None:
    """Show the checklist with a briefing on the group that `name` means: met, or only heard of."""
    depth = Depth.SHORT if short else Depth.PAIRS
    lines = list_lines(session, field, depth)
    group, points = read_points(session, name)
    if form is not Format.TABLE:
        session.show_listing(join_listings(list_checklist_rows(lines), list_point_rows(group, points)), form, "")
        return
    canvas = session.screen.canvas
    session.screen.show(render_door(group, points, lines, session.words, canvas, depth, with_source=with_source))


def read_points(session: Session, name: str) -> tuple[str, list[Point]]:
    """Return the group that `name` means, and what to know of it. Raises GroupNotFound and AmbiguousGroup."""
    ground = read_ground(session)
    group = require_group(
        name, list_known((filed.note.group for filed in ground.living), ground.introductions, ground.living)
    )
    told = build_briefing(group, ground.living, session.settings.today)
    meeting = _find_meeting(ground, group) if told.met else None
    return group, list_points(told, meeting, ground.reader.themes, session.words)


def _find_meeting(ground: Ground, group: str) -> Suggestion | None:
    """Return the suggestion that `meet` shows first for this group."""
    best = next(iter(ground.suggest(group)), None)
    return best if best and best.weight >= GOOD else None
