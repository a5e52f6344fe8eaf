"""What kompas wrote last is taken back, unless somebody else has it or changed it; half-way is never the end."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kompas.errors import AlreadyShared, ChangedSince, RemovedForGood
from kompas.notebook.changing import carry_out, make_changes, plan_edit, plan_removal
from kompas.notebook.folder import write_note
from kompas.notebook.journal import Change, Deed, list_entries, note_down
from kompas.notebook.rewriting import rename_group
from kompas.notebook.undoing import Undo, find_undo, take_back
from written import parse

Write = Callable[[str, str], Path]
NOTE = 'date = 2026-11-20\ngroup = "Koor"  # zo heten zij\n'


def git(place: Path, *words: str) -> None:
    """Run git in `place`; it must succeed."""
    subprocess.run(["git", "-c", "user.name=f", "-c", "user.email=f@x", *words], cwd=place, check=True)


def commit(root: Path) -> None:
    """Commit all that lies in the notebook."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "notities")


def push(root: Path) -> None:
    """Share the notebook with a bare repository beside it."""
    if not (root.parent / "server.git").exists():
        git(root.parent, "init", "--quiet", "--bare", "server.git")
        git(root, "remote", "add", "origin", str(root.parent / "server.git"))
    git(root, "push", "--quiet", "origin", "main")


def require_undo(root: Path) -> Undo:
    """Return what undo would do; there must be something."""
    found = find_undo(root)
    assert found is not None
    return found


def rename(root: Path, *paths: str) -> list[Change]:
    """Call the group by another name in the notes, and return what was changed."""
    changes = [plan_edit(root, path, rename_group("Koor", "Zangers")) for path in paths]
    make_changes(root, Deed.RENAME, changes)
    return changes


def test_a_new_note_goes_and_its_empty_month_too(notebook: Path) -> None:
    """A note that was just written is gone, and nothing of it is left in the notebook."""
    write_note(notebook, parse(NOTE).note)
    take_back(notebook, require_undo(notebook))
    assert [path.name for path in notebook.iterdir()] == ["kompas.toml"]
    assert find_undo(notebook) is None


def test_an_edit_is_taken_back_to_the_byte(notebook: Path, write: Write) -> None:
    """Every note is as it was, and what was written before that can be taken back next."""
    path = write_note(notebook, parse(NOTE).note)
    write("2026-11/a.toml", NOTE)
    rename(notebook, "2026-11/a.toml", path)
    take_back(notebook, require_undo(notebook))
    assert (notebook / "2026-11/a.toml").read_text() == NOTE
    assert require_undo(notebook).deed is Deed.NOTE


def test_what_was_changed_by_hand_is_left_alone(notebook: Path, write: Write) -> None:
    """When one of the files was touched since, nothing is taken back."""
    for name in "ab":
        write(f"2026-11/{name}.toml", NOTE)
    rename(notebook, "2026-11/a.toml", "2026-11/b.toml")
    write("2026-11/b.toml", NOTE + "# haast\n")
    with pytest.raises(ChangedSince) as caught:
        find_undo(notebook)
    assert caught.value.path == "2026-11/b.toml"
    assert "Zangers" in (notebook / "2026-11/a.toml").read_text()


def test_a_local_commit_is_taken_back_by_a_new_change(notebook: Path) -> None:
    """What git has on this computer only can be taken back, and is told."""
    write_note(notebook, parse(NOTE).note)
    assert not require_undo(notebook).is_committed
    commit(notebook)
    assert require_undo(notebook).is_committed


def test_what_is_shared_stays(notebook: Path) -> None:
    """What was pushed is with colleagues; only a new change can mend it."""
    path = write_note(notebook, parse(NOTE).note)
    commit(notebook)
    push(notebook)
    with pytest.raises(AlreadyShared):
        find_undo(notebook)
    rename(notebook, path)
    commit(notebook)
    assert require_undo(notebook).deed is Deed.RENAME
    push(notebook)
    with pytest.raises(AlreadyShared):
        find_undo(notebook)


def test_what_git_has_comes_back_after_a_removal(notebook: Path) -> None:
    """A removed note comes back from the last commit, with the line ends of a checkout, until the removal is shared."""
    path = write_note(notebook, parse(NOTE).note)
    git(notebook, "init", "--quiet", "--initial-branch", "main")
    git(notebook, "config", "core.autocrlf", "true")
    (notebook / path).write_bytes((notebook / path).read_bytes().replace(b"\n", b"\r\n"))
    commit(notebook)
    push(notebook)
    before = (notebook / path).read_bytes()
    make_changes(notebook, Deed.TIDY, [plan_removal(notebook, path)])
    take_back(notebook, require_undo(notebook))
    assert (notebook / path).read_bytes() == before
    make_changes(notebook, Deed.TIDY, [plan_removal(notebook, path)])
    commit(notebook)
    take_back(notebook, require_undo(notebook))
    assert (notebook / path).read_bytes() == before
    make_changes(notebook, Deed.TIDY, [plan_removal(notebook, path)])
    git(notebook, "commit", "--quiet", "--allow-empty", "--message", "leeg")
    push(notebook)
    with pytest.raises(AlreadyShared):
        find_undo(notebook)


def test_what_git_never_had_does_not_come_back(notebook: Path, write: Write) -> None:
    """A note that was removed before git had it is gone, and kompas says so."""
    write("2026-11/a.toml", NOTE)
    make_changes(notebook, Deed.TIDY, [plan_removal(notebook, "2026-11/a.toml")])
    with pytest.raises(RemovedForGood):
        find_undo(notebook)


@pytest.mark.parametrize("done", range(4))
def test_a_rename_that_stopped_half_way_is_taken_back(notebook: Path, write: Write, done: int) -> None:
    """After a crash each note is old or new; undo takes back the new ones, also when it is stopped itself."""
    paths = [f"2026-11/{sign}.toml" for sign in "abc"]
    for path in paths:
        write(path, NOTE)
    changes = [plan_edit(notebook, path, rename_group("Koor", "Zangers")) for path in paths]
    note_down(notebook, Deed.RENAME, changes)
    for change in changes[:done]:
        carry_out(notebook, change)
    found = find_undo(notebook)
    assert len(found.changes if found else ()) == done
    if found:
        carry_out(notebook, found.changes[0])  # and stopped again
    if again := find_undo(notebook):
        take_back(notebook, again)
    assert {(notebook / path).read_text() for path in paths} == {NOTE}
    assert list_entries(notebook) == []


KILLED = """
import os, sys
from pathlib import Path
from kompas.notebook import writing
from kompas.cli.main import main
left = int(sys.argv[1])
def killing(name):
    real = getattr(os, name)
    def step(*words, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), 9)
        return real(*words, **named)
    setattr(os, name, step)
for name in ("open", "write", "fsync", "replace", "rename", "link", "unlink", "rmdir"):
    killing(name)
main(sys.argv[2:])
os.write(2, b"whole")
"""


def kill_at(step: int, root: Path, *words: str) -> bool:
    """Run kompas and kill it before its `step`-th touch of the disk; tell whether it ended by itself."""
    run = [sys.executable, "-c", KILLED, str(step), "--notebook", str(root), *words]
    done = subprocess.run(run, env=os.environ, capture_output=True, check=False)
    return done.stderr.endswith(b"whole")


def check_kills(root: Path, write: Write, deed: tuple[str, ...], after: bytes | None, steps: Iterable[int]) -> bool:
    """Kill at each step until kompas ends by itself; tell whether it did. A rename is taken back every time."""
    paths = [f"2025-01/{sign}.toml" for sign in "abc"]
    old = NOTE.replace("2026", "2025").encode()
    for step in steps:
        for path in paths:
            write(path, old.decode())
        has_ended = kill_at(step, root, *deed)
        found = [(root / path).read_bytes() if (root / path).exists() else None for path in paths]
        assert set(found) <= {old, after}, (step, found)
        if after and (undo := find_undo(root)):
            take_back(root, undo)
            assert {(root / path).read_bytes() for path in paths} == {old}
        if has_ended:
            assert set(found) == {after}
            return True
    return False


RENAME = (("hernoem", "Koor", "Zangers", "--yes"), NOTE.replace("2026", "2025").replace("Koor", "Zangers").encode())
TIDY = (("ruim-op", "--yes", "--no-woo", "--no-access", "--no-archive"), None)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
@pytest.mark.parametrize(("deed", "after"), [RENAME, TIDY], ids=["rename", "tidy"])
def test_a_killed_kompas_leaves_whole_notes(
    notebook: Path, write: Write, deed: tuple[str, ...], after: bytes | None
) -> None:
    """Killed in the middle of its writing, kompas leaves every note old or new, and whole."""
    assert not check_kills(notebook, write, deed, after, [17])


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
@pytest.mark.parametrize(("deed", "after"), [RENAME, TIDY], ids=["rename", "tidy"])
def test_kompas_may_be_killed_at_any_moment(
    notebook: Path, write: Write, deed: tuple[str, ...], after: bytes | None
) -> None:
    """Killed before any touch of the disk, from the first to the last, kompas leaves every note old or new."""
    assert check_kills(notebook, write, deed, after, range(1, 200))
