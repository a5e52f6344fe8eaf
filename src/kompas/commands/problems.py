"""All that is wrong or odd in a notebook, for the commands that look after it."""

from kompas.commands.session import Session
from kompas.commands.team import list_team_problems
from kompas.domain.checking import find_oddities
from kompas.domain.guarding import find_refused
from kompas.domain.problem import Problem
from kompas.notebook.folder import Reading
from kompas.notebook.theme_file import find_theme_problems
from kompas.policy.checklist import read_fields
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes


def list_all_problems(session: Session, reading: Reading) -> list[Problem]:
    """Return every problem of the notebook's files, in the order of their paths and lines."""
    settings = session.settings
    return sorted(
        [
            *reading.problems,
            *find_refused(reading.notes, settings.today),
            *find_oddities(reading.notes, read_fields()),
            *find_theme_problems(settings.root, read_themes, read_function_words()),
            *list_team_problems(session),
        ],
        key=lambda one: (one.path, one.line or 0),
    )
