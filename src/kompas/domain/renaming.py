"""Where a group is named: what a new name touches."""

from collections.abc import Iterable

from kompas.domain.group import group_key
from kompas.domain.kept import Filed, FiledOutcome
from kompas.errors import IntroducedToEachOther


def list_naming(name: str, notes: Iterable[Filed], introductions: Iterable[FiledOutcome]) -> list[str]:
    """Return the paths of the files that name the group: as their own, as a lead or in an introduction; sorted."""
    key = group_key(name)
    paths = [filed.path for filed in notes if key in {group_key(filed.note.group), *map(group_key, filed.note.leads)}]
    paths += [filed.path for filed in introductions if key in map(group_key, filed.introduction.between)]
    return sorted(paths)


def require_not_introduced(one: str, other: str, introductions: Iterable[FiledOutcome]) -> None:
    """Raise IntroducedToEachOther when the two were: then they are two groups, or that file is wrong."""
    pair = {group_key(one), group_key(other)}
    for filed in introductions:
        if pair == set(map(group_key, filed.introduction.between)):
            raise IntroducedToEachOther(one, other, filed.path)
