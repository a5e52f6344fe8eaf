"""`meet`: who should meet whom, and why."""

from kompas.commands.session import Session
from kompas.domain.group import group_key, require_group
from kompas.domain.living import list_living, list_refusing
from kompas.domain.matching.content import Reader
from kompas.domain.matching.suggest import SHOWN, list_silenced, pick_spread, suggest_meetings
from kompas.domain.matching.themes import Thesaurus
from kompas.domain.phrase import list_phrases
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes
from kompas.render.listing import Format
from kompas.render.suggestions import list_reason_rows, render_suggestions, suggestions_to_json


def meet(session: Session, name: str | None, limit: int | None, form: Format) -> None:
    """Show the few best suggestions, or with `limit` all that have any evidence."""
    reading, settings = session.read(), session.settings
    living = list_living(reading.notes, settings.today, settings.keep_days)
    group = require_group(name, (filed.note.group for filed in living)) if name else None
    refusing = list_refusing(reading.notes, "introduce")
    function_words = read_function_words()
    reader = Reader(Thesaurus(read_themes(), function_words), function_words)
    suggestions = suggest_meetings(
        (phrase for phrase in list_phrases(living) if group_key(phrase.group) not in refusing),
        reader,
        list_silenced(filed.introduction for filed in reading.introductions),
        group,
    )
    shown = suggestions[:limit] if limit else pick_spread(suggestions, SHOWN)
    if form is Format.JSON:
        session.screen.show(suggestions_to_json(shown, session.words))
    elif form is Format.TABLE:
        session.screen.show(render_suggestions(shown, reader.themes, session.words, session.screen.canvas))
    else:
        session.show_listing(list_reason_rows(shown, reader.themes, session.words), form, "")
    if group and group_key(group) in refusing:
        session.screen.tell(session.words.say("nothing.refused", group=group))
    elif not shown:
        session.screen.tell(session.words.say("nothing.meet"))
