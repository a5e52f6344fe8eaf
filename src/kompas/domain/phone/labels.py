"""Labels: the word in front of a line that tells which part of a note it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from kompas.domain.group import fold

_NEAR = 0.75  # zoket is near zoekt (0.80), kans is not near kan by our rule of length, Hans near nothing
_SHORTEST_NEAR = 4  # three letters are near too much: "kok" is no "kan"
_LONGEST = 40  # signs; "wat kunnen zij anderen bieden" has 29
_MARKS = "*_~`#\"'“”„’"
_COLON = re.compile("^([^:=\uff1a]+?)\\s*[:=\uff1a]\\s*(.*)$")  # the last one is wide, from a keyboard with Chinese
_DASH = re.compile(r"^(.+?)(?:\s+[-–—]+\s*|[-–—]+\s+|\s*(?:→|=>|->|\t)\s*|\?\s*)(.*)$")  # noqa: RUF001


@dataclass(frozen=True)
class Labels:
    """All labels of both languages, and the small words that go with them, each folded.

    `keys` gives the key of a note for a label; `fillers` are words that change no label: "zij", "they".
    Lines that `signature` matches are a phone's own; those of `mail_head` too, above the first encounter.
    """

    keys: Mapping[str, str]
    fillers: frozenset[str]
    answers: Mapping[str, bool]
    ours: frozenset[str]
    signature: re.Pattern[str]
    mail_head: re.Pattern[str]

    def find_key(self, label: str) -> str | None:
        """Return the key of a note that `label` stands for, forgiving of case, accents, marks and fillers."""
        words = list_words(label)
        return self.keys.get(" ".join(words)) or self._bare.get(self._strip(words))

    def find_near(self, label: str) -> str | None:
        """Return the label that `label` looks like, when it is not one itself."""
        words = list_words(label)
        for asked, known in ((" ".join(words), self.keys), (self._strip(words), self._bare)):
            near = get_close_matches(asked, known, n=1, cutoff=_NEAR) if len(asked) >= _SHORTEST_NEAR else []
            if near:
                return str(near[0])
        return None

    def parse_answer(self, text: str) -> bool | None:
        """Return what `text` says, yes or no; None when it says neither, or more."""
        return self.answers.get(" ".join(list_words(text)))

    @cached_property
    def _bare(self) -> dict[str, str]:
        bare = {self._strip(label.split()): key for label, key in self.keys.items()}
        return {label: key for label, key in bare.items() if label}

    def _strip(self, words: list[str]) -> str:
        return " ".join(word for word in words if word not in self.fillers)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line parted in two. `key` is None when `label`, which then looks like `near`, is not known."""

    label: str
    text: str
    key: str | None = None
    near: str | None = None


def split_label(line: str, labels: Labels, *, may_stand_alone: bool = False) -> Labelled | None:
    """Part a line into its label and its text; None when it has no label, nor anything that looks like one.

    A dash or a question mark parts a line only after a label that is known; so does nothing at all, when the label
    may stand alone on its line.
    """
    colon, dash = _COLON.match(line), _DASH.match(line)
    for found in (colon, dash):
        if found and len(found[1]) <= _LONGEST and (key := labels.find_key(found[1])):
            return Labelled(_plain(found[1]), found[2].lstrip("*_~` "), key)
    if may_stand_alone and (key := labels.find_key(line)):
        return Labelled(_plain(line), "", key)
    if colon and len(colon[1]) <= _LONGEST and (near := labels.find_near(colon[1])):
        return Labelled(_plain(colon[1]), colon[2], near=near)
    return None


def _plain(label: str) -> str:
    return label.strip(f"{_MARKS}:? ")


def list_words(text: str) -> list[str]:
    """Return the words of `text` as labels are compared: folded, without marks; an apostrophe parts no word."""
    return re.findall(r"[^\W_]+", re.sub("['’`]", "", fold(text)))
