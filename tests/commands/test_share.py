"""`share`: what goes to the team and what does not, each outcome with real git on a bare repository and clones."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from shared import Team, git, introduce_to_git, list_server, make_team, read_notes, write, write_note
from transcript import Run

Kompas = Callable[..., Run]
BROKEN = "date = 2026-11-20\ngroup = Koor\n"
WITH_PHONE = 'date = 2026-11-20\ngroup = "Koor"\nstory = "Bel 06-12345678."\n'


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """Return a team of two officials."""
    return make_team(tmp_path)


def hook(root: Path, name: str, text: str) -> None:
    """Install a hook in a repository."""
    place = write(root, f"hooks/{name}", f"#!/bin/sh\n{text}\n")
    place.chmod(0o755)


# What goes, and what does not.


def test_a_note_reaches_a_colleague(kompas: Kompas, team: Team) -> None:
    """What one official shares, another one receives, and the message tells no group."""
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, run.out) == (0, "Gedeeld: 1 bestand van jou.\n")
    assert git(team.server, "log", "-1", "--format=%s", "main") == "1 notitie toegevoegd\n"
    run = kompas("deel", at=team.jan)
    assert (run.code, run.out) == (0, "Ontvangen: 1 bestand van collega’s.\n")
    assert read_notes(team.jan) == read_notes(team.fatma) != {}
    assert kompas("deel", at=team.jan).out == "Niets nieuws. Jij en je collega’s hebben dezelfde notities.\n"


def test_both_write_at_the_same_time(kompas: Kompas, team: Team) -> None:
    """Two officials who both committed end up with both notes, on one line of history."""
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    write_note(team.jan, "2026-11-20-kook-m2p8", "Kook")
    kompas("deel", at=team.fatma)
    run = kompas("deel", at=team.jan)
    assert (run.code, run.out) == (0, "Gedeeld: 1 bestand van jou. Ontvangen: 1 bestand van collega’s.\n")
    kompas("deel", at=team.fatma)
    assert read_notes(team.jan).keys() == read_notes(team.fatma).keys() == set(list_server(team))
    assert git(team.server, "log", "--merges", "--format=%h", "main") == ""
    assert git(team.jan, "status", "--porcelain") == ""


@pytest.mark.slow
def test_a_note_that_is_removed_or_renamed_goes_along(kompas: Kompas, team: Team) -> None:
    """A note thrown away here is thrown away at a colleague's, and a new name arrives as one."""
    one, other = write_note(team.fatma, "2026-11-20-koor-k3f9"), write_note(team.fatma, "2026-11-20-kook-m2p8")
    kompas("deel", at=team.fatma)
    kompas("deel", at=team.jan)
    one.unlink()
    other.rename(other.with_name("2026-11-20-keuken-m2p8.toml"))
    assert kompas("deel", at=team.fatma).code == 0
    kompas("deel", at=team.jan)
    assert [*read_notes(team.jan)] == ["2026-11/2026-11-20-keuken-m2p8.toml"]


@pytest.mark.parametrize("text", [BROKEN, WITH_PHONE], ids=["broken", "phone"])
def test_what_is_refused_stays_and_the_rest_goes(kompas: Kompas, team: Team, text: str) -> None:
    """A broken note and one with an identifier stay here, told with their line; the good ones go; exit 1."""
    write(team.fatma, "2026-11/2026-11-20-fout-x2y3.toml", text)
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert run.code == 1
    assert "1 bestand blijft hier tot het in orde is." in run.err
    assert "2026-11-20-fout-x2y3.toml" in run.err
    assert list_server(team) == ["2026-11/2026-11-20-koor-k3f9.toml"]


def test_a_change_that_breaks_a_note_stays(kompas: Kompas, team: Team) -> None:
    """The team keeps the good version of a note that is broken here."""
    note = write_note(team.fatma, "2026-11-20-koor-k3f9")
    kompas("deel", at=team.fatma)
    good = note.read_bytes()
    note.write_text(BROKEN, encoding="utf-8")
    assert kompas("deel", at=team.fatma).code == 1
    kompas("deel", at=team.jan)
    assert [*read_notes(team.jan).values()] == [good]
    assert note.read_text(encoding="utf-8") == BROKEN


def test_files_of_strangers_stay(kompas: Kompas, team: Team) -> None:
    """A file that is no note is neither committed nor remarked on, not even when it is thrown away."""
    write(team.fatma, "pyproject.toml", "[project]\n")
    write(team.fatma, "begroting.xlsx", "geheim")
    write(team.fatma, "tools/x.py", "pass\n")
    git(team.fatma, "add", "tools")
    git(team.fatma, "commit", "-qm", "tools")
    (team.fatma / "tools/x.py").unlink()
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert run.code == 0, run.err
    assert git(team.fatma, "status", "--porcelain") == " D tools/x.py\n?? begroting.xlsx\n?? pyproject.toml\n"


def test_what_was_staged_by_hand_stays_staged(kompas: Kompas, team: Team) -> None:
    """The user's index keeps what was staged for something else, and the commit does not have it."""
    write_note(team.jan, "2026-11-19-fiets-a2b3")
    kompas("deel", at=team.jan)
    for path, text in (("plan.md", "een\n"), ("weg.md", "weg\n")):
        write(team.fatma, path, text)
    git(team.fatma, "add", "weg.md")
    git(team.fatma, "commit", "-qm", "by hand")
    git(team.fatma, "rm", "-q", "weg.md")
    git(team.fatma, "add", "plan.md")
    write(team.fatma, "plan.md", "twee\n")
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    assert kompas("deel", at=team.fatma).code == 0
    assert git(team.fatma, "status", "--porcelain") == "AM plan.md\nD  weg.md\n"
    assert git(team.fatma, "show", ":plan.md") == "een\n"
    assert "plan.md" not in git(team.server, "ls-tree", "-r", "--name-only", "main")
    assert len(read_notes(team.fatma)) == 2


def test_a_note_that_git_ignores_is_told(kompas: Kompas, team: Team) -> None:
    """A note that git was told to skip does not go, and that is an exit of 1."""
    write(team.fatma, ".git/info/exclude", "*-koor-*\n")
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, list_server(team)) == (1, [])
    assert "1 notitie blijft hier: git moet die overslaan." in run.err


def test_what_was_committed_by_hand_is_checked_too(kompas: Kompas, team: Team) -> None:
    """An identifier in a commit made by hand goes nowhere, even when a later commit took it out."""
    note = write(team.fatma, "2026-11/2026-11-20-koor-k3f9.toml", WITH_PHONE)
    git(team.fatma, "add", ".")
    git(team.fatma, "commit", "-qm", "by hand", "--no-verify")
    note.unlink()
    run = kompas("deel", at=team.fatma)
    assert run.code == 1
    assert "Dit mag niet naar het team: 2026-11/2026-11-20-koor-k3f9.toml." in run.err
    assert git(team.server, "log", "--format=%s", "main") == "begin\n"


def test_dry_run_does_nothing(kompas: Kompas, team: Team) -> None:
    """--dry-run names what would go and where to, and changes nothing."""
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    before = git(team.fatma, "rev-parse", "HEAD")
    run = kompas("deel", "--dry-run", at=team.fatma)
    assert (run.code, run.out) == (0, "nieuw      2026-11/2026-11-20-koor-k3f9.toml\n")
    assert f"Ze zouden naar {team.server} gaan." in run.err
    assert git(team.fatma, "rev-parse", "HEAD") == before
    assert git(team.fatma, "status", "--porcelain") == "?? 2026-11/\n"


def test_git_itself_is_heard_only_when_asked(kompas: Kompas, team: Team) -> None:
    """What git itself says is for --verbose."""
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    assert "refs/heads" not in kompas("deel", at=team.fatma).err
    write_note(team.fatma, "2026-11-20-kook-m2p8")
    assert "refs/heads/main" in kompas("deel", "--verbose", at=team.fatma).err


def test_note_and_share_in_one(kompas: Kompas, team: Team) -> None:
    """`note --share` does both."""
    run = kompas("notitie", "Koor", "-d", "zingen", "--share", at=team.fatma)
    assert run.code == 0, run.err
    assert len(list_server(team)) == 1


# Where it goes.


def test_without_a_remote_notes_are_committed(kompas: Kompas, team: Team) -> None:
    """Without a remote there is a commit, and that is all right."""
    git(team.fatma, "remote", "remove", "origin")
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, "alleen op deze computer" in run.out) == (0, True)
    assert git(team.fatma, "log", "-1", "--format=%s") == "1 notitie toegevoegd\n"


def test_the_first_push_to_an_empty_remote(kompas: Kompas, tmp_path: Path) -> None:
    """A new notebook goes to an empty remote, and git knows from then on where it belongs."""
    introduce_to_git(Path(os.environ["HOME"]))
    git(tmp_path, "init", "-q", "--bare", "leeg.git")
    kompas("begin", str(tmp_path / "nieuw"))
    git(tmp_path / "nieuw", "remote", "add", "origin", str(tmp_path / "leeg.git"))
    run = kompas("deel", at=tmp_path / "nieuw")
    assert run.code == 0, run.err
    assert git(tmp_path / "nieuw", "rev-parse", "--abbrev-ref", "main@{upstream}") == "origin/main\n"


@pytest.mark.slow
def test_a_remote_that_moved_time_and_again(kompas: Kompas, team: Team) -> None:
    """While others push, the push is tried again, with what they sent."""
    kompas("deel", at=team.jan)
    counter = team.server / "count"
    counter.write_text("", encoding="utf-8")
    hook(
        team.server, "pre-receive",
        f'[ "$(wc -c < "{counter}")" -lt 3 ] || exit 0; printf x >> "{counter}"\n'
        "unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n"
        "new=$(git commit-tree -p main -m other 'main^{tree}' 2>/dev/null) && git update-ref refs/heads/main $new",
    )  # fmt: skip
    write_note(team.jan, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.jan)
    assert run.code == 0, run.err
    assert run.err.count("Een collega was eerder.") == 3
    assert list_server(team) == ["2026-11/2026-11-20-koor-k3f9.toml"]


@pytest.mark.slow
def test_another_name_for_the_branch(kompas: Kompas, team: Team) -> None:
    """A branch that is called otherwise here goes to the team's own, and no second one is begun."""
    git(team.fatma, "branch", "--unset-upstream", check=False)
    git(team.fatma, "branch", "-m", "main", "master")
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    assert kompas("deel", at=team.fatma).code == 0
    assert git(team.server, "for-each-ref", "--format=%(refname)") == "refs/heads/main\n"
    git(team.fatma, "config", "branch.master.merge", "refs/heads/verdwenen")
    write_note(team.fatma, "2026-11-20-kook-m2p8")
    assert kompas("deel", at=team.fatma).code == 0
    assert len(list_server(team)) == 2


@pytest.mark.slow
def test_two_notebooks_begun_apart_become_one(kompas: Kompas, team: Team, tmp_path: Path) -> None:
    """Who began a notebook of his own before he heard of the team's brings his notes along."""
    kompas("begin", str(tmp_path / "eigen"))
    write_note(tmp_path / "eigen", "2026-11-20-koor-k3f9")
    git(tmp_path / "eigen", "remote", "add", "origin", str(team.server))
    run = kompas("deel", at=tmp_path / "eigen")
    assert run.code == 0, run.err
    assert list_server(team) == ["2026-11/2026-11-20-koor-k3f9.toml"]
    assert (tmp_path / "eigen/kompas.toml").read_text(encoding="utf-8").startswith("format = 1\n")


@pytest.mark.parametrize("names", ["", 'remotes = ["https://git.oeverwoude.nl"]'])
def test_a_public_forge_is_asked_about(kompas: Kompas, team: Team, names: str) -> None:
    """Nothing goes to a place where anybody may look, and the sentence says how the team can allow it."""
    write(team.fatma, "kompas.toml", f'format = 1\nlanguage = "nl"\n{names}\n')
    git(team.fatma, "remote", "set-url", "origin", "git@github.com:oeverwoude/notities.git")
    run = kompas("deel", at=team.fatma)
    assert run.code == 1
    assert 'remotes = ["git@github.com:oeverwoude/notities.git"]' in run.err
    assert "Ophalen" not in run.err


@pytest.mark.slow
def test_the_team_names_where_it_may_go(kompas: Kompas, team: Team) -> None:
    """When the team names its remotes, a remote that it named is fine, and every other one is asked about."""
    write(team.fatma, "kompas.toml", f'format = 1\nlanguage = "nl"\nremotes = ["{team.server}"]\n')
    assert kompas("deel", at=team.fatma).code == 0
    write(team.fatma, "kompas.toml", 'format = 1\nlanguage = "nl"\nremotes = ["git.oeverwoude.nl/team"]\n')
    run = kompas("deel", at=team.fatma)
    assert (run.code, "misschien voor iedereen open" in run.err) == (1, True)
    assert kompas("deel", "--yes", at=team.fatma).code == 0


def test_several_remotes_and_none_chosen(kompas: Kompas, team: Team) -> None:
    """Between remotes there is no guessing."""
    git(team.fatma, "remote", "rename", "origin", "een")
    git(team.fatma, "remote", "add", "twee", str(team.server))
    git(team.fatma, "branch", "--unset-upstream", check=False)
    run = kompas("deel", at=team.fatma)
    assert (run.code, "een, twee" in run.err) == (1, True)


# What goes wrong on the way. The commit stays, and a later round brings it.


def test_no_network(kompas: Kompas, team: Team) -> None:
    """Without a network the notes are committed here, and go the next time."""
    git(team.fatma, "remote", "set-url", "origin", "http://127.0.0.1:9/team.git")
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, run.out) == (1, "")
    assert "Er is geen verbinding met http://127.0.0.1:9/team.git." in run.err
    git(team.fatma, "remote", "set-url", "origin", str(team.server))
    assert kompas("deel", at=team.fatma).out == "Gedeeld: 1 bestand van jou.\n"


def test_nothing_at_the_address(kompas: Kompas, team: Team) -> None:
    """Where no repository is, kompas says so."""
    team.server.rename(team.server.with_name("elders.git"))
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, "staat geen notitieboek" in run.err) == (1, True)


def test_credentials_refused(kompas: Kompas, team: Team, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A server that does not let us in is told, and nothing waits for a password that nobody can type."""
    ssh = write(
        tmp_path,
        "ssh",
        '#!/bin/sh\necho "$*" > "$HOME/asked"\necho "git@x: Permission denied (publickey)." >&2\nexit 255\n',
    )
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    git(team.fatma, "remote", "set-url", "origin", "git@git.oeverwoude.nl:team.git")
    run = kompas("deel", at=team.fatma)
    assert (run.code, "laat je niet binnen" in run.err) == (1, True)
    assert "BatchMode=yes" in (Path(os.environ["HOME"]) / "asked").read_text(encoding="utf-8")


def test_a_protected_branch(kompas: Kompas, team: Team) -> None:
    """A server that takes nothing is told in its own words, without git's."""
    hook(team.server, "pre-receive", 'echo "Deze tak is beschermd." >&2; exit 1')
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert run.code == 1
    assert f"{team.server} neemt niets van je aan. Deze tak is beschermd." in run.err
    assert "! " not in run.err


def test_a_hook_of_this_repository_says_no(kompas: Kompas, team: Team) -> None:
    """A hook that is not ours may stop the commit; the note stays in the folder."""
    hook(team.fatma / ".git", "pre-commit", 'echo "Geen commits op zondag."; exit 1')
    note = write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, "Geen commits op zondag." in run.err) == (1, True)
    assert note.exists()
    assert git(team.fatma, "status", "--porcelain") == "?? 2026-11/\n"


def test_nobody_signs(kompas: Kompas, team: Team) -> None:
    """Off a terminal, kompas says how git can be told who signs; it makes up no name."""
    (Path(os.environ["HOME"]) / ".gitconfig").unlink()
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, "Git weet nog niet wie je bent." in run.err) == (1, True)
    assert git(team.fatma, "log", "--format=%s") == "begin\n"


def test_on_a_terminal_the_name_is_asked_once(team: Team) -> None:
    """On a terminal kompas asks who you are, and sets it in this repository only."""
    pexpect = pytest.importorskip("pexpect")
    settings = Path(os.environ["HOME"]) / ".gitconfig"
    settings.unlink()
    write_note(team.fatma, "2026-11-20-koor-k3f9", "Koor")
    environment = {**os.environ, "TERM": "xterm", "KOMPAS_LANG": "nl"}
    words = ["-m", "kompas", "--notebook", str(team.fatma), "deel"]
    child = pexpect.spawn(sys.executable, words, env=environment, encoding="utf-8", timeout=30)
    child.expect_exact("Je naam?")
    child.sendline("Fatma Ünal")
    child.expect_exact("Je mailadres op het werk?")
    child.sendline("f.unal@oeverwoude.nl")
    child.expect_exact("Gedeeld: 1 bestand van jou.")
    child.expect(pexpect.EOF)
    assert git(team.server, "log", "-1", "--format=%an %ae", "main") == "Fatma Ünal f.unal@oeverwoude.nl\n"
    assert not settings.exists()


def test_detached(kompas: Kompas, team: Team) -> None:
    """On no branch nothing is committed, for the commit would belong to nothing."""
    git(team.fatma, "checkout", "-q", "--detach")
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert (run.code, "git switch main" in run.err) == (1, True)


def test_another_program_is_busy(kompas: Kompas, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock of another program is waited for a moment, then told with its place; kompas does not break it."""
    monkeypatch.setattr("kompas.notebook.git.busy._STALE", 0.1)
    lock = write(team.fatma, ".git/index.lock", "")
    run = kompas("deel", at=team.fatma)
    assert (run.code, str(lock) in run.err) == (1, True)
    assert lock.exists()


def test_outside_a_repository_and_without_git(kompas: Kompas, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A notebook in no repository, and a computer without git, each get their sentence."""
    assert "is niet van een team" in kompas("deel").err
    monkeypatch.setenv("PATH", str(tmp_path))
    run = kompas("deel")
    assert (run.code, "dat staat niet op deze computer" in run.err) == (1, True)


# Both sides changed the same.


def test_the_same_note_at_both_sides(kompas: Kompas, team: Team) -> None:
    """Two officials who change the same note both find their words in it, or beside it; there are no marks of git."""
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    kompas("deel", at=team.fatma)
    kompas("deel", at=team.jan)
    for root, word in ((team.fatma, "fluiten"), (team.jan, "neuriën")):
        write(root, "2026-11/2026-11-20-koor-k3f9.toml", f'date = 2026-11-20\ngroup = "Koor"\ntalents = ["{word}"]\n')
    assert kompas("deel", at=team.fatma).code == 0
    run = kompas("deel", at=team.jan)
    assert run.code == 0, run.err
    kompas("deel", at=team.fatma)
    assert read_notes(team.fatma) == read_notes(team.jan)
    told = b"".join(read_notes(team.jan).values()).decode()
    assert ("fluiten" in told, "neuriën" in told, "<<<" in told) == (True, True, False)
    assert kompas("check", at=team.jan).code == 0


@pytest.mark.slow
def test_removed_there_and_changed_here(kompas: Kompas, team: Team) -> None:
    """A note that a colleague threw away while we changed it stays as we changed it, and we are told."""
    note = write_note(team.fatma, "2026-11-20-koor-k3f9")
    kompas("deel", at=team.fatma)
    kompas("deel", at=team.jan)
    note.unlink()
    kompas("deel", at=team.fatma)
    write_note(team.jan, "2026-11-20-koor-k3f9", "Koor De Klink")
    run = kompas("deel", at=team.jan)
    assert run.code == 0, run.err
    assert "wijzigden allebei 2026-11/2026-11-20-koor-k3f9.toml" in run.err
    assert list_server(team) == ["2026-11/2026-11-20-koor-k3f9.toml"]


def test_files_of_strangers_at_both_sides(kompas: Kompas, team: Team) -> None:
    """Where both changed a file that is not ours, nothing is joined, all stays as it was, and no marks are left."""
    for root, text in ((team.fatma, "een\n"), (team.jan, "twee\n")):
        write(root, "plan.md", text)
        git(root, "add", "plan.md")
        git(root, "commit", "-qm", "by hand")
    kompas("deel", at=team.fatma)
    write_note(team.jan, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.jan)
    assert (run.code, "allebei: plan.md" in run.err) == (1, True)
    assert (team.jan / "plan.md").read_text(encoding="utf-8") == "twee\n"
    assert git(team.jan, "status", "--porcelain") == ""
    assert git(team.jan, "worktree", "list").count("\n") == 1


@pytest.mark.slow
def test_work_that_is_not_committed_lies_in_the_way(kompas: Kompas, team: Team) -> None:
    """A broken note that a colleague changed too keeps our words; the rest still goes out, and all is told."""
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    kompas("deel", at=team.fatma)
    kompas("deel", at=team.jan)
    write_note(team.fatma, "2026-11-20-koor-k3f9", "Koor De Klink")
    kompas("deel", at=team.fatma)
    mine = write(team.jan, "2026-11/2026-11-20-koor-k3f9.toml", BROKEN)
    write_note(team.jan, "2026-11-20-kook-m2p8")
    run = kompas("deel", at=team.jan)
    assert (run.code, "nog niet vastligt: 2026-11/2026-11-20-koor-k3f9.toml" in run.err) == (1, True)
    assert mine.read_text(encoding="utf-8") == BROKEN
    assert len(list_server(team)) == 2
    write(team.jan, "2026-11/2026-11-20-koor-k3f9.toml", 'date = 2026-11-20\ngroup = "Koor"\ntalents = ["fluiten"]\n')
    assert kompas("deel", at=team.jan).code == 0
    assert git(team.jan, "status", "--porcelain") == ""


# What a crash or another program left.


@pytest.mark.parametrize("way", ["rebase", "merge"])
def test_a_pull_by_hand_that_broke_off(kompas: Kompas, team: Team, way: str) -> None:
    """A rebase or merge that was left half-way is put back, what lay in the folder is kept, and sharing goes on."""
    for root, word in ((team.fatma, "een"), (team.jan, "twee")):
        write(root, "2026-11/2026-11-20-koor-k3f9.toml", f'date = 2026-11-20\ngroup = "Koor"\ntalents = ["{word}"]\n')
        git(root, "add", ".")
        git(root, "commit", "-qm", "by hand")
    kompas("deel", at=team.fatma)
    attributes = write(team.jan, ".git/info/attributes", "*.toml merge=text\n")
    git(team.jan, "pull", "-q", "--rebase" if way == "rebase" else "--no-rebase", check=False)
    attributes.unlink()
    assert "<<<<<<<" in (team.jan / "2026-11/2026-11-20-koor-k3f9.toml").read_text(encoding="utf-8")
    run = kompas("deel", at=team.jan)
    assert run.code == 0, run.err
    assert "refs/kompas/kept-" in run.err
    assert git(team.jan, "for-each-ref", "--format=%(refname)", "refs/kompas").startswith("refs/kompas/kept-")
    told = b"".join(read_notes(team.jan).values()).decode()
    assert ("een" in told, "twee" in told, "<<<" in told) == (True, True, False)


def test_a_run_that_was_cut_off_leaves_nothing(kompas: Kompas, team: Team) -> None:
    """Locks, rooms and spare indexes of a run that was cut off are cleared away by the next one."""
    workshop = team.fatma / ".git/kompas"
    write(workshop, "lock", "busy\n")
    write(workshop, "index-.git", "half")
    write(workshop, "kompas-room/half.toml", "half")
    for lock in ("index.lock", "HEAD.lock", "refs/heads/main.lock"):
        place = write(team.fatma / ".git", lock, "")
        os.utime(place, (0, 0))
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.fatma)
    assert run.code == 0, run.err
    assert [path.name for path in workshop.iterdir()] == ["lock"]
    assert list((team.fatma / ".git").rglob("*.lock")) == []


def test_an_example_is_not_shared(kompas: Kompas, example: Path) -> None:
    """The invented example goes nowhere."""
    assert kompas("deel", at=example).code == 1


# Odd clones.


def test_a_notebook_in_a_part_of_a_repository(kompas: Kompas, team: Team) -> None:
    """In a folder of a larger repository only the notebook's own files go."""
    inner = team.fatma / "buurt/notities"
    write(inner, "kompas.toml", 'format = 1\nlanguage = "nl"\n')
    write_note(inner, "2026-11-20-koor-k3f9")
    write(team.fatma, "2026-11/2026-11-20-kook-m2p8.toml", "elsewhere")
    assert kompas("deel", at=inner).code == 0
    told = git(team.server, "ls-tree", "-r", "--name-only", "main").split()
    assert told == [
        ".gitattributes",
        "buurt/notities/2026-11/2026-11-20-koor-k3f9.toml",
        "buurt/notities/kompas.toml",
        "kompas.toml",
    ]


@pytest.mark.slow
def test_a_worktree_and_a_shallow_clone(kompas: Kompas, team: Team, tmp_path: Path) -> None:
    """A second working tree and a clone without history share like any other."""
    git(team.fatma, "worktree", "add", "-q", str(tmp_path / "twee"), "-b", "twee", "main")
    git(tmp_path / "twee", "branch", "--set-upstream-to", "origin/main")
    write_note(tmp_path / "twee", "2026-11-20-koor-k3f9")
    write_note(team.jan, "2026-11-20-kook-m2p8")
    kompas("deel", at=team.jan)
    assert kompas("deel", at=tmp_path / "twee").code == 0
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{team.server}", "ondiep")
    write_note(tmp_path / "ondiep", "2026-11-20-fiets-a2b3")
    write_note(team.jan, "2026-11-20-dans-c4d5")
    kompas("deel", at=team.jan)
    run = kompas("deel", at=tmp_path / "ondiep")
    assert run.code == 0, run.err
    assert len(list_server(team)) == 4


@pytest.mark.slow
def test_windows_newlines(kompas: Kompas, team: Team) -> None:
    """A clone that git gives CRLF, and a note from Notepad, leave the team's notes as they are."""
    git(team.jan, "config", "core.autocrlf", "true")
    note = write(
        team.jan, "2026-11/2026-11-20-koor-k3f9.toml", 'date = 2026-11-20\r\ngroup = "Koor"\r\ndoes = ["zingen"]\r\n'
    )
    assert kompas("deel", at=team.jan).code == 0
    assert b"\r\n" in note.read_bytes()
    kompas("deel", at=team.fatma)
    assert b"\r" not in b"".join(read_notes(team.fatma).values())
    assert kompas("deel", at=team.jan).out == "Niets nieuws. Jij en je collega’s hebben dezelfde notities.\n"


@pytest.mark.slow
def test_names_in_other_unicode_forms(kompas: Kompas, team: Team) -> None:
    """A name in composed and one in decomposed letters, and two that differ in a capital only, arrive as they are."""
    names = ("2026-11-20-caf\u00e9-k3f9", "2026-11-20-cafe\u0301-m2p8", "2026-11-20-koor-a2b3", "2026-11-20-Koor-a2b3")
    for name in names:
        write_note(team.fatma, name, name[-4:])
    assert kompas("deel", at=team.fatma).code == 0
    kompas("deel", at=team.jan)
    assert read_notes(team.jan) == read_notes(team.fatma)
    assert len(read_notes(team.jan)) == len(names)


@pytest.mark.slow
def test_clocks_that_differ(kompas: Kompas, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague whose clock is years ahead or behind changes nothing in the order of what is joined."""
    for year, root in (("2038", team.fatma), ("1999", team.jan), ("2026", team.fatma)):
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_DATE", f"{year}-01-01T00:00:00")
        write_note(root, f"2026-11-20-koor-{year}")
        assert kompas("deel", at=root).code == 0
    kompas("deel", at=team.jan)
    assert read_notes(team.jan) == read_notes(team.fatma)
    assert len(read_notes(team.jan)) == 3


def test_a_hostile_repository_runs_nothing(kompas: Kompas, team: Team) -> None:
    """Commands that read start no watcher and no program that a repository names; sharing takes no way of its own."""
    trap = f"touch {team.server.parent}/trapped"
    write_note(team.fatma, "2026-11-20-koor-k3f9")
    for key in ("core.fsmonitor", "core.sshCommand", "diff.external", "core.pager", "core.askPass"):
        git(team.fatma, "config", key, trap)
    git(team.fatma, "config", "protocol.ext.allow", "always")
    git(team.fatma, "remote", "set-url", "origin", f"ext::sh -c '{trap}'")
    for words in (["talenten"], ["controleer"], ["controleer", "--staged"], ["zoek", "zingen"], ["deel", "--dry-run"]):
        kompas(*words, at=team.fatma)
    assert kompas("deel", at=team.fatma).code == 1
    assert not (team.server.parent / "trapped").exists()


@pytest.mark.slow
def test_a_server_that_only_reads(kompas: Kompas, team: Team, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where we may read and not write, the notes of colleagues come in, ours stay here, and that is told."""
    write_note(team.fatma, "2026-11-19-fiets-a2b3")
    kompas("deel", at=team.fatma)
    ssh = write(
        tmp_path, "ssh",
        "#!/bin/sh\nfor last; do :; done\n"
        'case "$last" in git-receive*) echo "ERROR: leave to write denied to jan." >&2; exit 1;; esac\n'
        'exec sh -c "$last"\n',
    )  # fmt: skip
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    git(team.jan, "remote", "set-url", "origin", f"ssh://server{team.server}")
    write_note(team.jan, "2026-11-20-koor-k3f9")
    run = kompas("deel", at=team.jan)
    assert (run.code, "laat je niet binnen" in run.err) == (1, True)
    assert len(read_notes(team.jan)) == 2
    assert git(team.jan, "status", "--porcelain") == ""


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of four megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place], check=False).returncode:
        pytest.skip("only root can mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems mount in other ways")
def test_a_full_disk(kompas: Kompas, team: Team, small: Path) -> None:
    """On a full disk the note waits as a draft and nothing is lost; when there is room again, all goes out."""
    clone = small / "clone"
    git(small, "clone", "-q", str(team.server), str(clone))
    assert kompas("notitie", "Koor", "-d", "zingen", at=clone).code == 0
    with suppress(OSError), (small / "film").open("wb", buffering=0) as film:
        while film.write(b"." * 4096):
            pass
    run = kompas("notitie", "Toneel", "-d", "spelen", at=clone)
    assert (run.code, "Niets is kwijt" in run.err) == (1, True)
    run = kompas("deel", at=clone)
    assert (run.code, "vol" in run.err) == (1, True), run.err
    assert len(read_notes(clone)) == 1
    (small / "film").unlink()
    run = kompas("deel", at=clone)
    assert (run.code, run.out) == (0, "Gedeeld: 1 bestand van jou.\n")
    assert len(list_server(team)) == 1
    assert git(clone, "status", "--porcelain") == ""
    git(clone, "fsck", "--strict")
