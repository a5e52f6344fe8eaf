"""Strength or lack in our words: what groups can, beside words that name people by what they lack."""

from collections.abc import Iterator

from kompas.domain.mirror.figure import Bar, Figure, Part, Point, Reflection, Trace
from kompas.domain.mirror.practice import FEWEST_NOTES, Practice, trace_note
from kompas.domain.note import FiledNote
from kompas.domain.privacy.door import find_word_tips
from kompas.domain.privacy.lexicon import Lexicon
from kompas.domain.search import list_texts

_NOT_OURS = frozenset({"group", "author", "goal", "contact"})
"""The name of a group and its goal are the group's own words."""


def reflect_words(practice: Practice, lexicon: Lexicon, ignore: frozenset[str]) -> Reflection:
    """Tell in how many notes a strength stands, and in how many a word for lack; the line is tips a note."""
    strength = practice.trace(lambda note: "; ".join((*note.talents, *note.offers)) or None)
    tips = tuple(trace for filed in practice.notes for trace in _list_tips(filed, lexicon, ignore))
    lack = tuple(Trace(tip.note, tip.date, tip.group, tip.text, tip.note) for tip in tips)
    return Reflection(
        Figure.WORDS,
        "look-for-strength",
        len(practice.notes),
        FEWEST_NOTES,
        (Bar(Part.STRENGTH, strength), Bar(Part.LACK, lack)),
        _draw_tips(practice, tips),
    )


def _draw_tips(practice: Practice, tips: tuple[Trace, ...]) -> tuple[Point, ...]:
    return practice.draw(tips, practice.trace(lambda _: ""))


def _list_tips(filed: FiledNote, lexicon: Lexicon, ignore: frozenset[str]) -> Iterator[Trace]:
    for key, text in list_texts(filed.note):
        if key not in _NOT_OURS:
            for tip in find_word_tips(text, lexicon, ignore):
                yield trace_note(filed, tip.text, f"{filed.path}:{key}:{text}:{tip.start}")
