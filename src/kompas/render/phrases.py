"""Phrases, promises and search hits as listings."""

from collections.abc import Iterable

from kompas.domain.lesson import Lesson
from kompas.domain.phrase import Phrase
from kompas.domain.promise import OurPromise
from kompas.domain.search import Found
from kompas.render.listing import Listing


def list_phrase_rows(phrases: Iterable[Phrase]) -> Listing:
    """Return phrases as a listing."""
    rows = (
        {
            "group": phrase.group,
            "facet": phrase.facet.value,
            "text": phrase.text,
            "date": phrase.date,
            "place": phrase.place,
            "field": phrase.field,
            "note": phrase.note,
        }
        for phrase in phrases
    )
    return Listing(
        ("group", "facet", "text", "date", "place", "field", "note"), ("text", "group", "place", "date"), rows
    )


def list_lead_rows(leads: Iterable[Phrase]) -> Listing:
    """Return leads as a listing; who mentioned whom is not told, for that would be a list of who knows whom."""
    rows = ({"text": lead.text, "date": lead.date, "place": lead.place, "field": lead.field} for lead in leads)
    return Listing(("text", "date", "place", "field"), ("text", "place", "date"), rows)


def list_promise_rows(promises: Iterable[OurPromise]) -> Listing:
    """Return our promises as a listing; `state` is open, late or kept."""
    rows = (
        {
            "group": promise.group,
            "what": promise.what,
            "by": promise.by,
            "kept": promise.kept,
            "state": promise.state.value,
            "date": promise.date,
            "place": promise.place,
            "field": promise.field,
            "note": promise.note,
        }
        for promise in promises
    )
    return Listing(
        ("group", "what", "by", "kept", "state", "date", "place", "field", "note"),
        ("state", "by", "what", "group"),
        rows,
    )


def list_found_rows(found: Iterable[Found]) -> Listing:
    """Return search hits as a listing; `key` is the key of the note in which the text stands."""
    rows = (
        {"group": one.group, "key": one.key, "text": one.text, "date": one.date, "place": one.place, "note": one.note}
        for one in found
    )
    return Listing(("group", "key", "text", "date", "place", "note"), ("text", "key", "group", "date"), rows)


def list_lesson_rows(lessons: Iterable[Lesson]) -> Listing:
    """Return lessons as a listing; of which visit is for the notes to tell, and not for a table."""
    keys = ("text", "group", "date", "place", "field", "note")
    rows = [{key: getattr(lesson, key) for key in keys} for lesson in lessons]
    return Listing(keys, ("text", "date"), rows)
