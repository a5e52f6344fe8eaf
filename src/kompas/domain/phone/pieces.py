"""Pieces of an encounter: its lines, each with the key of a note where it belongs, and the heads between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kompas.domain.phone.doubt import Doubt, LeftOut, MisspeltLabel, PerhapsGroup
from kompas.domain.phone.head import is_day, is_head, may_be_head
from kompas.domain.phone.labels import Labelled, split_label
from kompas.domain.phone.lines import Line
from kompas.domain.phone.reader import Reader

_OPENERS = frozenset({"group", "head"})
_WRAPPED = 60  # signs; a mail program breaks its lines at 72 or 78


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a part of it. `key` is the key of a note, "head" for a head, None without a label of its own.

    `broken` are the further lines into which a mail program broke this one; a `doubt` is about this piece.
    """

    line: Line
    text: str
    key: str | None = None
    label: str = ""
    broken: tuple[Line, ...] = ()
    doubt: Doubt | None = None


def list_encounters(lines: Sequence[Line], reader: Reader) -> list[list[Piece]]:
    """Return the pieces of each encounter in `lines`; every line is in one of them."""
    pieces = _join_broken([piece for cut in _leave_out_mail(lines, reader) for piece in cut])
    encounters: list[list[Piece]] = [[]]
    for at, piece in enumerate(pieces):
        marked = _mark(encounters[-1], piece, pieces[at + 1 :], reader)
        if marked.key in _OPENERS and _has_opener(encounters[-1]):
            encounters.append([])
        encounters[-1].append(marked)
    return [encounter for encounter in encounters if encounter]


def _join_broken(pieces: Sequence[Piece]) -> list[Piece]:
    """Join the lines that a mail program broke at its margin."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _is_tail(joined[-1], piece):
            whole = joined[-1]
            joined[-1] = replace(whole, text=f"{whole.text} {piece.text}", broken=(*whole.broken, piece.line))
        else:
            joined.append(piece)
    return joined


def _is_tail(before: Piece, piece: Piece) -> bool:
    last = (before.line, *before.broken)[-1]
    stands_below = not piece.line.opens and not piece.line.is_listed and piece.line.number > last.number
    is_loose = not piece.key and not piece.doubt and piece.text[:1].islower()
    return stands_below and is_loose and bool(before.text) and len(last.typed) >= _WRAPPED


def _leave_out_mail(lines: Sequence[Line], reader: Reader) -> Iterator[list[Piece]]:
    """Cut the lines; the head of a mail ends where the first encounter tells anything."""
    in_mail = True
    for line in lines:
        is_mail = in_mail and reader.labels.mail_head.fullmatch(line.text)
        if is_mail or reader.labels.signature.fullmatch(line.text):
            yield [Piece(line, "", doubt=reader.doubt(LeftOut, line))]
            continue
        pieces = list(_cut(line, reader))
        in_mail = in_mail and pieces[0].key in _OPENERS
        yield pieces


def _cut(line: Line, reader: Reader) -> Iterator[Piece]:
    found = split_label(line.text, reader.labels, may_stand_alone=not line.is_listed)
    if found and found.near:
        doubt = reader.doubt(MisspeltLabel, line, label=found.label, near=found.near)
        if not reader.find_answer(doubt):
            yield Piece(line, line.text, doubt=None if doubt in reader.answers else doubt)
            return
        found = Labelled(found.near, found.text, reader.labels.find_key(found.near))
    if found:
        yield from _cut_further(line, found, reader)
    else:
        yield Piece(line, line.text)


def _cut_further(line: Line, found: Labelled, reader: Reader) -> Iterator[Piece]:
    """Part a line at any further label behind a semicolon: "doet: koken; kan: taarten"."""
    parts = found.text.split(";")
    for at in range(1, len(parts)):
        further = split_label(";".join(parts[at:]).strip(), reader.labels)
        if further and further.key and further.text:
            yield Piece(line, ";".join(parts[:at]).strip(), found.key, found.label)
            yield from _cut_further(line, further, reader)
            return
    yield Piece(line, found.text, found.key, found.label)


def _mark(sofar: Sequence[Piece], piece: Piece, rest: Sequence[Piece], reader: Reader) -> Piece:
    """Tell of a piece without a label whether it is the head of an encounter."""
    if piece.key or piece.doubt or piece.line.is_listed:
        return piece
    if not _has_opener(sofar):
        is_top = not any(one.key not in {None, "date"} for one in sofar)
        if is_top and is_day(piece.text, reader.today):
            return replace(piece, key="date")
        return replace(piece, key="head") if is_top and may_be_head(piece.text) else piece
    if piece.line.after_rule or _is_sure_head(piece, rest, reader):
        return replace(piece, key="head")
    return _ask_for_head(sofar, piece, rest, reader)


def _has_opener(pieces: Sequence[Piece]) -> bool:
    return any(piece.key in _OPENERS for piece in pieces)


def _is_sure_head(piece: Piece, rest: Sequence[Piece], reader: Reader) -> bool:
    stands_apart = piece.line.opens or bool(rest and rest[0].key)
    return stands_apart and is_head(piece.text, reader.today)


def _ask_for_head(sofar: Sequence[Piece], piece: Piece, rest: Sequence[Piece], reader: Reader) -> Piece:
    """Mark a name above labels that were told before; where none was, a person is asked."""
    told = {one.key for one in sofar} - _OPENERS - {None}
    if not (told and piece.line.opens and rest and rest[0].key and may_be_head(piece.text)):
        return piece
    doubt = reader.doubt(PerhapsGroup, piece.line)
    said = reader.find_answer(doubt)
    if said or (said is None and told & {one.key for one in _take_block(rest)}):
        return replace(piece, key="head")
    return piece if doubt in reader.answers else replace(piece, doubt=doubt)


def _take_block(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the labelled pieces up to the next line that stands apart and has no label."""
    for piece in pieces:
        if piece.line.opens and piece.key is None:
            return
        if piece.key:
            yield piece
