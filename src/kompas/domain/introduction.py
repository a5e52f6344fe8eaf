"""Introductions: what became of a suggestion. Only this outcome is kept, never who knows whom."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from kompas.domain.answer import Answer
from kompas.domain.group import group_key
from kompas.domain.note import Line, Name


def _require_two(names: tuple[str, str]) -> tuple[str, str]:
    if group_key(names[0]) == group_key(names[1]):
        msg = "same group twice"
        raise ValueError(msg)
    return names


class Introduction(BaseModel):
    """The outcome of one suggestion between two groups."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: datetime.date
    between: Annotated[tuple[Name, Name], AfterValidator(_require_two)]
    answer: Answer
    author: Line | None = None


@dataclass(frozen=True, slots=True)
class FiledIntroduction:
    """An introduction and where it lies, relative to the notebook."""

    path: str
    introduction: Introduction
