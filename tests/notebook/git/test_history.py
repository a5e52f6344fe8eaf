"""What the history of a repository tells."""

import datetime
import subprocess
from pathlib import Path

import pytest

from kompas.notebook.git.history import list_first_days
from kompas.notebook.git.repository import start_repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a notebook's folder in it."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Fatma")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "fatma@example.org")
    root = tmp_path / "team"
    (root / "notes").mkdir(parents=True)
    assert start_repository(root)
    return root


def git(root: Path, *words: str) -> str:
    """Run git and return what it said."""
    return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root: Path, day: str) -> None:
    """Commit all that lies in `root`, as if on `day`."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x", "--date", f"{day}T23:30:00+01:00")


def test_the_first_day_of_a_file_is_its_first_commit(repository: Path) -> None:
    """Later changes do not move the day; a new name, and half a history, make it unknown rather than wrong."""
    notes = repository / "notes"
    (notes / "a.toml").write_text("date = 2026-11-20\n" * 9)
    (repository / "outside.toml").write_text("x")
    commit(repository, "2026-11-21")
    (notes / "a.toml").write_text("date = 2026-11-20\n" * 10)
    (notes / "b.toml").write_text("group = 'Koor'\n" * 9)
    commit(repository, "2026-11-23")
    assert list_first_days(notes) == {"a.toml": datetime.date(2026, 11, 21), "b.toml": datetime.date(2026, 11, 23)}
    (notes / "b.toml").rename(notes / "c.toml")
    commit(repository, "2026-11-24")
    assert list_first_days(notes).keys() >= {"a.toml"}
    assert "c.toml" not in list_first_days(notes)
    git(repository.parent, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    assert list_first_days(repository.parent / "shallow" / "notes") == {}


def test_without_a_repository_no_day_is_known(tmp_path: Path) -> None:
    """A notebook that is not in git tells no days."""
    assert list_first_days(tmp_path) == {}
