"""Turn lines from a phone into encounters, by the keys of a note; no word is dropped."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kompas.domain.day_words import looks_like_day
from kompas.domain.days import Leaning, find_day, parse_day
from kompas.domain.phone.doubt import DaylessPromise, Doubt, LeftOut, NoGroup, UnclearAnswer, UnclearDay
from kompas.domain.phone.head import Head, is_head, parse_head
from kompas.domain.phone.labels import Labels, list_words
from kompas.domain.phone.lines import Line, list_lines
from kompas.domain.phone.pieces import Piece, list_encounters
from kompas.domain.phone.reader import Reader
from kompas.domain.phrase import Facet
from kompas.errors import UnclearDate

_LISTS = frozenset(facet.value for facet in Facet) | {"promises", "obstacles"}
_TEXTS = frozenset({"goal", "story", "left_behind", "lesson"})
_ANSWERS = frozenset({"remember", "introduce", "share", "sensitive"})
_OURS = re.compile(r"^(.*?\S)\s*(?:\(([^()]*)\)|[-–—,]\s+([^-–—,()]*))\s*$")  # noqa: RUF001 people's dashes
_LAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Encounter:
    """One encounter as it was typed: its first line, `texts` by the keys of a note, its lines, what is in doubt."""

    line: int
    texts: dict[str, Any]
    typed: str
    doubts: tuple[Doubt, ...]

    @property
    def is_clear(self) -> bool:
        """Whether it can become a note: nothing in it waits for an answer that may not be guessed."""
        return not any(doubt.is_fault for doubt in self.doubts)


def parse_lines(
    path: str, text: str, labels: Labels, today: date, answers: Mapping[Doubt, str] | None = None
) -> list[Encounter]:
    """Turn the text of a phone into its encounters. `path` is how doubts name the text.

    A doubt goes away when the text is read again with what a person said of it in `answers`.
    """
    reader = Reader(labels, today, path, answers or {})
    return [_Encounter(reader).read(pieces) for pieces in list_encounters(list_lines(text), reader)]


class _Encounter:
    """Takes the pieces of one encounter, each to its place."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.texts: dict[str, Any] = {}
        self.agreement: dict[str, Any] = {}
        self.doubts: list[Doubt] = []
        self.open: str | None = None  # the label that a bullet or an indent goes on with
        self.hangs = False  # that label has no text of its own, so what stands below it is its text

    def read(self, pieces: Sequence[Piece]) -> Encounter:
        for piece in pieces:
            self.doubts += [piece.doubt] if piece.doubt else []
            self.take(piece)
        self._require_group(pieces[0].line)
        agreement = {"agreement": self.agreement} if self.agreement else {}
        return Encounter(pieces[0].line.number, self.texts | agreement, _write_out(pieces), tuple(self.doubts))

    def _require_group(self, line: Line) -> None:
        doubt = self.reader.doubt(NoGroup, line)
        if said := self.reader.answers.get(doubt):
            self.texts.setdefault("group", said)
        if not self.texts.get("group"):
            self.doubts.append(doubt)

    def take(self, piece: Piece) -> None:
        if piece.key:
            self.open, self.hangs = piece.key, not piece.text
        elif piece.doubt or not self._goes_on(piece.line):
            self.open, self.hangs = None, False
        self.hangs = self.hangs and not piece.line.is_listed
        if piece.text:
            self._put(self.open or "story", piece)

    def _goes_on(self, line: Line) -> bool:
        if line.is_listed:
            return self.open is not None and self.open not in {"head", "group"}
        return not line.opens and (self.hangs or line.is_indented)

    def _put(self, key: str, piece: Piece) -> None:
        if key == "head" or (key == "group" and is_head(piece.text, self.reader.today)):
            self._put_head(piece)
        elif key == "date":
            self._put_day(piece.text, piece)
        elif key in _ANSWERS:
            self._put_answer(key, piece)
        elif key == "contact":
            self._put_once(self.agreement, key, piece.text, piece)
        elif key in _LISTS:
            items = [self._shape(key, item.strip(), piece) for item in piece.text.split(";") if item.strip()]
            self.texts.setdefault(key, []).extend(items)
        elif key in _TEXTS:
            self.texts[key] = "\n".join(filter(None, [self.texts.get(key), piece.text]))
        else:
            self._put_once(self.texts, key, piece.text, piece)

    def _put_once(self, table: dict[str, Any], key: str, text: str, piece: Piece) -> None:
        """Put what a note has one of; a second one goes to the story, with its label."""
        if key in table:
            self._add_to_story(f"{piece.label}: {text}" if piece.label else text)
        else:
            table[key] = text

    def _add_to_story(self, text: str) -> None:
        self.texts["story"] = "\n".join(filter(None, [self.texts.get("story"), text]))

    def _put_head(self, piece: Piece) -> None:
        head: Head = parse_head(piece.text, self.reader.today)
        for key, text in (("group", head.group), ("place", head.place), ("occasion", head.occasion)):
            if text:
                self._put_once(self.texts, key, text, piece)
        if head.day:
            self.texts["date"] = head.day
        elif head.unclear:
            self._put_day(head.unclear, piece)

    def _put_day(self, text: str, piece: Piece) -> None:
        doubt = self.reader.doubt(UnclearDay, piece.line, text=text)
        if "date" in self.texts:
            self._put_once(self.texts, "date", text, piece)
        elif day := self._find_day(self.reader.answers.get(doubt, text), Leaning.PAST):
            self.texts["date"] = day
        else:
            self.doubts.append(doubt)

    def _find_day(self, text: str, leaning: Leaning) -> date | None:
        try:
            return parse_day(text, self.reader.today, leaning=leaning)
        except UnclearDate:
            return None

    def _put_answer(self, key: str, piece: Piece) -> None:
        doubt = self.reader.doubt(UnclearAnswer, piece.line, label=piece.label, text=piece.text)
        typed, asked = self.reader.labels.parse_answer(piece.text), self.reader.find_answer(doubt)
        if asked is not None:
            self.agreement[key] = asked
            self._add_to_story(f"{piece.label}: {piece.text}")
        elif typed is None or self.agreement.get(key, typed) != typed:
            self.doubts.append(doubt)
        else:
            self.agreement[key] = typed

    def _shape(self, key: str, item: str, piece: Piece) -> Any:
        if key == "obstacles":
            found = _OURS.match(item)
            is_ours = found and " ".join(list_words(found[2] or found[3])) in self.reader.labels.ours
            return {"what": found[1], "ours": True} if found and is_ours else {"what": item}
        return self._shape_promise(item, piece) if key == "promises" else item

    def _shape_promise(self, item: str, piece: Piece) -> dict[str, Any]:
        what, has_day, told = item.rpartition("@")
        if has_day and (day := self._find_day(told.strip(), Leaning.FUTURE)):
            return {"what": what.strip() or item, "by": day}
        found = find_day(item, self.reader.today, leaning=Leaning.FUTURE)
        if found:
            return {"what": found[1] or item, "by": found[0]}
        if not (daylike := _find_daylike(item)):
            return {"what": item}
        doubt = self.reader.doubt(DaylessPromise, piece.line, text=daylike)
        by = self._find_day(self.reader.answers.get(doubt, ""), Leaning.FUTURE)
        self.doubts += [] if by or self.reader.answers.get(doubt) == "" else [doubt]
        return {"what": item, "by": by} if by else {"what": item}


def _find_daylike(text: str) -> str | None:
    """Return the last words of a promise that look like a day, the longest such piece."""
    words = text.split()
    tails = (" ".join(words[-count:]) for count in range(min(_LAST_WORDS, len(words)), 0, -1))
    return next((tail for tail in tails if looks_like_day(tail)), None)


def _write_out(pieces: Sequence[Piece]) -> str:
    """Return the lines of an encounter as they were typed, each once."""
    kept = [piece for piece in pieces if not isinstance(piece.doubt, LeftOut)]
    lines = {line.number: line for piece in kept for line in (piece.line, *piece.broken)}
    return "".join(f"\n{line.typed}\n" if line.opens else f"{line.typed}\n" for line in lines.values()).lstrip("\n")
