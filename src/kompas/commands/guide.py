"""The guided round: one plain question after another, and every answer on the disk before the next."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kompas.commands.session import Session
from kompas.domain.days import Leaning, find_day
from kompas.domain.note import Note
from kompas.errors import NothingToWrite
from kompas.notebook.drafts import write_draft
from kompas.notebook.note_file import dump_note

_LISTS = ("does", "talents", "offers", "asks", "ideas", "leads", "promises", "obstacles")
QUESTIONS = ("group", "place", *_LISTS, "left_behind", "lesson")
"""The keys that are asked for, in this order."""


def guide(session: Session, typed: Mapping[str, Any]) -> tuple[dict[str, Any], Path]:
    """Ask for what was not typed yet; return all of it by the keys of a note, and the draft that holds it.

    Enter skips a question and ends a list. Raises NothingToWrite without a group.
    """
    session.screen.tell(session.words.say("guide.begin"))
    told, draft = dict(typed), None
    try:
        for key in QUESTIONS:
            if key not in told:
                told[key] = _ask(session, key)
            if not told.get("group"):
                raise NothingToWrite
            draft = write_draft(dump_note(_build(session, told)), draft)
    except KeyboardInterrupt:
        if draft:
            session.screen.tell("\n" + session.words.say("guide.kept", draft=draft))
        raise
    assert draft is not None  # noqa: S101 every question writes it
    return _drop_empty(told), draft


def _build(session: Session, told: Mapping[str, Any]) -> Note:
    return Note.model_validate({"date": session.settings.today} | _drop_empty(told))


def _ask(session: Session, key: str) -> Any:
    question = session.words.say(f"guide.{key}")
    if key not in _LISTS:
        return session.screen.ask(question)
    answers: list[Any] = []
    while answer := session.screen.ask(question if not answers else session.words.say("guide.more")):
        answers.append(_shape(session, key, answer))
    return answers


def _shape(session: Session, key: str, answer: str) -> Any:
    if key == "promises":
        found = find_day(answer, session.settings.today, leaning=Leaning.FUTURE)
        return {"what": found[1], "by": found[0]} if found and found[1] else {"what": answer}
    if key == "obstacles":
        ours = session.screen.ask(session.words.say("guide.ours"))
        return {"what": answer, "ours": ours.casefold().startswith(("j", "y"))}
    return answer


def _drop_empty(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if value}
