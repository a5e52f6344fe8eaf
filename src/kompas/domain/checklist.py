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


def build_checklist(topics: Iterable[Topic], field: str | None, day: datetime.date, *, short: bool) -> list[Line]:
    """Return the lines to read: every door's topics in their order, then the one municipal `field`.

    The long form adds, for each topic, one of its further lines, another every ISO week. The short form, for 25 seconds
    before ringing, keeps one do a topic, and the don't of the topic that is always shown. Last comes one question for
    afterwards: the field's, or each week another topic's.
    """
    shown = [topic for topic in topics if topic.kind is not TopicKind.FIELD or topic.id == field]
    week = day.isocalendar().week
    lines = [line for topic in shown for line in (_list_short(topic) if short else _list_long(topic, week))]
    asking = next((topic for topic in shown if topic.id == field), shown[week % len(shown)])
    return [*lines, _line(asking, LineKind.AFTER, asking.after)]


def _list_short(topic: Topic) -> Iterator[Line]:
    yield _line(topic, LineKind.DO, topic.dos[0])
    if topic.kind is TopicKind.ALWAYS:
        yield _line(topic, LineKind.DONT, topic.donts[0])


def _list_long(topic: Topic, week: int) -> Iterator[Line]:
    for kind, texts in ((LineKind.DO, topic.dos), (LineKind.DONT, topic.donts)):
        yield _line(topic, kind, texts[0])
        if further := texts[1:]:
            yield _line(topic, kind, further[week % len(further)])


def _line(topic: Topic, kind: LineKind, text: str) -> Line:
    return Line(topic.id, topic.title, kind, text, topic.source)
