"""The repository around a notebook, and the next commit in it."""

import os
import subprocess
from pathlib import Path

import pytest

from kompas.notebook.git.program import has_git, run_git
from kompas.notebook.git.repository import find_hooks, find_user_name, start_repository
from kompas.notebook.git.staged import list_staged, read_staged


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


def test_a_folder_becomes_a_repository(tmp_path: Path) -> None:
    """A folder outside any repository becomes one, and once is enough."""
    assert start_repository(tmp_path)
    assert git(tmp_path, "symbolic-ref", "HEAD") == "refs/heads/main\n"
    assert start_repository(tmp_path)


def test_a_folder_in_a_repository_stays_in_it(repository: Path) -> None:
    """A folder inside a repository belongs to that repository."""
    assert start_repository(repository / "notes")
    assert not (repository / "notes/.git").exists()
    assert find_hooks(repository / "notes") == repository.resolve() / ".git/hooks"


def test_hooks_of_all_repositories_are_not_ours(repository: Path, tmp_path: Path) -> None:
    """A hooks folder that all repositories of this user share is not the repository's own."""
    git(repository, "config", "core.hooksPath", str(tmp_path / "shared"))
    assert find_hooks(repository) is None
    git(repository, "config", "core.hooksPath", ".husky")
    assert find_hooks(repository / "notes") == repository.resolve() / ".husky"


def test_outside_a_repository_there_is_nothing(tmp_path: Path) -> None:
    """Outside a repository there are no hooks and nothing is staged."""
    assert find_hooks(tmp_path) is None
    assert list_staged(tmp_path) == []


def test_what_is_staged_is_read(repository: Path) -> None:
    """What is staged is listed under the notebook's folder and read as it is staged, strange names too."""
    notes = repository / "notes"
    for name in ("a.toml", "b c\n\u00e9.toml", "gone.toml"):
        (notes / name).write_text("old", encoding="utf-8")
    (repository / "elsewhere.toml").write_text("old", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "first")
    (notes / "a.toml").write_text("staged", encoding="utf-8")
    (notes / "b c\n\u00e9.toml").write_text("staged too", encoding="utf-8")
    (notes / "gone.toml").unlink()
    (repository / "elsewhere.toml").write_text("new", encoding="utf-8")
    git(repository, "add", ".")
    (notes / "a.toml").write_text("later", encoding="utf-8")
    (notes / "untracked.toml").write_text("later", encoding="utf-8")
    assert list_staged(notes) == ["a.toml", "b c\n\u00e9.toml"]
    assert read_staged(notes, list_staged(notes)) == [b"staged", b"staged too"]


def test_a_shell_in_another_repository_redirects_nothing(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIT_DIR and its kin, which a shell may carry, lead to no other repository."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    told = run_git(repository / "notes", "rev-parse", "--show-toplevel").stdout
    assert Path(os.fsdecode(told.strip())) == repository.resolve()


def test_the_name_of_the_user_is_found(repository: Path) -> None:
    """The name that signs commits is the user's, if there is one."""
    assert find_user_name(repository) is None
    git(repository, "config", "user.name", "Fatma Ünal")
    assert find_user_name(repository) == "Fatma Ünal"


def test_all_is_well_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git on the PATH nothing fails: there is no repository, no name, no hook and nothing staged."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not has_git()
    assert not start_repository(tmp_path)
    assert find_user_name(tmp_path) is None
    assert find_hooks(tmp_path) is None
    assert list_staged(tmp_path) == []
