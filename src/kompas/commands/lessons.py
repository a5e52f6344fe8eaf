"""`lessons`: what we learned ourselves."""

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.domain.lesson import list_lessons
from kompas.domain.phrase import Filters
from kompas.render.listing import Format
from kompas.render.phrases import list_lesson_rows


def lessons(session: Session, filters: Filters, limit: int | None, form: Format) -> None:
    """Show the lessons in the notes, newest first."""
    view = open_view(session)
    found = list_lessons(pick_living(session, view, view.list_having("lesson")), filters)
    session.show_listing(list_lesson_rows(found[:limit]), form, session.words.say("nothing.lessons"))
