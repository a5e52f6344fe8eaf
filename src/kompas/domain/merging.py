"""Two versions of one file become one: what either added stays, what either took out goes, and no answer is forced.

Files are tables, as TOML gives them: a key that kompas does not know is merged like any other, and told by `check`.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kompas.domain.answer import Answer

Table = dict[str, Any]

_NO_WINS = frozenset({"remember", "introduce", "share"})
_STORIES = frozenset({"goal", "story", "left_behind", "lesson"})
_WHOLE = frozenset({"between"})
"""Keys whose list is one value: two groups and never three."""
_MOST_CAREFUL = (Answer.NO, Answer.ON_THEIR_OWN, Answer.YES, Answer.ASKED)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What one version said under `key` and the merged table has no room for; None when it may not be kept at all."""

    key: str
    value: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged table, and what it has no room for."""

    table: Table
    leftovers: tuple[Leftover, ...] = ()


def merge_tables(base: Table, ours: Table, theirs: Table) -> Merged:
    """Return what two people made of `base`; an empty base means that both began anew."""
    leftovers: list[Leftover] = []
    table = _join_tables(base, ours, theirs, leftovers)
    return Merged(table, tuple(dict.fromkeys(leftovers)))


def merge_notes(base: Table, ours: Table, theirs: Table) -> Merged:
    """Return the merged note: of a group that one version calls sensitive, no contact is kept and nothing is shared."""
    merged = merge_tables(base, ours, theirs)
    agreement = merged.table.get("agreement")
    if not isinstance(agreement, dict) or agreement.get("sensitive") is not True:
        return merged
    careful = {key: answer for key, answer in agreement.items() if key != "contact"}
    if careful.get("share"):
        careful["share"] = False
    leftovers = [one for one in merged.leftovers if one.key != "contact"]
    if "contact" in agreement:
        leftovers.append(Leftover("contact", None))
    return Merged(merged.table | {"agreement": careful}, tuple(leftovers))


def _join_tables(base: Table, ours: Table, theirs: Table, leftovers: list[Leftover]) -> Table:
    keys = dict.fromkeys((*ours, *theirs))
    joined = {key: _join(key, base.get(key), ours.get(key), theirs.get(key), leftovers) for key in keys}
    return {key: value for key, value in joined.items() if value is not None}


def _join(key: str, base: Any, ours: Any, theirs: Any, leftovers: list[Leftover]) -> Any:
    """Return what only one side changed, or else both changes in one; None is a key that is absent."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if key in _NO_WINS:
        return min(ours, theirs, key=lambda answer: {False: 0, None: 1}.get(answer, 2))
    if key not in _WHOLE and (isinstance(ours, list) or isinstance(theirs, list)):
        return _join_lists(_list(base), _list(ours), _list(theirs), leftovers)
    return _join_values(key, base, ours, theirs, leftovers)


def _join_values(key: str, base: Any, ours: Any, theirs: Any, leftovers: list[Leftover]) -> Any:
    if ours is None or theirs is None:
        return theirs if ours is None else ours
    kinds = {type(ours), type(theirs)}
    if kinds == {dict}:
        return _join_tables(base if isinstance(base, dict) else {}, ours, theirs, leftovers)
    if kinds == {bool}:
        return True  # what is ours to solve, and what is sensitive: the careful answer is yes
    if kinds == {datetime.date}:
        return max(ours, theirs)
    if kinds == {str} and (key in _STORIES or "\n" in ours + theirs):
        return _stack(base, ours, theirs)
    kept = _choose(key, ours, theirs, kinds)
    leftovers.append(Leftover(key, str(theirs if kept == ours else ours)))
    return kept


def _choose(key: str, ours: Any, theirs: Any, kinds: set[type]) -> Any:
    """Return the same of the two whoever asks: the careful answer, the shorter term, the longer text."""
    if key == "answer" and {ours, theirs} <= set(_MOST_CAREFUL):
        return min(ours, theirs, key=_MOST_CAREFUL.index)
    if kinds == {int}:
        return min(ours, theirs)
    return max(ours, theirs, key=lambda value: (len(str(value)), str(value)))


def _stack(base: Any, ours: str, theirs: str) -> str:
    """Return both texts, one under the other; where both only wrote on, what they had before stands there once."""
    if theirs in ours or ours in theirs:
        return max(ours, theirs, key=len)
    if isinstance(base, str) and _goes_on(base, ours) and _goes_on(base, theirs):
        return f"{ours.rstrip()}\n{theirs.removeprefix(base).lstrip()}"
    return f"{ours.rstrip()}\n\n{theirs}"


def _goes_on(base: str, text: str) -> bool:
    """Tell whether `text` is `base` and more words, and not "Zijn" after "Zij"."""
    return bool(base.strip()) and text.startswith(base) and (base[-1].isspace() or text[len(base)].isspace())


def _join_lists(base: list[Any], ours: list[Any], theirs: list[Any], leftovers: list[Leftover]) -> list[Any]:
    was, mine, yours = (_name_entries(entries) for entries in (base, ours, theirs))
    names = dict.fromkeys((*mine, *yours))
    joined = [_join("", was.get(name), mine.get(name), yours.get(name), leftovers) for name in names]
    return [entry for entry in joined if entry is not None]


def _name_entries(entries: Iterable[Any]) -> dict[tuple[str, int], Any]:
    """Return entries by what makes them the same entry; a text counts once, and the same promise twice is two."""
    named: dict[tuple[str, int], Any] = {}
    seen: Counter[str] = Counter()
    for entry in entries:
        name = _name_entry(entry)
        named.setdefault((name, seen[name]), entry)
        seen[name] += isinstance(entry, dict)
    return named


def _name_entry(entry: Any) -> str:
    if isinstance(entry, dict):
        return _name_entry(next((entry[key] for key in ("what", "id") if key in entry), repr(entry)))
    return " ".join(entry.split()) if isinstance(entry, str) else repr(entry)


def _list(value: Any) -> list[Any]:
    """Return a list as it is, and a text that was typed for a list as its one entry."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
