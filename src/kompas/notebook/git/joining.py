"""Join what was committed here with what colleagues sent, in a room of its own: the user's folder is not touched.

The room is a working tree inside git's folder, so that a rebase that is cut off leaves nothing half done in the folder.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kompas.errors import CannotJoin, GitFailed
from kompas.notebook.git.busy import clear_room, room_of
from kompas.notebook.git.clone import Clone, list_paths

Stages = dict[int, tuple[str, str]]
"""By stage the mode and id of a file that git could not join: 1 what both began with, 2 the team's, 3 ours."""
BASE, TEAM, OURS = 1, 2, 3
_QUIET = ("-c", f"core.hooksPath={os.devnull}", "-c", "core.editor=true", "-c", "rerere.enabled=false")


def join(clone: Clone, ours: str | None, team: str, keep_both: Callable[[str], str | None]) -> str:
    """Return the commit that holds `ours` on top of `team`; one that holds the other is the answer itself.

    Where git cannot join two versions of a file, the team's stands and ours gets the name that `keep_both` gives for
    its path; None means that it is not ours to decide. Raises CannotJoin then.
    """
    if ours is None or _holds(clone, team, ours):
        return team
    if _holds(clone, ours, team):
        return ours
    with _open_room(clone, ours) as room:
        _rebase(clone, room, team, keep_both)
        return clone.require("rev-parse", "HEAD", at=room).decode("ascii").strip()


def _holds(clone: Clone, later: str, earlier: str) -> bool:
    return clone.ask("merge-base", "--is-ancestor", earlier, later) is not None


@contextmanager
def _open_room(clone: Clone, commit: str) -> Iterator[Path]:
    clear_room(clone)
    room = room_of(clone)
    try:
        clone.require(*_QUIET, "worktree", "add", "--quiet", "--force", "--detach", str(room), commit)
        yield room
    finally:
        clear_room(clone)


def _rebase(clone: Clone, room: Path, team: str, keep_both: Callable[[str], str | None]) -> None:
    code, said = clone.go_outside(*_QUIET, "rebase", "--merge", "--no-autostash", team, at=room)
    while code:
        stuck = _list_stuck(clone, room)
        if not stuck:
            raise GitFailed(said.strip())
        if foreign := [path for path in stuck if keep_both(path) is None]:
            raise CannotJoin(tuple(foreign))
        for path, stages in stuck.items():
            _settle(clone, room, path, stages, keep_both)
        code, said = clone.go_outside(*_QUIET, "rebase", "--continue", at=room)


def _list_stuck(clone: Clone, room: Path) -> dict[str, Stages]:
    stuck: dict[str, Stages] = {}
    for entry in list_paths(clone.require("ls-files", "--unmerged", "-z", at=room)):
        facts, path = entry.split("\t", 1)
        mode, blob, stage = facts.split()
        stuck.setdefault(path, {})[int(stage)] = mode, blob
    return stuck


def _settle(clone: Clone, room: Path, path: str, stages: Stages, keep_both: Callable[[str], str | None]) -> None:
    """Keep what either side has; a file that one side removed and the other changed stays as it was changed."""
    kept = stages.get(TEAM) or stages.get(OURS)
    lay = {path: kept}
    if TEAM in stages and OURS in stages:
        lay[str(keep_both(path))] = stages[OURS]
    for name, blob in lay.items():
        mode, identity = blob or ("0", "0" * len(stages[min(stages)][1]))
        entry = f"{mode} {identity}\t{name}\0".encode("utf-8", "surrogateescape")
        clone.require("update-index", "-z", "--index-info", feed=entry, at=room)
        if blob:
            clone.require("checkout-index", "--force", "--", name, at=room)
        else:
            (room / name).unlink(missing_ok=True)
