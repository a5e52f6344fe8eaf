"""What was written before, to complete from while somebody types."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kompas.domain.about import list_known
from kompas.domain.group import fold, group_key
from kompas.domain.kept import Filed

_NAMES = frozenset({"group", "leads"})
_NOT_COMPLETED = frozenset({"left_behind", "lesson"})


def list_earlier(notes: Sequence[Filed], key: str, group: str) -> tuple[str, ...]:
    """Return what may stand under `key` of a note: what `group` said before comes first, the rest by name.

    For a group and a lead these are the groups of which anything is kept. Our own reflections are not proposed again.
    """
    if key in _NOT_COMPLETED:
        return ()
    own = [filed for filed in notes if group_key(filed.note.group) == group_key(group)]
    if key in _NAMES:
        return tuple(sorted(list_names(notes), key=fold))
    return tuple(dict.fromkeys([*_list_texts(own, key), *sorted(_list_texts(notes, key))]))


def list_names(notes: Sequence[Filed]) -> list[str]:
    """Return the names of the groups that `notes` are about or mention."""
    return list_known((filed.note.group for filed in notes), (), notes)


def pick_alike(typed: str, known: Iterable[str]) -> list[str]:
    """Return those of `known` in which a word begins with `typed`, whatever the capitals and accents."""
    asked = group_key(typed)
    return [text for text in known if asked and f" {asked}" in f" {group_key(text)}" and asked != group_key(text)]


def _list_texts(notes: Iterable[Filed], key: str) -> Iterator[str]:
    for filed in notes:
        value = getattr(filed.note, key)
        yield from (_spell(answer) for answer in (value if isinstance(value, tuple) else (value,)) if answer)


def _spell(answer: Any) -> str:
    return answer if isinstance(answer, str) else str(answer.what)
