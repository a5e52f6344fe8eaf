"""What phrases hold to match on, kept with the note they stand in, so that a thesaurus is only asked about new ones.

`mark` names all that a phrase is read with: the thesaurus, the own themes, the function words. Under another mark
nothing of it is known.
"""

import json
import sqlite3
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from kompas.domain.matching.content import Content, Reader, Touch
from kompas.domain.matching.text import Word
from kompas.domain.matching.themes import Theme
from kompas.notebook.index.file import index_file, seal
from kompas.notebook.index.refresh import take_pen
from kompas.notebook.index.view import View
from kompas.notebook.walk import THEMES_NAME

_FACETS = "does, talents, offers, asks, ideas"
_UNREAD = f"SELECT id, {_FACETS} FROM notes WHERE id NOT IN (SELECT id FROM reads)"  # noqa: S608 our own columns


def name_lore(root: Path, policy: str) -> str | None:
    """Name what phrases are read with: `policy`, and the team's own themes; None when those cannot be read."""
    try:
        own = (root / THEMES_NAME).read_bytes()
    except FileNotFoundError:
        own = b""
    except OSError:
        return None
    return f"{policy} {blake2b(own, digest_size=16).hexdigest()}"


def read_lore(view: View, mark: str) -> tuple[dict[str, Theme], dict[str, Content]] | None:
    """Return the themes, without their entries, and the contents of texts; None when nothing is known under `mark`."""
    told = view.store.execute("SELECT themes FROM lore WHERE mark = ?", (mark,)).fetchone()
    if told is None:
        return None
    themes = {one[0]: Theme(one[0], one[1], {}, one[2], one[3]) for one in json.loads(told[0])}
    words: dict[str, Word] = {}
    contents: dict[str, Content] = {}
    for (lines,) in view.store.execute("SELECT contents FROM reads"):
        for line in lines.split("\n"):
            text, _, rest = line.partition("\t")
            if rest and text not in contents:
                contents[text] = _parse_content(rest.split("\t"), words)
    return themes, contents


def keep_lore(view: View, root: Path, mark: str, reader: Reader) -> None:
    """Let `reader` read every phrase that is not known under `mark`, and keep that. Does nothing where it cannot."""
    is_current = view.store.execute("SELECT 1 FROM lore WHERE mark = ?", (mark,)).fetchone()
    if is_current and view.store.execute(f"{_UNREAD} LIMIT 1").fetchone() is None:
        return
    with suppress(sqlite3.Error, OSError):
        take_pen(view.store, index_file(root), root)
        _learn(view.store, mark, reader, is_current=bool(is_current))
        seal(view.store, index_file(root))
    if not view.store.in_transaction:
        view.store.execute("BEGIN")


def _learn(store: sqlite3.Connection, mark: str, reader: Reader, *, is_current: bool) -> None:
    if not is_current:
        store.execute("DELETE FROM lore")
        store.execute("DELETE FROM reads")
        themes = [[one.id, dict(one.names), one.parent, one.is_ground] for one in reader.themes.values()]
        store.execute("INSERT INTO lore VALUES (?, ?)", (mark, json.dumps(themes)))
    for number, *facets in store.execute(_UNREAD).fetchall():
        texts = [text for facet in facets if facet for text in facet.split("\n")]
        lines = (f"{text}\t{_dump_content(reader.read(text))}" for text in texts)
        store.execute("INSERT INTO reads VALUES (?, ?)", (number, "\n".join(lines)))


def _dump_content(content: Content) -> str:
    """Return a content as one line; no word holds a space, and no text of a note a tab."""
    fields = [str(len(content.words))]
    fields += [" ".join((word.written, word.folded, word.stem, *sorted(word.forms))) for word in content.words.values()]
    for theme, touch in content.themes.items():
        fields += [theme, touch.written, repr(touch.strength), "kin" if touch.is_kin else ""]
    return "\t".join(fields)


def _parse_content(fields: list[str], words: dict[str, Word]) -> Content:
    count = int(fields[0]) + 1
    told: dict[str, Word] = {}
    for field in fields[1:count]:
        word = words.get(field)
        if word is None:
            written, folded, stem, *forms = field.split(" ")
            word = words[field] = Word(written, folded, stem, frozenset(forms))
        told[word.stem] = word
    themes = {
        fields[at]: Touch(fields[at + 1], float(fields[at + 2]), fields[at + 3] == "kin")
        for at in range(count, len(fields), 4)
    }
    return Content(told, themes)
