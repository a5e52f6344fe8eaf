"""`learn`: raise a lesson to the team's own checklist, and retire what has had its time."""

from kompas.commands.reading import open_view, pick_living
from kompas.commands.session import Session
from kompas.commands.team import require_team
from kompas.domain.checklist import LineKind, require_field
from kompas.domain.guarding import find_refused_texts, list_text_remarks
from kompas.domain.lesson import list_lessons
from kompas.domain.phrase import Filters
from kompas.domain.team_lines import TeamLine, find_line, require_line
from kompas.errors import BadCommandLine, LineExists, NotLearned
from kompas.notebook.checklist_file import CHECKLIST_NAME, add_line, retire_line
from kompas.policy.checklist import read_fields
from kompas.policy.words import read_lexicon
from kompas.render.clean import clean
from kompas.render.problems import render_problems
from kompas.render.remarks import render_remarks

_OFFERED = 9


def learn(session: Session, text: str | None, kind: LineKind | None, field: str | None) -> None:
    """Write a do or don't of the team; on a terminal, without words, the lessons are offered to choose from."""
    settings = session.require_own_notebook()
    team = require_team(session)
    if text is None and session.screen.can_ask:
        text, kind, field = _ask(session, kind, field)
    words = " ".join((text or "").split())
    if not words:
        raise BadCommandLine("missing", session.words.say("metavar.text"))
    if kind is None:
        raise BadCommandLine("missing", "--do, --dont")
    line = TeamLine(kind, words, require_field(field, read_fields()) if field else None, settings.today)
    _guard(session, line)
    known = find_line(words, team.lines)
    if known is None:
        add_line(settings.root, line, session.words.say("learned.heading"))
    elif team.lines[known].retired:
        retire_line(settings.root, known, None)
    else:
        raise LineExists(words)
    session.screen.show(clean(session.words.say("learned.added", text=words)))


def retire(session: Session, text: str) -> None:
    """Take the one line that holds `text` off the checklist; the file keeps it, with the day."""
    settings = session.require_own_notebook()
    team = require_team(session)
    number = require_line(text, team.lines)
    retire_line(settings.root, number, settings.today)
    session.screen.show(clean(session.words.say("learned.retired", text=team.lines[number].text)))


def _ask(session: Session, kind: LineKind | None, field: str | None) -> tuple[str, LineKind | None, str | None]:
    say, ask = session.words.say, session.screen.ask
    view = open_view(session)
    told = list_lessons(pick_living(session, view, view.list_having("lesson")), Filters())
    lessons = [lesson.text for lesson in told][:_OFFERED]
    for number, lesson in enumerate(lessons, 1):
        session.screen.tell(f"{number}. {clean(lesson, lines=False)}")
    text = ask(say("learn.which" if lessons else "learn.words"))
    if text.isdecimal() and 1 <= int(text) <= len(lessons):
        text = ask(say("learn.rephrase")) or lessons[int(text) - 1]
    if kind is None:
        kind = LineKind.DONT if ask(say("learn.kind")).casefold().startswith(say("learn.dont")) else LineKind.DO
    return text, kind, field or ask(say("learn.field")) or None


def _guard(session: Session, line: TeamLine) -> None:
    """Let no identifier in, and remark on what reads like a person, as at the door of a note. Raises NotLearned."""
    settings, texts = session.settings, [("text", line.text)]
    problems = list(find_refused_texts(CHECKLIST_NAME, texts, settings.today))
    session.screen.tell(render_problems(problems, session.words))
    if problems:
        raise NotLearned(line.text)
    remarks = list_text_remarks(texts, read_lexicon(), frozenset(settings.ignore_words))
    session.screen.tell(render_remarks(remarks, session.words))
