"""What is odd in notes that can be used all the same."""

from collections.abc import Iterable, Sequence

from kompas.domain.checklist import Field, require_field
from kompas.domain.note import FiledNote
from kompas.domain.problem import Problem, StrangeField
from kompas.errors import UnknownField


def find_oddities(notes: Iterable[FiledNote], fields: Sequence[Field]) -> list[Problem]:
    """Return a warning for every note whose municipal field is not one of `fields`."""
    return [
        StrangeField(path=filed.path, value=filed.note.field, known=tuple(field.id for field in fields))
        for filed in notes
        if filed.note.field and not _is_field(filed.note.field, fields)
    ]


def _is_field(name: str, fields: Sequence[Field]) -> bool:
    try:
        require_field(name, fields)
    except UnknownField:
        return False
    return True
