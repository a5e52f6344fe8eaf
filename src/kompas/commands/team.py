"""A team's own checklist: read for who reads it, and demanded whole by who writes in it."""

from kompas.commands.session import Session
from kompas.domain.guarding import find_refused_texts
from kompas.domain.problem import Problem
from kompas.domain.team_lines import TeamChecklist
from kompas.errors import BrokenChecklist
from kompas.notebook.checklist_file import CHECKLIST_NAME, read_team_checklist
from kompas.policy.checklist import read_fields, read_topics
from kompas.render.problems import render_problems


def read_team(session: Session) -> TeamChecklist:
    """Return the team's own checklist; what is wrong with it is told, and then nothing of it is read."""
    told = _read(session)
    if isinstance(told, list):
        session.screen.tell(render_problems(told, session.words))
        return TeamChecklist()
    return told


def require_team(session: Session) -> TeamChecklist:
    """Return the team's own checklist, sound enough to write in. Raises BrokenChecklist."""
    told = _read(session)
    if isinstance(told, list):
        session.screen.tell(render_problems(told, session.words))
        raise BrokenChecklist(session.settings.root / CHECKLIST_NAME)
    return told


def list_team_problems(session: Session) -> list[Problem]:
    """Return what is wrong with the team's own checklist, and every identifier in its lines."""
    told = _read(session)
    if isinstance(told, list):
        return told
    texts = [("text", line.text) for line in told.lines]
    texts += [("reword", text) for one in told.rewordings for text in (*(one.dos or ()), *(one.donts or ()))]
    return list(find_refused_texts(CHECKLIST_NAME, texts, session.settings.today))


def _read(session: Session) -> TeamChecklist | list[Problem]:
    topics = [topic.id for topic in read_topics(session.words.language)]
    return read_team_checklist(session.settings.root, topics, read_fields())
