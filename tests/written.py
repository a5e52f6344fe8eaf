"""Notes under test: text as an official would type it, parsed as kompas parses it."""

import datetime
from textwrap import dedent

from kompas.domain.introduction import FiledIntroduction, Introduction
from kompas.domain.note import FiledNote, Note
from kompas.domain.problem import Problem
from kompas.notebook.note_file import parse_introduction, parse_note

TODAY = datetime.date(2026, 11, 23)
PATH = "2026-11/note.toml"
FULL = """
date = 2026-11-23
group = "Kookclub De Klink"
place = "Dorpshuis De Klink"
author = "fatma"
field = "neighbourhood-work"
occasion = "koffieochtend"
does = ["elke donderdag koken voor veertig mensen"]
talents = ["koken voor grote groepen"]
offers = ["keuken vrij op dinsdag"]
asks = ["iemand die de oven maakt"]
ideas = ["een buurtmoestuin"]
leads = ["Fietsmaatjes Oost"]
goal = "Een plek waar de hele flat komt eten."
story = "Zij lachen erom."
worth = ["groups"]
left_behind = "Verteld hoe het buurtbudget werkt."
lesson = "Ik begon toch weer over ons groenplan."
confirmed = 2026-11-22

[[promises]]
what = "navragen of de oven een vergunning nodig heeft"
by = 2026-12-07
kept = 2026-11-20

[[obstacles]]
what = "de vergunning duurt lang"
ours = true

[agreement]
remember = true
introduce = true
share = false
contact = "de kok"
sensitive = false
"""


def parse(text: str, path: str = PATH) -> FiledNote:
    """Return the note that stands in `text`; it must have no problems."""
    note = parse_note(path, dedent(text).encode(), TODAY)
    assert isinstance(note, Note), note
    return FiledNote(path, note)


def parse_all(*texts: str) -> list[FiledNote]:
    """Return the notes that stand in `texts`, with paths a.toml, b.toml and so on."""
    return [parse(text, f"2026-11/{sign}.toml") for sign, text in zip("abcdefghij", texts, strict=False)]


def parse_met(text: str, path: str = "introductions/met.toml") -> FiledIntroduction:
    """Return the introduction that stands in `text`; it must have no problems."""
    introduction = parse_introduction(path, dedent(text).encode(), TODAY)
    assert isinstance(introduction, Introduction), introduction
    return FiledIntroduction(path, introduction)


def find_faults(text: str | bytes) -> list[Problem]:
    """Return what is wrong with the note in `text`; it must have problems."""
    content = text if isinstance(text, bytes) else dedent(text).encode()
    problems = parse_note(PATH, content, TODAY)
    assert isinstance(problems, list), problems
    return problems
