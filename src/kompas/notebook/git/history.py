"""What the history of the repository tells: since when a file is kept."""

import datetime
from pathlib import Path

from kompas.notebook.git.program import has_git, run_git


def list_first_days(root: Path) -> dict[str, datetime.date]:
    """Return by path, relative to `root`, the day on which a file was first committed, as its author's clock had it.

    A file that got another name since, or has odd signs in its name, is left out; in half a history all are.
    """
    if not has_git() or run_git(root, "rev-parse", "--is-shallow-repository").stdout.strip() != b"false":
        return {}
    words = ("log", "--relative", "--find-renames", "--diff-filter=A", "--name-only", "--format=/%as", "--", ".")
    days: dict[str, datetime.date] = {}
    day = datetime.date.min
    for line in run_git(root, *words).stdout.decode("utf-8", "replace").splitlines():  # newest first: older days win
        if line.startswith("/"):  # no path of git's begins with it
            day = datetime.date.fromisoformat(line[1:])
        elif line:
            days[line] = day
    return days
