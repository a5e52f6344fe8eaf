"""One note or introduction as a TOML file: text to value, with its problems, and value to text."""

import datetime
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar, get_args, get_origin

import tomli_w
from pydantic import BaseModel, ValidationError

from kompas.domain.introduction import Introduction
from kompas.domain.note import Agreement, Note
from kompas.domain.problem import (
    EmptyOptionalValue,
    EmptyValue,
    FutureDate,
    KeyOutsideTable,
    MisplacedKey,
    MissingKey,
    NotANote,
    NotToBeKept,
    Problem,
    SensitiveDetails,
    UnknownKey,
    WrongKind,
)
from kompas.notebook.toml import Source, find_line, parse_toml

SCHEMA_NAME = "note.schema.json"
HEADING = f"#:schema ../{SCHEMA_NAME}\n"
_NEAR = 0.54  # plaats is near place (0.545), telephone is not near talents (0.5)
PARAGRAPHS = (
    ("date", "group", "place", "author", "field", "occasion"),
    ("does", "talents", "offers", "asks", "ideas", "leads"),
    ("goal", "story", "worth", "left_behind", "lesson", "confirmed"),
)
# Pydantic's name for a fault, by its beginning, and the kind of value that `wording/` says is expected.
_EXPECTED = {
    "string_pattern": "do-or-dont",
    "string": "text",
    "tuple": "list",
    "list": "list",
    "date": "date",
    "bool": "truth",
    "model": "table",
    "dict": "table",
    "enum": "answer",
    "literal": "answer",
    "too_long": "two-groups",
    "missing": "two-groups",
    "value_error": "two-groups",
}
Model = TypeVar("Model", bound=BaseModel)


def parse_note(path: str, content: bytes, today: datetime.date) -> Note | list[Problem]:
    """Turn the bytes of a note into a note, or into all that is wrong with it."""
    parsed = parse_toml(path, content)
    if isinstance(parsed, Problem):
        return [parsed]
    source, table = parsed
    if not {"date", "group"} & table.keys():
        return [NotANote(path=path, line=1, excerpt=source.excerpt(1))]
    note = validate(Note, source, table)
    if isinstance(note, list):
        return note
    return _find_contradictions(note, source, today) or note


def parse_introduction(path: str, content: bytes, today: datetime.date) -> Introduction | list[Problem]:
    """Turn the bytes of an introduction into its value, or into all that is wrong with it."""
    parsed = parse_toml(path, content)
    if isinstance(parsed, Problem):
        return [parsed]
    source, table = parsed
    introduction = validate(Introduction, source, table)
    if isinstance(introduction, list):
        return introduction
    return _find_future(source, [(("date",), introduction.date)], today) or introduction


def dump_note(note: Note) -> str:
    """Return `note` as TOML in the order of DESIGN.md, absent keys left out."""
    table = _to_plain(note.model_dump(mode="python", exclude_none=True, exclude_defaults=True))
    paragraphs = [dump_table({key: table[key] for key in keys if key in table}) for keys in PARAGRAPHS]
    paragraphs += [f"[[{key}]]\n{dump_table(part)}" for key in ("promises", "obstacles") for part in table.get(key, ())]
    if "agreement" in table:
        paragraphs.append(f"[agreement]\n{dump_table(table['agreement'])}")
    return HEADING + "\n".join(paragraph for paragraph in paragraphs if paragraph)


def dump_introduction(introduction: Introduction) -> str:
    """Return `introduction` as TOML."""
    return dump_table(_to_plain(introduction.model_dump(mode="python", exclude_none=True)))


def dump_table(table: dict[str, Any]) -> str:
    """Return a table of plain values as TOML."""
    return tomli_w.dumps(table, multiline_strings=True)


def _to_plain(value: Any) -> Any:
    """Give tomli-w the plain lists, tables and strings that it knows."""
    if isinstance(value, dict):
        return {key: _to_plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_to_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


def validate(model: type[Model], source: Source, table: dict[str, Any]) -> Model | list[Problem]:
    """Turn a table into a value of `model`, or into all that is wrong with it."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        found = {fault["loc"]: _name_problem(model, source, fault) for fault in faults}
        return sorted(set(_drop_renamed(found)), key=lambda problem: (problem.line or 0, repr(problem)))


def _drop_renamed(found: dict[tuple[str | int, ...], Problem]) -> Iterable[Problem]:
    """Leave out that a key is missing where a key beside it looks like it: that is one fault."""
    renamed = {(*where[:-1], key) for where, problem in found.items() for key in getattr(problem, "near", ())}
    return [problem for where, problem in found.items() if where not in renamed or not isinstance(problem, MissingKey)]


def _name_problem(model: type[BaseModel], source: Source, fault: Any) -> Problem:
    location, kind = fault["loc"], fault["type"]
    names = [part for part in location if isinstance(part, str)]
    line = find_line(source, location) or 1
    where: dict[str, Any] = {"path": source.path, "line": line, "excerpt": source.excerpt(line)}
    if kind == "extra_forbidden":
        return _name_extra_key(model, names, where)
    if kind == "missing" and isinstance(location[-1], str):
        return MissingKey(key=".".join(names), **where)
    if kind in {"string_too_short", "too_short"}:
        is_required = _find_model(model, names[:-1]).model_fields[names[-1]].is_required()
        return (EmptyValue if is_required else EmptyOptionalValue)(key=".".join(names), **where)
    return WrongKind(key=".".join(names), expected=_name_expected(model, location, kind), **where)


def _name_expected(model: type[BaseModel], location: tuple[str | int, ...], kind: str) -> str:
    if location[0] == "worth":
        return "worth"
    expected = next((word for start, word in _EXPECTED.items() if kind.startswith(start)), "other")
    names = [part for part in location if isinstance(part, str)]
    if expected in {"list", "table"} and len(names) == 1 and _is_repeated(model, names[0]):
        return "tables"
    return "list" if expected == "text" and isinstance(location[-1], int) else expected


def _name_extra_key(model: type[BaseModel], names: list[str], where: dict[str, Any]) -> Problem:
    key, tables = names[-1], names[:-1]
    if tables and key in model.model_fields:
        return MisplacedKey(key=key, table=tables[0], **where)
    for table in model.model_fields:
        if key in getattr(_find_part(model, table), "model_fields", ()):
            heading = f"[[{table}]]" if _is_repeated(model, table) else f"[{table}]"
            return KeyOutsideTable(key=key, heading=heading, **where)
    alike = [one for one in _find_model(model, tables).model_fields if one[:1] == key[:1].lower()]
    return UnknownKey(key=key, near=tuple(get_close_matches(key.lower(), alike, n=1, cutoff=_NEAR)), **where)


def _find_model(model: type[BaseModel], tables: list[str]) -> type[BaseModel]:
    for table in tables:
        model = _find_part(model, table) or model
    return model


def _find_part(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """Find the model of the table, or of each of the tables, that `key` of `model` holds."""
    kinds = get_args(model.model_fields[key].annotation) if key in model.model_fields else ()
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def _is_repeated(model: type[BaseModel], key: str) -> bool:
    return _find_part(model, key) is not None and get_origin(model.model_fields[key].annotation) is tuple


def _find_contradictions(note: Note, source: Source, today: datetime.date) -> list[Problem]:
    """Find what no single key shows: days to come, and details that an agreement forbids."""
    days: list[tuple[tuple[str | int, ...], datetime.date | None]] = [
        (("date",), note.date),
        (("confirmed",), note.confirmed),
        *((("promises", number, "kept"), promise.kept) for number, promise in enumerate(note.promises)),
    ]
    return _find_future(source, days, today) + _find_forbidden(note, source)


def _find_future(
    source: Source, days: Iterable[tuple[tuple[str | int, ...], datetime.date | None]], today: datetime.date
) -> list[Problem]:
    return [
        FutureDate(key=str(where[-1]), value=day, **point(source, where)) for where, day in days if day and day > today
    ]


def _find_forbidden(note: Note, source: Source) -> list[Problem]:
    said = note.agreement or Agreement()
    found: list[Problem] = []
    if said.remember is False:
        found.append(NotToBeKept(group=note.group, **point(source, ("agreement", "remember"))))
    if said.sensitive:
        keys = [key for key, given in (("contact", said.contact), ("share", said.share)) if given]
        found.extend(SensitiveDetails(key=key, **point(source, ("agreement", key))) for key in keys)
    return found


def point(source: Source, location: tuple[str | int, ...]) -> dict[str, Any]:
    """Return what a problem says of where it is: path, line and the line itself."""
    line = find_line(source, location)
    return {"path": source.path, "line": line, "excerpt": source.excerpt(line)}
