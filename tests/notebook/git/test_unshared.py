"""What has not gone out yet, asked of the real git."""

import subprocess
from pathlib import Path

import pytest

from kompas.notebook.git.unshared import count_unshared


def git(root: Path, *words: str) -> None:
    """Run git in `root`; it must succeed."""
    name = ("-c", "user.name=fatma", "-c", "user.email=fatma@example.org")
    subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a notebook in a sub-folder of a repository that has a server, with one note pushed."""
    git(tmp_path, "init", "-q", "--bare", "server.git")
    git(tmp_path, "init", "-q", "-b", "main", "town")
    root = tmp_path / "town" / "notes"
    (root / "2026-10").mkdir(parents=True)
    (root / "2026-10" / "a.toml").write_text("old", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    git(root, "remote", "add", "origin", "../server.git")
    git(root, "push", "-qu", "origin", "main")
    return root


def test_all_has_gone_out(town: Path) -> None:
    """After a push nothing waits; a file that is no note is not counted, nor one outside the notebook."""
    (town / "foto.jpg").write_text("x", encoding="utf-8")
    (town.parent / "other").mkdir()
    (town.parent / "other" / "x.toml").write_text("x", encoding="utf-8")
    assert count_unshared(town) == 0


def test_each_file_once(town: Path) -> None:
    """A new note, a staged one, a changed one and a committed one each count once."""
    (town / "2026-11").mkdir()
    (town / "2026-11" / "new é.toml").write_text("x", encoding="utf-8")
    assert count_unshared(town) == 1
    git(town, "add", ".")
    assert count_unshared(town) == 1
    git(town, "commit", "-qm", "x")
    assert count_unshared(town) == 1
    (town / "2026-11" / "new é.toml").write_text("y", encoding="utf-8")
    (town / "2026-10" / "a.toml").write_text("new", encoding="utf-8")
    assert count_unshared(town) == 2


def test_without_a_server_or_a_repository(tmp_path: Path) -> None:
    """What is not committed counts before the first commit too; outside git there is nothing to share."""
    (tmp_path / "2026-10").mkdir()
    (tmp_path / "kompas.toml").write_text("", encoding="utf-8")
    (tmp_path / "2026-10" / "a.toml").write_text("x", encoding="utf-8")
    assert count_unshared(tmp_path) == 0
    git(tmp_path, "init", "-q")
    assert count_unshared(tmp_path) == 1
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "x")
    assert count_unshared(tmp_path) == 0
