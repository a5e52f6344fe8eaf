"""`meet`: who should meet whom, and why."""

from collections.abc import Sequence

from kompas.commands.matching import Ground, read_ground
from kompas.commands.reading import read
from kompas.commands.session import Session
from kompas.domain.group import group_key, require_group
from kompas.domain.matching.memory import pair_of
from kompas.domain.matching.reason import Suggestion
from kompas.domain.matching.spread import SHOWN, pick_spread
from kompas.domain.matching.suggest import GOOD, list_evidence
from kompas.errors import SameGroup
from kompas.render.listing import Format
from kompas.render.suggestions import (
    list_introduction_rows,
    list_reason_rows,
    render_evidence,
    render_suggestions,
    suggestions_to_json,
)


def meet(session: Session, name: str | None, limit: int | None, form: Format) -> None:
    """Show the few best suggestions of this week, or with `limit` the best with any evidence at all."""
    ground = read_ground(session)
    group = require_group(name, (filed.note.group for filed in ground.living)) if name else None
    found = ground.suggest(group)
    if limit:
        shown = found[:limit]
    elif group:
        shown = [one for one in found if one.weight >= GOOD][:SHOWN]
    else:
        shown = pick_spread(found, session.today)
    _show(session, shown, ground, form)
    if not (group and _tell_refusal(session, group, ground)) and not shown:
        session.screen.tell(session.words.say("nothing.meet"))
    if shown and len(session.notebooks) > 1:
        names = ", ".join(str(one.name) for one in session.notebooks)
        session.screen.tell(session.words.say("meet.keep-in", names=names))


def why(session: Session, one: str, other: str, form: Format) -> None:
    """Show all evidence for one pair, also when it is too light for a suggestion."""
    ground = read_ground(session)
    names = [filed.note.group for filed in ground.living]
    groups = (require_group(one, names), require_group(other, names))
    if group_key(groups[0]) == group_key(groups[1]):
        raise SameGroup(groups[0])
    reasons = list_evidence(ground.phrases, ground.reader, *groups, ground.vectors)
    if form is Format.TABLE:
        session.screen.show(
            render_evidence(groups, reasons, ground.reader.themes, session.words, session.screen.canvas)
        )
    else:
        evidence = [Suggestion(groups, (reason,)) for reason in reasons]
        _show(session, evidence, ground, form)
    for group in groups:
        _tell_refusal(session, group, ground)


def kept(session: Session, name: str | None, form: Format) -> None:
    """Show what became of earlier suggestions, newest first."""
    reading = read(session)
    told = sorted(reading.introductions, key=lambda filed: (-filed.introduction.date.toordinal(), filed.path))
    if name:
        known = [filed.note.group for filed in reading.notes]
        known += [group for filed in told for group in filed.introduction.between]
        key = group_key(require_group(name, known))
        told = [filed for filed in told if key in pair_of(filed.introduction)]
    session.show_listing(list_introduction_rows(told), form, session.words.say("nothing.kept"))


def _show(session: Session, shown: Sequence[Suggestion], ground: Ground, form: Format) -> None:
    themes, words = ground.reader.themes, session.words
    if form is Format.JSON:
        session.screen.show(suggestions_to_json(shown, words))
    elif form is Format.TABLE:
        session.screen.show(render_suggestions(shown, themes, words, session.screen.canvas))
    else:
        session.show_listing(list_reason_rows(shown, themes, words), form, "")


def _tell_refusal(session: Session, group: str, ground: Ground) -> bool:
    """Tell that a group does not want to be introduced, if that is so."""
    is_refused = group_key(group) in ground.refusing
    if is_refused:
        session.screen.tell(session.words.say("nothing.refused", group=group))
    return is_refused
