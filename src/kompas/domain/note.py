"""The note: one encounter with one group, as DESIGN.md lays it down."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from kompas.domain.worth import Worth


def _settle(text: Any) -> Any:
    """Give text one kind of newline, and no half characters that no file can hold."""
    if not isinstance(text, str):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")


def _fold_blanks(text: str) -> str:
    return " ".join(text.split())


def _keep_filled(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


Text = Annotated[str, BeforeValidator(_settle)]
"""Any text, with LF as its only newline."""
Line = Annotated[Text, AfterValidator(_fold_blanks)]
"""Text on one line; runs of white space become one space."""
Name = Annotated[Line, StringConstraints(min_length=1)]
"""A line that is not empty."""
Phrases = Annotated[tuple[Line, ...], AfterValidator(_keep_filled)]
"""The entries of one facet, empty ones left out."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Promise(_Part):
    """What we promised a group, by when, and when it was kept (absent while open)."""

    what: Name
    by: datetime.date | None = None
    kept: datetime.date | None = None


class Obstacle(_Part):
    """What stands in a group's way, and whether it is ours to take away."""

    what: Name
    ours: bool = False


class Agreement(_Part):
    """What the group said yes or no to; None means that nobody asked."""

    remember: bool | None = Field(default=None, description="false: the note is not kept")
    introduce: bool | None = Field(default=None, description="may we tell another group that they exist?")
    share: bool | None = Field(default=None, description="may the story and phrases go on a page for others?")
    contact: Name | None = Field(default=None, description="a role, or a first name if they want that")
    sensitive: bool = Field(
        default=False, description="faith, health, LGBT+, politics, union: then no contact and no sharing"
    )


class Note(_Part):
    """One encounter with one group. Only `date` and `group` are required."""

    date: datetime.date = Field(description="the day of the encounter")
    group: Name = Field(description="named as it names itself")
    place: Line | None = Field(default=None, description="a public place")
    author: Line | None = Field(default=None, description="an official's handle")
    field: Line | None = Field(default=None, description="the municipal field the official works in")
    occasion: Line | None = Field(default=None, description="what brought you there")

    does: Phrases = Field(default=(), description="what they do")
    talents: Phrases = Field(default=(), description="what they are good at")
    offers: Phrases = Field(default=(), description="what they could offer others")
    asks: Phrases = Field(default=(), description="what they look for")
    ideas: Phrases = Field(default=(), description="ideas in the attic")
    leads: Phrases = Field(default=(), description="groups they mentioned that we have not met yet")

    goal: Text | None = Field(default=None, description="their goal, in their words")
    story: Text | None = Field(default=None, description="three to five sentences, preferably theirs")
    worth: tuple[Worth, ...] = Field(default=(), description="whom this was worth something to")
    left_behind: Text | None = Field(default=None, description="what they now know of us")
    lesson: Text | None = Field(default=None, description="what we learned ourselves")
    confirmed: datetime.date | None = Field(default=None, description="last time the group said: still true")

    promises: tuple[Promise, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True)
class FiledNote:
    """A note and where it lies: `path` is relative to the notebook, with `/` between folders."""

    path: str
    note: Note
