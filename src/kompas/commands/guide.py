"""The guided round: one plain question after another, and every answer on the disk before the next."""

from collections.abc import Mapping
from typing import Any

from kompas.commands.choosing import agrees
from kompas.commands.resuming import find_begun
from kompas.commands.review import review
from kompas.commands.saving import finish, save
from kompas.commands.session import Session
from kompas.commands.telling import Telling
from kompas.commands.walking import ask_from, begin
from kompas.domain.questions import Spot

_SHARED = ("author", "field", "date", "place", "occasion")
"""What the next group of the same visit has in common with this one."""


def guide(session: Session, begun: Mapping[str, Any], *, dry_run: bool) -> None:
    """Ask for what is not in `begun`, show the note and save it; then perhaps another group of the same visit.

    `begun` has the keys of a note, a date among them. What was stopped before is offered first. After Ctrl-C all that
    was typed waits as a draft; on a disk that takes nothing it is shown, so that it can be copied.
    """
    found = find_begun(session, begun)
    telling, spot = found or (Telling(session, begun), None)
    try:
        while _tell(telling, spot, dry_run=dry_run) and agrees(session.screen.ask, session.words.say("guide.another")):
            told = {key: telling.told[key] for key in _SHARED if key in telling.told}
            telling, spot = Telling(session, told), None
    except KeyboardInterrupt:
        _show_what_is_kept(telling)
        raise


def _tell(telling: Telling, spot: Spot | None, *, dry_run: bool) -> bool:
    """Ask, show and save one encounter; tell whether it became a note. `spot` is where it stopped before, if it did."""
    ask_from(telling, spot or begin(telling))
    if not review(telling):
        telling.drop()
        telling.say("guide.thrown-away")
        return False
    if dry_run:
        finish(telling.session, telling.note, dry_run=True)
    else:
        path = save(telling.session, telling.note, telling.draft, is_warned=True)
        telling.session.screen.show(telling.session.words.say("saved", path=path))
    telling.drop()
    return True


def _show_what_is_kept(telling: Telling) -> None:
    telling.session.screen.tell("")
    if telling.draft and telling.is_kept:
        telling.say("guide.kept", draft=telling.draft)
    elif not telling.is_kept:
        telling.session.screen.show(telling.dump())
