"""A team's own do's and don'ts, found in practice; and the essay's lines in a municipality's own words."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kompas.domain.checklist import OWN, Depth, Line, LineKind, Topic
from kompas.domain.group import group_key
from kompas.errors import AmbiguousLine, LineNotFound

_MOST = {Depth.SHORT: 1, Depth.PAIRS: 3}


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A do or don't of the team: for one municipal field, or for every door. Retired, it is kept and not read."""

    kind: LineKind
    text: str
    field: str | None = None
    added: datetime.date | None = None
    retired: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Rewording:
    """Other words for one of the essay's topics; what is None stays as it is, and nothing can be made empty."""

    topic: str
    title: str | None = None
    dos: tuple[str, ...] | None = None
    donts: tuple[str, ...] | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class TeamChecklist:
    """What a team's `checklist.toml` says."""

    lines: tuple[TeamLine, ...] = ()
    rewordings: tuple[Rewording, ...] = ()


def reword(topics: Iterable[Topic], rewordings: Sequence[Rewording]) -> list[Topic]:
    """Return `topics` in the municipality's words; every topic is still there, under its own source."""
    by_topic = {one.topic: one for one in rewordings}
    return [_reword(topic, by_topic[topic.id]) if topic.id in by_topic else topic for topic in topics]


def list_current(lines: Iterable[TeamLine], field: str | None) -> list[TeamLine]:
    """Return the lines to read at a door of `field`, in the order of the file."""
    return [line for line in lines if line.retired is None and line.field in {None, field}]


def list_team_lines(
    current: Sequence[TeamLine], day: datetime.date, depth: Depth, title: str, source: str
) -> list[Line]:
    """Return the lines to read under `title`: one when short, a few beside a briefing, others every ISO week."""
    most = _MOST.get(depth, len(current))
    start = day.isocalendar().week % len(current) if len(current) > most else 0
    return [Line(OWN, title, line.kind, line.text, source) for line in [*current[start:], *current[:start]][:most]]


def find_line(text: str, lines: Sequence[TeamLine]) -> int | None:
    """Return the place of the line that says `text`, forgiving of capitals and accents."""
    return next((number for number, line in enumerate(lines) if group_key(line.text) == group_key(text)), None)


def require_line(text: str, lines: Sequence[TeamLine]) -> int:
    """Return the place of the one line that is still read and holds `text`. Raises LineNotFound or AmbiguousLine."""
    current = {number: line.text for number, line in enumerate(lines) if line.retired is None}
    asked = group_key(text)
    exact = [number for number, known in current.items() if group_key(known) == asked]
    found = exact or [number for number, known in current.items() if asked and asked in group_key(known)]
    if not found:
        raise LineNotFound(text, tuple(current.values()))
    if len(found) > 1:
        raise AmbiguousLine(text, tuple(current[number] for number in found))
    return found[0]


def _reword(topic: Topic, said: Rewording) -> Topic:
    return replace(
        topic,
        title=said.title or topic.title,
        dos=said.dos or topic.dos,
        donts=said.donts or topic.donts,
        after=said.after or topic.after,
    )
