"""A notebook in which a name has gone everywhere that a name can go, with a server and a colleague."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from kompas.notebook.start import start_notebook

NOTE = "2026-10/2026-10-02-cafe-zonnestraal-k3f9.toml"
OLD = "2026-10/2026-10-01-cafe-zonnestraal-a2b3.toml"
GROUP = "Café Zonnestraal"
ABOUT = f'date = 2026-10-02\ngroup = "{GROUP}"\ntalents = ["taart bakken"]\nstory = "Zij bakken samen."\n'
OTHER = """\
date = 2026-10-03
group = "Koor"
leads = ["cafe zonnestraal"]   # CAFÉ ZONNESTRAAL, op de hoek
story = "Zij zingen in Café
Zonnestraal's tuin."
""".replace('story = "', 'story = """').replace('tuin."', 'tuin."""')
MET = f'date = 2026-10-04\nbetween = ["Koor", "{GROUP}"]\nanswer = "yes"\n'


@dataclass(frozen=True)
class Team:
    """Our own clone, a colleague's, and the server between them."""

    own: Path
    colleague: Path
    server: Path


def git(root: Path, *words: str, code: int = 0) -> str:
    """Run git and return what it said."""
    done = subprocess.run(["git", *words], cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == code, (words, done.stdout, done.stderr)
    return done.stdout


def write(root: Path, path: str, text: str) -> None:
    """Write a file, in a new folder if need be."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def commit(root: Path, message: str) -> None:
    """Commit all there is."""
    git(root, "add", "--all")
    git(root, "commit", "-qm", message)


def start_team(place: Path) -> Team:
    """Make a notebook with a group in notes, names, old names, messages, branches, a stash and a lost commit."""
    team = Team(place / "own", place / "colleague", place / "server.git")
    git(place, "init", "-q", "--bare", "--initial-branch", "main", str(team.server))
    start_notebook(team.own, "nl", "# Ons notitieboek\n")
    git(team.own, "remote", "add", "origin", str(team.server))
    write(team.own, OLD, ABOUT)
    commit(team.own, "bezoek aan café zonnestraal")
    git(team.own, "mv", OLD, NOTE)
    write(team.own, "2026-10/2026-10-03-koor-b4c5.toml", OTHER)
    write(team.own, "introductions/2026-10-04-koor--cafe-zonnestraal-d6e7.toml", MET)
    commit(team.own, "3 notities")
    git(team.own, "branch", "cafe-zonnestraal-apart")
    git(team.own, "push", "-q", "--set-upstream", "origin", "main", "cafe-zonnestraal-apart")
    git(place, "clone", "-q", str(team.server), str(team.colleague))
    write(team.own, "2026-10/2026-10-03-koor-b4c5.toml", OTHER + "# weggelegd bij Cafe  Zonnestraal\n")
    git(team.own, "stash")
    write(team.own, "kladblok.md", "Zonder takken: café-zonnestraal\n")
    commit(team.own, "weg ermee")
    git(team.own, "reset", "-q", "--hard", "HEAD~1")
    return team
