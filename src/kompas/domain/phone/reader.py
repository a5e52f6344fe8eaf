"""What every part of the reading of lines is given: the labels, the day it is, and what a person said of doubts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from kompas.domain.phone.doubt import Doubt
from kompas.domain.phone.labels import Labels
from kompas.domain.phone.lines import Line

Kind = TypeVar("Kind", bound=Doubt)


@dataclass(frozen=True)
class Reader:
    """A reading of the text that doubts call `path`; `answers` are what was said of doubts of an earlier reading."""

    labels: Labels
    today: date
    path: str
    answers: Mapping[Doubt, str]

    def doubt(self, kind: type[Kind], line: Line, **facts: Any) -> Kind:
        """Return a doubt about `line`."""
        return kind(path=self.path, line=line.number, excerpt=line.typed, **facts)

    def find_answer(self, doubt: Doubt) -> bool | None:
        """Return yes or no as it was said of `doubt`; None when nobody was asked, or said something else."""
        return self.labels.parse_answer(self.answers.get(doubt, ""))
