"""Two colleagues, two clones, one note: git merges it with kompas and stops for nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kompas.notebook.git.config import read_config
from kompas.notebook.merge_driver import ensure_merge_driver
from kompas.notebook.start import start_notebook

NOTE = """\
#:schema ../note.schema.json
date = 2020-01-02
group = "Koor"   # zo noemen zij zich
talents = ["zingen"]

story = "Zij zingen op dinsdag."

[agreement]
introduce = true
"""
PATH = "2020-01/2020-01-02-koor-k3f9.toml"


def git(root: Path, *words: str, code: int = 0) -> str:
    """Run git and return what it said."""
    done = subprocess.run(["git", *words], cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == code, (words, done.stdout, done.stderr)
    return done.stdout


def commit(root: Path, text: str, path: str = PATH) -> None:
    """Write a file and commit it."""
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "1 notitie")


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Return two clones of one notebook with one note; each knows how to merge."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Fatma")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "fatma@example.org")
    git(tmp_path, "init", "-q", "--bare", "--initial-branch", "main", "server.git")
    first, second = tmp_path / "van fatma", tmp_path / "100% joris"
    start_notebook(first, "nl", "# Ons notitieboek\n")
    git(first, "remote", "add", "origin", str(tmp_path / "server.git"))
    commit(first, NOTE)
    git(first, "push", "-q", "-u", "origin", "main")
    git(tmp_path, "clone", "-q", str(tmp_path / "server.git"), str(second))
    assert ensure_merge_driver(first)
    assert ensure_merge_driver(second)
    return first, second


def test_two_edits_of_one_note_become_one_note(clones: tuple[Path, Path]) -> None:
    """A rebase over a colleague's edit of the same lines stops for nothing, and both edits and comments stand there."""
    first, second = clones
    commit(first, NOTE.replace('"zingen"', '"zingen", "koffie zetten"').replace("true", "false"))
    git(first, "push", "-q")
    mine = NOTE.replace('["zingen"]', '["zingen", "taart"]  # om op te eten').replace(
        "dinsdag.", "dinsdag. En op zondag."
    )
    commit(second, mine)
    git(second, "pull", "-q", "--rebase")
    assert (
        (second / PATH).read_text(encoding="utf-8")
        == """\
#:schema ../note.schema.json
date = 2020-01-02
group = "Koor"   # zo noemen zij zich
talents = [
    "zingen",
    "koffie zetten",
    "taart",
]

story = "Zij zingen op dinsdag. En op zondag."

[agreement]
introduce = false
# om op te eten
"""
    )
    assert git(second, "status", "--porcelain") == ""


def test_a_note_that_nobody_can_read_stops_nobody(clones: tuple[Path, Path]) -> None:
    """A colleague's broken version is kept in the story, in the notebook's language; no marks of git, no conflict."""
    first, second = clones
    commit(first, NOTE.replace('group = "Koor" ', "group = Koor en Co"))
    git(first, "push", "-q")
    commit(second, NOTE.replace("zingen", "fluiten"))
    git(second, "pull", "-q", "--rebase")
    text = (second / PATH).read_text(encoding="utf-8")
    assert "Een andere versie van deze notitie was niet te lezen. Er stond:" in text
    assert "| group = Koor en Co" in text
    assert "<<<<<<<" not in text
    assert 'talents = ["fluiten"]' in text


def test_the_settings_of_a_notebook_merge_too(clones: tuple[Path, Path]) -> None:
    """Of two terms for keeping notes the shorter one stands; the other is told in a comment."""
    first, second = clones
    settings = (first / "kompas.toml").read_text(encoding="utf-8")
    commit(first, settings.replace("365", "180") + 'ignore_words = ["Klink"]\n', "kompas.toml")
    git(first, "push", "-q")
    commit(second, settings.replace("365", "700") + 'ignore_words = ["Roos"]\n', "kompas.toml")
    git(second, "pull", "-q", "--rebase")
    text = (second / "kompas.toml").read_text(encoding="utf-8")
    assert "keep_days = 180\n" in text
    assert "# Bij “keep_days” stond ook: 700\n" in text
    assert '"Klink",\n    "Roos"' in text


def test_one_note_taken_out_and_edited_stops_the_rebase(clones: tuple[Path, Path]) -> None:
    """Git asks no driver where one side threw the file away: it stops, and nothing is lost."""
    first, second = clones
    git(first, "rm", "-q", PATH)
    git(first, "commit", "-qm", "1 notitie weg")
    git(first, "push", "-q")
    commit(second, NOTE.replace("zingen", "fluiten"))
    git(second, "pull", "-q", "--rebase", code=1)
    assert git(second, "status", "--porcelain") == f"DU {PATH}\n"
    assert "fluiten" in (second / PATH).read_text(encoding="utf-8")


def test_the_driver_is_told_once(clones: tuple[Path, Path]) -> None:
    """What git knows already is not written again; another Python is."""
    first, _ = clones
    config = first / ".git/config"
    before = config.stat().st_mtime_ns
    assert ensure_merge_driver(first)
    assert config.stat().st_mtime_ns == before
    git(first, "config", "merge.kompas.driver", "/gone/python -m kompas")
    assert ensure_merge_driver(first)
    assert sys.executable in (read_config(first, "merge.kompas.driver") or "")


def test_outside_a_repository_there_is_nothing_to_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository, or without git, notes are written all the same."""
    assert not ensure_merge_driver(tmp_path)
    monkeypatch.setenv("PATH", os.devnull)
    assert not ensure_merge_driver(tmp_path)
