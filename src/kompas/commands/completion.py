"""What Tab offers: groups, places, fields and notes of the notebook that begin with what is typed."""

from collections.abc import Callable, Iterable

from kompas.commands.session import Session
from kompas.domain.group import group_key
from kompas.errors import KompasError
from kompas.notebook.index.recall import recall
from kompas.notebook.index.view import View
from kompas.render.clean import clean

Offer = tuple[str, str]
"""A value, and what it is; nothing when the value says it all."""
_MOST = 200


def offer(session: Session, kind: str, begun: str) -> list[Offer]:
    """Return what can stand where a "group", "place", "field" or "note" is typed, and has begun as `begun`."""
    try:
        offers = _OFFERS[kind](session, begun)
    except KompasError:
        return []  # no notebook here: nothing to offer, and Tab tells no errors
    return [(clean(value, lines=False), clean(told, lines=False)) for value, told in pick(offers, begun)[:_MOST]]


def pick(offers: Iterable[Offer], begun: str) -> list[Offer]:
    """Return what begins with `begun`, capitals and accents aside; else the only one with a word that does."""
    asked = group_key(begun)
    known = {value: (value, told) for value, told in offers}
    found = [one for value, one in known.items() if group_key(value).startswith(asked)]
    if found:
        return found
    inside = [one for value, one in known.items() if f" {asked}" in group_key(value)]
    return inside if len(inside) == 1 else []


def _open(session: Session) -> View:
    return recall(session.settings.root, session.settings.today)


def _list_groups(session: Session, _begun: str) -> list[Offer]:
    return [(name, "") for name in _open(session).list_named("grp")]


def _list_places(session: Session, _begun: str) -> list[Offer]:
    return [(name, "") for name in _open(session).list_named("place")]


def _list_fields(session: Session, _begun: str) -> list[Offer]:
    from kompas.policy.checklist import read_fields  # noqa: PLC0415 Tab is pressed often, and asks for fields seldom

    at = ("nl", "en").index(session.words.language)
    return [(field.id, field.names[at]) for field in read_fields()]


def _list_notes(session: Session, begun: str) -> list[Offer]:
    from kompas.notebook.filename import find_id  # noqa: PLC0415 the same

    return [(find_id(path), f"{group}, {day}") for path, group, day in _open(session).list_files(begun.lower(), _MOST)]


_OFFERS: dict[str, Callable[[Session, str], list[Offer]]] = {
    "group": _list_groups,
    "place": _list_places,
    "field": _list_fields,
    "note": _list_notes,
}
