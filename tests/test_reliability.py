"""Sharing under strain: twelve officials at once, and `kill -9` at any moment; nothing that was saved is ever gone.

KOMPAS_KILLS asks for more kills than CI has time for; docs/reliability.md has the figures.
"""

import contextlib
import multiprocessing
import os
import random
import re
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kompas.cli.main import main
from kompas.notebook import folder
from kompas.notebook.filename import make_id
from kompas.notebook.git import busy
from shared import Team, git, make_team, read_notes, write

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")]
KILLS = int(os.environ.get("KOMPAS_KILLS", "12"))
MOMENTS = 60
"""As many calls of git as a round takes, and some more; with fewer kills only some of them are tried."""
OFFICIALS, NOTES = 12, 50
_SAVED = re.compile(r"^Opgeslagen: (.*)$", re.MULTILINE)
_FORK = multiprocessing.get_context("fork")


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    """Return a team whose notes have ids by chance, as in the world outside."""
    monkeypatch.setattr(folder, "make_id", make_id)
    return make_team(tmp_path)


@pytest.fixture
def behind_ssh(team: Team, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Team:
    """Return the team with its server reached by ssh: what runs there goes on when a client is killed."""
    ssh = write(tmp_path, "ssh", '#!/bin/sh\nfor last; do :; done\nexec setsid -w sh -c "$last"\n')
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    for root in (team.fatma, team.jan):
        git(root, "remote", "set-url", "origin", f"ssh://server{team.server}")
    # All that we kill dies at once, so that a lock it leaves is stale at once.
    monkeypatch.setattr(busy, "_STALE", 0.3)
    return team


def kompas(root: Path, *words: str) -> int:
    """Run kompas in this process, on the notebook at `root`."""
    return main(["--notebook", str(root), *words])


def start(work: Callable[[], int], log: Path) -> "multiprocessing.process.BaseProcess":
    """Do `work` in a process group of its own; all that it says goes to `log`."""

    def run() -> None:
        os.setsid()
        said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(said, stream)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        os._exit(work())

    log.write_bytes(b"")  # whoever is killed before the first word has said nothing
    process = _FORK.Process(target=run)
    process.start()
    return process


def finish(work: Callable[[], int], log: Path) -> int | None:
    """Do `work` in another process and return its exit code."""
    process = start(work, log)
    process.join()
    return process.exitcode


def test_twelve_officials_at_once(team: Team, tmp_path: Path) -> None:
    """Twelve write fifty notes each and share at random moments; at the end everybody has all six hundred."""
    roots = [tmp_path / f"official-{number}" for number in range(OFFICIALS)]
    for root in roots:
        git(tmp_path, "clone", "-q", str(team.server), str(root))

    def work(number: int) -> int:
        chance = random.Random(number)  # noqa: S311 a game of chance that can be played again
        codes = [
            kompas(roots[number], "notitie", f"Groep {number} {count}", "-d", "koken")
            or (kompas(roots[number], "deel") if chance.random() < 0.15 else 0)
            for count in range(NOTES)
        ]
        return max(codes) or kompas(roots[number], "deel")

    logs = [tmp_path / f"{number}.log" for number in range(OFFICIALS)]
    processes = [start(lambda number=number: work(number), logs[number]) for number in range(OFFICIALS)]  # type: ignore[misc]
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * OFFICIALS, logs[0].read_text(encoding="utf-8")
    assert [kompas(root, "deel") for root in roots] == [0] * OFFICIALS
    notes = [read_notes(root) for root in roots]
    assert len(notes[0]) == OFFICIALS * NOTES
    assert all(one == notes[0] for one in notes)
    assert {git(root, "status", "--porcelain") for root in roots} == {""}
    told = "".join(log.read_text(encoding="utf-8") for log in logs)
    print("rounds", told.count("Notities nakijken"), "again", told.count("Een collega was eerder"))  # noqa: T201


class Duel:
    """Jan works on; Fatma is killed. `saved` is all that either was told is saved, byte for byte."""

    def __init__(self, team: Team, place: Path) -> None:
        self.team, self.log, self.count = team, place / "log", 0
        self.saved: dict[str, bytes] = {}
        self.steps: Counter[str] = Counter()

    def jan_works(self) -> None:
        """Let Jan add a note, change one of his own, and share."""
        jan = self.team.jan
        self.count += 1
        mine = sorted(path for path in read_notes(jan) if "-jan-" in path)
        if mine:
            with (jan / mine[self.count % len(mine)]).open("a", encoding="utf-8") as file:
                file.write(f"# nog steeds waar, keer {self.count}\n")
        work = ("notitie", f"Jan {self.count}", "-d", "koken", "--share")
        assert finish(lambda: kompas(jan, *work), self.log) == 0, self.log.read_text(encoding="utf-8")
        self.saved |= {path: text for path, text in read_notes(jan).items() if "-jan-" in path}

    def fatma_works(self) -> int:
        """Write two notes and share, in one process."""
        fatma = self.team.fatma
        kompas(fatma, "notitie", f"Fatma {self.count}", "-d", "zingen")
        return kompas(fatma, "notitie", f"Fatma {self.count} nog eens", "-d", "zingen", "--share")

    def collect(self) -> None:
        """Remember what Fatma was told is saved, and at which step she was when it ended."""
        said = self.log.read_text(encoding="utf-8")
        for path in _SAVED.findall(said):
            self.saved[path] = (self.team.fatma / path).read_bytes()
        told = [line for line in said.splitlines() if line.endswith("…")]
        self.steps[told[-1] if told else "Schrijven…"] += 1

    def recover(self) -> None:
        """Share once more: all that was saved stands at Fatma's, and git has nothing left over."""
        fatma = self.team.fatma
        code = finish(lambda: kompas(fatma, "deel"), self.log)
        assert code == 0, self.log.read_text(encoding="utf-8")
        notes = read_notes(fatma)
        assert {path for path, text in self.saved.items() if notes.get(path) != text} == set()
        assert git(fatma, "status", "--porcelain") == ""
        assert git(fatma, "worktree", "list").count("\n") == 1

    def end(self) -> None:
        """Both have the same notes, and both repositories are whole."""
        assert finish(lambda: kompas(self.team.jan, "deel"), self.log) == 0
        assert read_notes(self.team.jan) == read_notes(self.team.fatma)
        for root in (self.team.server, self.team.fatma):
            git(root, "fsck", "--strict", "--no-dangling")


@pytest.fixture
def duel(behind_ssh: Team, tmp_path: Path) -> Iterator[Duel]:
    """Return a duel that has been played once without a kill."""
    duel = Duel(behind_ssh, tmp_path)
    duel.jan_works()
    assert finish(duel.fatma_works, duel.log) == 0
    duel.collect()
    yield duel
    print(KILLS, dict(duel.steps), len(duel.saved))  # noqa: T201


def test_killed_at_any_moment(duel: Duel) -> None:
    """Fatma's computer dies at a random moment, again and again; the next `share` puts all right."""
    chance = random.Random(2026)  # noqa: S311 the same moments each time, as far as a computer allows
    duel.jan_works()
    begun = time.monotonic()
    finish(duel.fatma_works, duel.log)
    longest = time.monotonic() - begun
    duel.collect()
    for _ in range(KILLS):
        duel.jan_works()
        process = start(duel.fatma_works, duel.log)
        time.sleep(chance.uniform(0, longest * 1.1))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
        duel.collect()
        duel.recover()
    duel.end()


def test_killed_before_every_call_of_git(duel: Duel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fatma's computer dies between any two steps of git's that a round of sharing takes."""
    count, real = tmp_path / "count", shutil.which("git")
    program = write(
        tmp_path, "bin/git",
        f"#!/bin/sh\nn=$(($(cat {count}) - 1)); echo $n > {count}\n"
        '[ $n -ne 0 ] || kill -9 -$(ps -o pgid= -p $$ | tr -d " ")\n'
        f'exec {real} "$@"\n',
    )  # fmt: skip
    program.chmod(0o755)
    path = os.environ["PATH"]
    stride = max(1, MOMENTS // KILLS)
    for number in range(1, 100, stride):
        duel.jan_works()
        count.write_text(f"{number}\n", encoding="utf-8")
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{path}")
        code = finish(duel.fatma_works, duel.log)
        monkeypatch.setenv("PATH", path)
        duel.collect()
        duel.recover()
        if code == 0:
            break
    assert 20 < number < 100
    duel.end()
