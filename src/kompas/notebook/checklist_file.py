"""A team's own checklist: `checklist.toml` at the root of its notebook, read with its faults and added to."""

import datetime
from collections.abc import Collection, MutableMapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Limits

from kompas.domain.checklist import Field, LineKind, require_field
from kompas.domain.note import Name
from kompas.domain.problem import Problem, UnknownChoice
from kompas.domain.team_lines import Rewording, TeamChecklist, TeamLine
from kompas.errors import NotRewritten, UnknownField
from kompas.notebook.changing import make_changes, plan_edit
from kompas.notebook.folder import read_bytes
from kompas.notebook.journal import Change, Deed
from kompas.notebook.note_file import dump_table, point, validate
from kompas.notebook.toml import Source, parse_toml

CHECKLIST_NAME = "checklist.toml"
Names = Annotated[tuple[Name, ...], Limits(min_length=1)]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Annotated[str, StringConstraints(pattern="^(do|dont)$")]
    text: Name
    field: Name | None = None
    added: datetime.date | None = None
    retired: datetime.date | None = None


class _Rewording(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: Name
    title: Name | None = None
    do: Names | None = None
    dont: Names | None = None
    after: Name | None = None


class _Checklist(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    line: tuple[_Line, ...] = ()
    reword: tuple[_Rewording, ...] = ()


def read_team_checklist(root: Path, topics: Collection[str], fields: Sequence[Field]) -> TeamChecklist | list[Problem]:
    """Return the team's own checklist, or all that is wrong with its file; there need not be one.

    `topics` are the ids that can be reworded, `fields` those that a line can be for.
    """
    content = read_bytes(root, CHECKLIST_NAME)
    if isinstance(content, Problem):
        return [content]
    parsed = parse_toml(CHECKLIST_NAME, content or b"")
    if isinstance(parsed, Problem):
        return [parsed]
    source, table = parsed
    told = validate(_Checklist, source, table)
    if isinstance(told, list):
        return told
    return _find_strange(told, source, topics, fields) or _build(told, fields)


def add_line(root: Path, line: TeamLine, heading: str) -> None:
    """Write `line` under those that are there; `heading` tells in a new file what it is.

    Raises NotWritten, or NotRewritten when the lines that are there are written in a way that none can follow.
    """
    before = read_bytes(root, CHECKLIST_NAME)
    if isinstance(before, Problem):
        raise NotRewritten(CHECKLIST_NAME)
    start = _begin(heading) if before is None else before
    told = {"kind": line.kind.value, "text": line.text, "field": line.field, "added": line.added}
    table = dump_table({key: value for key, value in told.items() if value})
    gap = "\n" if start.endswith(b"\n") else "\n\n"
    added = f"{gap}[[line]]\n{table}"
    after = start + (added.replace("\n", "\r\n") if b"\r\n" in start else added).encode()
    if isinstance(parse_toml(CHECKLIST_NAME, after), Problem):
        raise NotRewritten(CHECKLIST_NAME)
    make_changes(root, Deed.LEARN, [Change(CHECKLIST_NAME, before, after)])


def retire_line(root: Path, number: int, day: datetime.date | None) -> None:
    """Write that the line at place `number` is retired since `day`, or with None that it is read again."""

    def retire(table: MutableMapping[str, Any]) -> None:
        if day:
            table["line"][number]["retired"] = day
        else:
            del table["line"][number]["retired"]

    make_changes(root, Deed.LEARN, [plan_edit(root, CHECKLIST_NAME, retire)])


def _begin(heading: str) -> bytes:
    return "".join(f"# {line}\n" for line in heading.strip().splitlines()).encode()


def _find_strange(told: _Checklist, source: Source, topics: Collection[str], fields: Sequence[Field]) -> list[Problem]:
    found: list[Problem] = []
    for number, line in enumerate(told.line):
        if line.field and not _find_field(line.field, fields):
            known = tuple(field.id for field in fields)
            found.append(UnknownChoice(value=line.field, known=known, **point(source, ("line", number, "field"))))
    for number, one in enumerate(told.reword):
        if one.topic not in topics:
            where = point(source, ("reword", number, "topic"))
            found.append(UnknownChoice(value=one.topic, known=tuple(sorted(topics)), **where))
    return found


def _find_field(name: str, fields: Sequence[Field]) -> str | None:
    try:
        return require_field(name, fields)
    except UnknownField:
        return None


def _build(told: _Checklist, fields: Sequence[Field]) -> TeamChecklist:
    lines = (
        TeamLine(LineKind(one.kind), one.text, _find_field(one.field or "", fields), one.added, one.retired)
        for one in told.line
    )
    rewordings = (Rewording(one.topic, one.title, one.do, one.dont, one.after) for one in told.reword)
    return TeamChecklist(tuple(lines), tuple(rewordings))
