"""The checklist at the door: which do's and don'ts to read, and the question for afterwards."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kompas.domain.group import fold
from kompas.errors import UnknownField


class TopicKind(StrEnum):
    """When a topic is shown."""

    ALWAYS = "always"
    ATTITUDE = "attitude"
    FIELD = "field"


class LineKind(StrEnum):
    """What a line asks of the reader."""

    DO = "do"
    DONT = "dont"
    AFTER = "after"


class Depth(StrEnum):
    """How much of the checklist is read.

    SHORT, in the 25 seconds before ringing: one do a topic, and the don't of the topic that is always shown. PAIRS,
    with a briefing under it: one do and one don't a topic. WHOLE: also one of each topic's further lines, another
    every ISO week.
    """

    SHORT = "short"
    PAIRS = "pairs"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the essay's themes in one language; the first do and don't are the default, further ones rotate."""

    id: str
    kind: TopicKind
    source: str
    title: str
    dos: tuple[str, ...]
    donts: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Field:
    """A municipal field: its id and its names in every language."""

    id: str
    names: tuple[str, ...]


OWN = "own"
"""The topic of a team's own lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist."""

    topic: str
    title: str
    kind: LineKind
    text: str
    source: str


def require_field(name: str, fields: Sequence[Field]) -> str:
    """Return the id of the field that is called `name`, or of which only one name holds it. Raises UnknownField."""
    asked = fold(name).replace("-", " ")
    spelt = {field.id: [fold(one).replace("-", " ") for one in (field.id, *field.names)] for field in fields}
    exact = [field for field, names in spelt.items() if asked in names]
    parts = exact or [field for field, names in spelt.items() if any(asked in one for one in names)]
    if len(parts) != 1 or not asked.strip():
        raise UnknownField(name, tuple(spelt))
    return parts[0]


def build_checklist(
    topics: Iterable[Topic], field: str | None, day: datetime.date, depth: Depth, team: Sequence[Line] = ()
) -> list[Line]:
    """Return the lines to read: every door's topics in their order, the one municipal `field`, those of the `team`.

    Last comes one question for afterwards: the field's, or each ISO week another topic's.
    """
    shown = [topic for topic in topics if topic.kind is not TopicKind.FIELD or topic.id == field]
    week = day.isocalendar().week
    lines = [line for topic in shown for line in _list_lines(topic, depth, week)]
    asking = next((topic for topic in shown if topic.id == field), shown[week % len(shown)])
    return [*lines, *team, _line(asking, LineKind.AFTER, asking.after)]


def pick_question(topics: Iterable[Topic], field: str | None, day: datetime.date) -> str:
    """Return one question to put to yourself after a visit on `day`: each day another one of those for this `field`."""
    asked = [topic.after for topic in topics if topic.kind is not TopicKind.FIELD or topic.id == field]
    return asked[day.toordinal() % len(asked)]


def _list_lines(topic: Topic, depth: Depth, week: int) -> Iterator[Line]:
    for kind, texts in ((LineKind.DO, topic.dos), (LineKind.DONT, topic.donts)):
        if kind is LineKind.DO or depth is not Depth.SHORT or topic.kind is TopicKind.ALWAYS:
            yield _line(topic, kind, texts[0])
        if depth is Depth.WHOLE and (further := texts[1:]):
            yield _line(topic, kind, further[week % len(further)])


def _line(topic: Topic, kind: LineKind, text: str) -> Line:
    return Line(topic.id, topic.title, kind, text, topic.source)
