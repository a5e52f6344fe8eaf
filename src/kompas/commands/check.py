"""`check`: validate every file of the notebook; the pre-commit hook."""

from kompas.commands.problems import list_all_problems
from kompas.commands.session import Session
from kompas.notebook.folder import Reading, read_notebook, read_staged_notebook
from kompas.render.clean import clean
from kompas.render.listing import Format
from kompas.render.problems import list_problems, render_problems


def check(session: Session, *, staged: bool, form: Format) -> int:
    """Show all problems at once; return 1 when any of them is a fault, and 0 otherwise."""
    settings = session.settings
    read = read_staged_notebook if staged else read_notebook
    reading: Reading = read(settings.root, settings.today)
    problems = list_all_problems(session, reading)
    faults = sum(problem.is_fault for problem in problems)
    if form is Format.TABLE:
        session.screen.show(clean(render_problems(problems, session.words)))
    else:
        session.show_listing(list_problems(problems, session.words), form, "")
    told = session.words.count("checked.notes", len(reading.notes) + len(reading.introductions))
    session.screen.tell(f"{told} {session.words.count('checked.faults', faults)}")
    return 1 if faults else 0
