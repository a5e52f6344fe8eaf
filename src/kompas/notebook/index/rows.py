"""Notes, introductions and problems as rows of the index, and rows as values again."""

import datetime
import json
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kompas.domain.answer import Answer
from kompas.domain.group import group_key
from kompas.domain.kept import (
    Encounter,
    FiledKept,
    FiledKeptIntroduction,
    KeptAgreement,
    KeptIntroduction,
    KeptNote,
    KeptObstacle,
    KeptPromise,
    Outcome,
)
from kompas.domain.search import fold_texts
from kompas.domain.worth import Worth

if TYPE_CHECKING:
    from kompas.domain.problem import Problem

Row = Sequence[Any]

NOTE_COLUMNS = (
    *("path", "day", "grp", "place", "author", "field", "occasion"),
    *("does", "talents", "offers", "asks", "ideas", "leads"),
    *("goal", "story", "worth", "left_behind", "lesson", "confirmed", "promises", "obstacles"),
    *("remember", "introduce", "share", "contact", "sensitive"),
)
"""What a note is made from; `sensitive` is NULL when the note has no agreement at all."""
FOUND_BY = ("key", "folded")
"""What a note is found by besides: its group's key, and all its text folded."""
INTRODUCTION_COLUMNS = ("path", "day", "one", "other", "answer", "author")

_parse_day = datetime.date.fromisoformat


def note_to_row(path: str, note: Encounter) -> Row:
    """Return the values of NOTE_COLUMNS and FOUND_BY."""
    said = note.agreement
    facets = (note.does, note.talents, note.offers, note.asks, note.ideas, note.leads)
    return (
        *(os.fsencode(path), str(note.date), note.group, note.place, note.author, note.field, note.occasion),
        *map("\n".join, facets),  # a phrase is one line, and never empty
        *(note.goal, note.story, "\n".join(note.worth), note.left_behind, note.lesson, _spell(note.confirmed)),
        _dump([one.what, _spell(one.by), _spell(one.kept)] for one in note.promises),
        _dump([one.what, one.ours] for one in note.obstacles),
        *((said.remember, said.introduce, said.share, said.contact, said.sensitive) if said else (None,) * 5),
        *(group_key(note.group), fold_texts(note)),
    )


def row_to_note(row: Row) -> FiledKept:
    """Return the note of which `row` holds the values of NOTE_COLUMNS."""
    path, day, group, place, author, field, occasion, does, talents, offers, asks, ideas, leads, *rest = row
    goal, story, worth, left_behind, lesson, confirmed, promises, obstacles, *said = rest
    facets = [tuple(texts.split("\n")) if texts else () for texts in (does, talents, offers, asks, ideas, leads)]
    note = KeptNote(
        _parse_day(day), group, place, author, field, occasion,
        facets[0], facets[1], facets[2], facets[3], facets[4], facets[5],
        goal, story, tuple(map(Worth, worth.split())), left_behind, lesson, _find_day(confirmed),
        tuple(KeptPromise(what, _find_day(by), _find_day(kept)) for what, by, kept in _load(promises)),
        tuple(KeptObstacle(what, ours) for what, ours in _load(obstacles)),
        _build_agreement(*said),
    )  # fmt: skip
    return FiledKept(os.fsdecode(path), note)


def introduction_to_row(path: str, told: Outcome) -> Row:
    """Return the values of INTRODUCTION_COLUMNS."""
    return (os.fsencode(path), str(told.date), *told.between, told.answer.value, told.author)


def row_to_introduction(row: Row) -> FiledKeptIntroduction:
    """Return the introduction of which `row` holds the values of INTRODUCTION_COLUMNS."""
    path, day, one, other, answer, author = row
    return FiledKeptIntroduction(
        os.fsdecode(path), KeptIntroduction(_parse_day(day), (one, other), Answer(answer), author)
    )


def dump_problems(problems: Iterable["Problem"]) -> str:
    """Return problems as a text; none at all are the empty text."""
    return _dump(
        [type(one).__name__, {name: getattr(one, name) for name in ("path", "line", "excerpt")} | one.facts()]
        for one in problems
    )


def load_problems(text: str) -> list["Problem"]:
    """Return the problems that `text` holds."""
    from kompas.domain import problem  # noqa: PLC0415 a sound notebook has none

    return [
        getattr(problem, kind)(**{name: _thaw(fact) for name, fact in facts.items()}) for kind, facts in _load(text)
    ]


def _dump(parts: Iterable[Any]) -> str:
    every = list(parts)
    return json.dumps(every, default=_freeze) if every else ""


def _load(text: str) -> Any:
    return json.loads(text) if text else ()


def _freeze(day: datetime.date) -> dict[str, str]:
    return {"day": str(day)}


def _thaw(fact: Any) -> Any:
    if isinstance(fact, dict):
        return _parse_day(fact["day"])
    return tuple(fact) if isinstance(fact, list) else fact


def _spell(day: datetime.date | None) -> str | None:
    return str(day) if day else None


def _find_day(text: str | None) -> datetime.date | None:
    return _parse_day(text) if text else None


def _build_agreement(
    remember: int | None, introduce: int | None, share: int | None, contact: str | None, sensitive: int | None
) -> KeptAgreement | None:
    if sensitive is None:
        return None
    return KeptAgreement(_find_truth(remember), _find_truth(introduce), _find_truth(share), contact, bool(sensitive))


def _find_truth(number: int | None) -> bool | None:
    return None if number is None else bool(number)
