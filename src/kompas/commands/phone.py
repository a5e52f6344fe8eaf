"""`note --from`: write encounters from lines as they are typed on a phone."""

from collections.abc import Mapping
from typing import Any

from kompas.commands.naming import tell_alike
from kompas.commands.saving import finish, keep
from kompas.commands.session import Session
from kompas.commands.typed import Typed, build_note
from kompas.domain.note import Note
from kompas.domain.phone.doubt import Doubt, LeftOut, MisspeltLabel
from kompas.domain.phone.encounter import Encounter, parse_lines
from kompas.errors import BadCommandLine, KompasError, NothingToWrite, NotRemembered, UnclearLines, UnknownField
from kompas.notebook.drafts import is_draft, new_draft, remove_draft
from kompas.notebook.plain_text import decode_text, read_plain_text
from kompas.notebook.toml import LARGEST
from kompas.policy.labels import read_labels
from kompas.render.problems import render_problems
from kompas.settings import expand_home

_STDIN = "-"
_FOR_ALL = frozenset({"place", "field", "occasion", "agreement"})
"""What may be typed beside --from: it counts for every encounter that does not tell it itself."""


def note_lines(session: Session, source: str, typed: Typed, usual: Mapping[str, Any], *, dry_run: bool) -> int:
    """Write, or only show, every encounter in `source`; return 1 when one of them may not enter.

    One that may not enter is kept as a draft, and the others are written.
    """
    _require_for_all(typed)
    place = expand_home(source)
    is_piped = source == _STDIN
    text = decode_text(session.screen.read_all(LARGEST + 1), place) if is_piped else read_plain_text(place)
    encounters = _ask(session, session.words.say("piped") if is_piped else source, text)
    if not encounters:
        raise NothingToWrite
    usual = {**usual, **typed.texts}
    codes = []
    for at, encounter in enumerate(encounters):
        session.screen.show("\n" if at and dry_run else "")
        codes.append(_write(session, encounter, Typed(typed.day, (), usual), dry_run=dry_run))
    if is_draft(place) and not dry_run:
        remove_draft(place)  # each of its encounters is a note now, or a draft of its own
    return max(codes)


def _require_for_all(typed: Typed) -> None:
    others = typed.texts.keys() - _FOR_ALL
    if others or typed.promises:
        raise BadCommandLine("only-one", ", ".join(["--from", *sorted(others or {"--promise"})]))


def _ask(session: Session, source: str, text: str) -> list[Encounter]:
    """Read the lines, and ask what is in doubt while there is somebody to ask; what stays in doubt is told."""
    answers: dict[Doubt, str] = {}
    while True:
        encounters = parse_lines(source, text, read_labels(), session.settings.today, answers)
        doubts = [doubt for encounter in encounters for doubt in encounter.doubts]
        open_ones = [one for one in doubts if not isinstance(one, LeftOut) and answers.get(one) != ""]
        if not open_ones or not session.screen.can_ask:
            session.screen.tell(render_problems((one for one in doubts if one not in answers), session.words))
            return encounters
        answers[open_ones[0]] = _ask_one(session, open_ones[0])


def _ask_one(session: Session, doubt: Doubt) -> str:
    session.screen.tell(render_problems([doubt], session.words, with_remedy=False))
    answer = session.screen.ask("  " + session.words.say(f"doubt.{type(doubt).__name__}", **doubt.facts()))
    return answer or (session.words.say("answer.yes") if isinstance(doubt, MisspeltLabel) else "")


def _write(session: Session, encounter: Encounter, typed: Typed, *, dry_run: bool) -> int:
    """Write one encounter; return 1 when it may not enter, which is told and stops no other."""
    try:
        if _is_refused(encounter):
            raise NotRemembered(encounter.texts.get("group", "?"))
        written = _build(session, encounter, typed)
        if written:
            tell_alike(session, written.group)
            return finish(session, written, dry_run=dry_run)
        if not dry_run:
            raise UnclearLines(encounter.line, keep(session, encounter.typed, new_draft(".txt")))
    except KompasError as error:
        session.tell_error(error)
    return 1


def _is_refused(encounter: Encounter) -> bool:
    """Tell whether the group said that nothing may be kept: not even a draft is, then."""
    return encounter.texts.get("agreement", {}).get("remember") is False


def _build(session: Session, encounter: Encounter, typed: Typed) -> Note | None:
    """Return the note of an encounter, or None when something in it waits for an answer."""
    if not encounter.is_clear:
        return None
    agreement = typed.texts.get("agreement", {}) | encounter.texts.get("agreement", {})
    texts = encounter.texts | ({"agreement": agreement} if agreement else {})
    day = None if "date" in texts else typed.day
    try:
        return build_note(Typed(day, (), texts), typed.texts, session.settings.today)
    except UnknownField as error:
        session.tell_error(error)
        return None
