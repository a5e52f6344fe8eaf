"""A team's own checklist: `checklist.toml` at the root of its notebook, read with its faults and added to."""

import datetime
import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Annotated, Any

import tomlkit
from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Limits
from tomlkit import TOMLDocument

from kompas.domain.checklist import Field, LineKind, require_field
from kompas.domain.note import Name
from kompas.domain.problem import Problem, UnknownChoice
from kompas.domain.team_lines import Rewording, TeamChecklist, TeamLine
from kompas.errors import NotWritten, UnknownField, name_reason
from kompas.notebook.filename import make_id
from kompas.notebook.folder import read_bytes
from kompas.notebook.note_file import point, validate
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
    """Write `line` under those that are there; `heading` tells in a new file what it is. Raises NotWritten."""

    def add(document: TOMLDocument) -> None:
        table = tomlkit.table()
        for key, value in (("kind", line.kind.value), ("text", line.text), ("field", line.field)):
            if value:
                table.add(key, value)
        if line.added:
            table.add("added", line.added)
        lines = document.get("line")
        if lines is None:
            document.append("line", tomlkit.aot())
            lines = document["line"]
        elif lines:
            lines[-1].add(tomlkit.nl())
        lines.append(table)

    _rewrite(root, heading, add)


def retire_line(root: Path, number: int, day: datetime.date | None) -> None:
    """Write that the line at place `number` is retired since `day`, or with None that it is read again."""

    def retire(document: TOMLDocument) -> None:
        lines: Any = document["line"]
        if day:
            lines[number]["retired"] = day
        else:
            lines[number].remove("retired")

    _rewrite(root, "", retire)


def _rewrite(root: Path, heading: str, edit: Callable[[TOMLDocument], None]) -> None:
    """Edit the file with its comments and layout kept; the old one stays until the new one is on the disk."""
    target = root / CHECKLIST_NAME
    spare = target.with_name(f".{CHECKLIST_NAME}.{make_id()}.part")
    try:
        document = tomlkit.parse(target.read_text(encoding="utf-8-sig")) if target.exists() else _begin(heading)
        edit(document)
        with spare.open("x", encoding="utf-8", newline="\n") as file:
            file.write(tomlkit.dumps(document))
            file.flush()
            os.fsync(file.fileno())
        spare.replace(target)
    except OSError as error:
        raise NotWritten(target, name_reason(error)) from error
    finally:
        spare.unlink(missing_ok=True)


def _begin(heading: str) -> TOMLDocument:
    document = tomlkit.document()
    for line in heading.strip().splitlines():
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    return document


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
