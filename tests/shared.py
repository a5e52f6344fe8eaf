"""A team under test: a bare repository on disk, and clones of a notebook, each as an official would have it."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NOTE = 'date = 2026-11-20\ngroup = "{group}"\ntalents = ["zingen"]\n'


@dataclass(frozen=True)
class Team:
    """The bare repository of a team, and the clones of two officials."""

    server: Path
    fatma: Path
    jan: Path


def git(root: Path, *words: str, check: bool = True) -> str:
    """Run git and return what it said on stdout."""
    done = subprocess.run(["git", *words], cwd=root, check=False, capture_output=True, text=True)
    assert not check or done.returncode == 0, done.stderr
    return done.stdout


def write(root: Path, path: str, text: str) -> Path:
    """Write a file of a notebook, LF as it stands."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode())
    return target


def write_note(root: Path, name: str, group: str = "Koor") -> Path:
    """Write a good note under `2026-11/`."""
    return write(root, f"2026-11/{name}.toml", NOTE.format(group=group))


def list_server(team: Team, branch: str = "main") -> list[str]:
    """Return the paths of the notes that the server holds."""
    return [path for path in git(team.server, "ls-tree", "-r", "--name-only", branch).split("\n") if "2026-" in path]


def read_notes(root: Path) -> dict[str, bytes]:
    """Return the notes of a clone, byte for byte, by their path."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.glob("2026-*/*.toml"))}


def introduce_to_git(home: Path) -> None:
    """Tell git who the user is."""
    (home / ".gitconfig").write_text("[user]\n\tname = Fatma\n\temail = fatma@example.org\n", encoding="utf-8")


def make_team(place: Path) -> Team:
    """Make a bare repository with a notebook in it, and two clones."""
    introduce_to_git(Path(os.environ["HOME"]))
    server, fatma = place / "team.git", place / "fatma"
    git(place, "init", "-q", "--bare", "--initial-branch", "main", str(server))
    git(place, "clone", "-q", str(server), str(fatma))
    write(fatma, "kompas.toml", 'format = 1\nlanguage = "nl"\n')
    write(fatma, ".gitattributes", "*.toml text eol=lf merge=kompas\n")
    git(fatma, "add", ".")
    git(fatma, "commit", "-qm", "begin")
    git(fatma, "push", "-q", "origin", "HEAD:main")
    git(place, "clone", "-q", str(server), str(place / "jan"))
    return Team(server, fatma, place / "jan")
