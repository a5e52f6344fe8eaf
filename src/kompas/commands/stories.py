"""`stories`: what groups agreed to share, in their words, under the heads of what it is worth."""

from collections.abc import Sequence

from kompas.commands.reading import read_shared
from kompas.commands.session import Session
from kompas.domain.privacy.door import find_remarks
from kompas.domain.privacy.finding import FindingKind, Severity
from kompas.domain.stories import Story, list_stories
from kompas.policy.words import read_lexicon
from kompas.render.listing import Format
from kompas.render.remarks import render_remarks
from kompas.render.stories import list_story_rows, render_stories, stories_to_markdown


def stories(session: Session, form: Format) -> None:
    """Show the stories; what in them reads like a person is pointed out, for they are about to leave the house."""
    found = read_stories(session)
    if not found:
        session.show_listing(list_story_rows(found), form, session.words.say("nothing.stories"))
        return
    if form is Format.TABLE:
        session.screen.show(render_stories(found, session.words, session.screen.canvas))
    elif form is Format.MARKDOWN:
        session.screen.show(stories_to_markdown(found, session.words))
    else:
        session.show_listing(list_story_rows(found), form, "")
    if open_ones := sum(not story.worth for story in found):
        session.screen.tell(session.words.count("stories.open", open_ones))


def read_stories(session: Session) -> list[Story]:
    """Return the stories that may leave the house, newest first, and point out what reads like a person."""
    found = list_stories(read_shared(session))
    tell_persons(session, [text for story in found for text in (story.text, story.goal or "")])
    return found


def tell_persons(session: Session, texts: Sequence[str]) -> None:
    """Point out what in `texts` reads like a person, each once."""
    ignore = frozenset(session.settings.ignore_words)
    remarks = {
        (finding.kind, finding.text): finding
        for text in texts
        for finding in find_remarks(text, read_lexicon(), ignore)
        if finding.severity is Severity.WARNING and finding.kind not in {FindingKind.MAPPING, FindingKind.WORD}
    }
    session.screen.tell(render_remarks(remarks.values(), session.words))
