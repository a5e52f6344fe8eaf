"""`check`: validate every file of the notebook; the pre-commit hook."""

from kompas.commands.session import Session
from kompas.commands.team import list_team_problems
from kompas.domain.checking import find_oddities
from kompas.domain.guarding import find_refused
from kompas.notebook.folder import Reading, read_notebook, read_staged_notebook
from kompas.notebook.theme_file import find_theme_problems
from kompas.policy.checklist import read_fields
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes
from kompas.render.clean import clean
from kompas.render.listing import Format
from kompas.render.problems import list_problems, render_problems


def check(session: Session, *, staged: bool, form: Format) -> int:
    """Show all problems at once; return 1 when any of them is a fault, and 0 otherwise."""
    settings = session.settings
    read = read_staged_notebook if staged else read_notebook
    reading: Reading = read(settings.root, settings.today)
    problems = sorted(
        [
            *reading.problems,
            *find_refused(reading.notes, settings.today),
            *find_oddities(reading.notes, read_fields()),
            *find_theme_problems(settings.root, read_themes, read_function_words()),
            *list_team_problems(session),
        ],
        key=lambda one: (one.path, one.line or 0),
    )
    faults = sum(problem.is_fault for problem in problems)
    if form is Format.TABLE:
        session.screen.show(clean(render_problems(problems, session.words)))
    else:
        session.show_listing(list_problems(problems, session.words), form, "")
    told = session.words.count("checked.notes", len(reading.notes) + len(reading.introductions))
    session.screen.tell(f"{told} {session.words.count('checked.faults', faults)}")
    return 1 if faults else 0
