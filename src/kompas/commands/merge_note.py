"""`merge-note`: two versions of one file become one; git calls it, and never leaves its marks in a note."""

from collections.abc import Iterable
from pathlib import Path

from kompas.commands.session import Session
from kompas.domain.merging import Leftover, Table, merge_notes, merge_tables
from kompas.errors import KompasError
from kompas.notebook.merging import Version, add_comments, dump_merged, read_version, write_version
from kompas.wording.words import Words

_QUOTED = "| "
"""Before each line of a text that no version could join, so that nothing in it is taken for TOML or a mark of git's."""


def merge_note(session: Session, base: Path, ours: Path, theirs: Path) -> None:
    """Write over `ours` what both sides made of `base`, or began each on their own when `base` is empty."""
    was, mine, yours = (read_version(file) for file in (base, ours, theirs))
    write_version(ours, merge_versions(was, mine, yours, _find_words(session)))


def merge_versions(was: Version, mine: Version, yours: Version, words: Words) -> str:
    """Return the text of the merged file: valid wherever a version is, and with every word of one that is not."""
    readable = [version for version in (mine, yours) if version.table] or ([was] if was.table else [])
    lost = dict.fromkeys(version.text for version in (mine, yours) if not version.table and version.text.strip())
    if not readable:
        return add_comments(mine.text, _comment(_quote([*lost][1:], words, _QUOTED)))
    one, other = readable[0].table or {}, readable[-1].table or {}
    is_note = "group" in one or "group" in other
    merged = (merge_notes if is_note else merge_tables)(was.table or {}, one, other)
    told = [_tell(leftover, words) for leftover in merged.leftovers] + _quote(lost, words, _QUOTED)
    story = merged.table.get("story", "")
    if is_note and isinstance(story, str):
        table = _add_to_story(merged.table, story, told, is_unread=bool(lost))
        return dump_merged(table, readable[0], (was, readable[0], readable[-1]))
    text = dump_merged(merged.table, readable[0], (was, readable[0], readable[-1]))
    return add_comments(text, _comment(told))


def _add_to_story(table: Table, story: str, told: list[str], *, is_unread: bool) -> Table:
    added = [line for line in told if line not in story]
    if not added:
        return table
    text = "\n".join([*([f"{story.rstrip()}\n"] if story.strip() else []), *added, ""])
    agreement = table.get("agreement")
    if is_unread and isinstance(agreement, dict) and agreement.get("share"):  # nobody agreed to what nobody could read
        table = table | {"agreement": agreement | {"share": False}}
    return table | {"story": text}


def _tell(leftover: Leftover, words: Words) -> str:
    name = words.say(f"key.{leftover.key}") if words.has(f"key.{leftover.key}") else leftover.key
    if leftover.value is None:
        return words.say("merged.left-out", key=name)
    return words.say("merged.other", key=name, other=leftover.value)


def _quote(texts: Iterable[str], words: Words, mark: str) -> list[str]:
    """Return each text with the sentence that says what it is, every line marked."""
    told = words.say("merged.unread")
    return ["\n".join([told, *(f"{mark}{line}" for line in text.strip("\n").split("\n"))]) for text in texts]


def _comment(told: list[str]) -> list[str]:
    return [f"# {line}" for part in told for line in part.split("\n")]


def _find_words(session: Session) -> Words:
    """Return the words of the notebook's own language, for they become part of a note."""
    try:
        language = session.settings.language
    except KompasError:  # git is in the middle of bringing in kompas.toml itself
        language = None
    return Words(language) if language else session.words
