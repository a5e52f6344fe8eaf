"""`mirror`: how we stand beside the do's and don'ts; our own practice, never residents, never a colleague."""

from kompas.commands.matching import build_reader
from kompas.commands.reading import find_author, read
from kompas.commands.session import Session
from kompas.domain.group import group_key
from kompas.domain.living import list_living, list_unkept
from kompas.domain.mirror.figure import Figure, Reflection
from kompas.domain.mirror.mirror import Light, reflect
from kompas.domain.mirror.practice import Practice, Window, build_practice, shows_colleague
from kompas.errors import NobodyLooks, OneColleague
from kompas.notebook.git.history import list_first_days
from kompas.policy.checklist import read_topics
from kompas.policy.words import read_lexicon
from kompas.render.listing import Format
from kompas.render.mirror import list_mirror_rows, list_trace_rows, render_mirror


def mirror(session: Session, window: Window, form: Format) -> None:
    """Show every figure, each with a question to talk about."""
    practice = read_practice(session, window)
    if not practice.notes:
        session.screen.tell(session.words.say("nothing.mirror"))
        return
    reflections = read_reflections(session, practice)
    if form is not Format.TABLE:
        session.show_listing(list_mirror_rows(reflections), form, "")
        return
    titles = {topic.id: topic.title for topic in read_topics(session.words.language)}
    session.screen.show(render_mirror(reflections, titles, window.step, session.words, session.screen.canvas))
    whose = "mirror.mine" if window.mine else "mirror.together"
    session.screen.tell(session.words.say(whose, since=practice.since))


def why(session: Session, figure: Figure, window: Window, form: Format) -> None:
    """Show every place in the notes on which one figure rests."""
    found = next(one for one in read_reflections(session, read_practice(session, window)) if one.figure is figure)
    session.show_listing(list_trace_rows(found), form, session.words.say("nothing.mirror"))


def read_practice(session: Session, window: Window) -> Practice:
    """Read our encounters and introductions. Raises OneColleague, and NobodyLooks where one's own work is asked for."""
    reading, author = read(session), find_author(session)
    if window.mine and author is None:
        raise NobodyLooks
    refused = list_unkept(reading.problems)
    living = list_living(reading.notes, session.settings.today, session.settings.keep_days, refused)
    told = [one for one in reading.introductions if refused.isdisjoint(map(group_key, one.introduction.between))]
    practice = build_practice(living, told, window, author)
    if not window.mine and shows_colleague(practice, author):
        raise OneColleague
    return practice


def read_reflections(session: Session, practice: Practice) -> tuple[Reflection, ...]:
    """Return every figure; the invented example was never written on a day, so its days are not looked for."""
    settings = session.settings
    written = {} if settings.example else list_first_days(settings.root)
    light = Light(read_lexicon(), frozenset(settings.ignore_words), build_reader(session), written)
    return reflect(practice, light)
