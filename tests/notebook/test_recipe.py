"""What forgetting takes, with real git and git-filter-repo: what falls short, and the recipe that ends at zero."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from forgotten import GROUP, NOTE, Team, commit, git, start_team, write
from kompas.domain.forgetting import Sought, Where, count_places, seek
from kompas.notebook.filename import slugify
from kompas.notebook.traces import find_traces
from transcript import Run

Kompas = Callable[..., Run]


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    """Return a team of two, with git-filter-repo on the path."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Fatma")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "fatma@example.org")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return start_team(tmp_path)


def find(what: str = GROUP) -> Sought:
    """Return what finds a word."""
    sought = seek(what, slugify(what))
    assert sought
    return sought


def list_left(root: Path, what: str = GROUP) -> set[Where]:
    """Return the kinds of places where a word still stands."""
    return set(count_places(find_traces(root, find(what)).traces))


def run_recipe(told: str, root: Path) -> None:
    """Run the commands that kompas printed, as they are printed."""
    lines = told.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("cd "))
    recipe = "\n".join(lines[start : lines.index("", start)])
    done = subprocess.run(["sh", "-c", recipe], cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == 0, (recipe, done.stdout, done.stderr)


def test_every_kind_of_place_is_found(team: Team) -> None:
    """Texts, names, messages, past texts and names, a stash, a branch: whatever its capitals, accents and hyphens."""
    assert list_left(team.own) == set(Where) - {Where.OWN}


def test_throwing_a_file_away_leaves_all(team: Team) -> None:
    """After `git rm` of the note the name stands in all the places in git where it stood."""
    before = count_places(find_traces(team.own, find()).traces)
    git(team.own, "rm", "-q", NOTE)
    git(team.own, "commit", "-qm", "1 notitie weg")
    after = count_places(find_traces(team.own, find()).traces)
    for where in (Where.OLD_TEXT, Where.OLD_NAME, Where.MESSAGE, Where.STASH, Where.REF):
        assert after[where] == before[where]


def test_a_path_alone_misses_the_rest(team: Team) -> None:
    """filter-repo by the note's path leaves its older name, the messages, and what other notes say."""
    git(team.own, "filter-repo", "--force", "--quiet", "--invert-paths", "--path", NOTE)
    left = find_traces(team.own, find()).traces
    assert {Where.OLD_TEXT, Where.OLD_NAME, Where.MESSAGE} <= {trace.where for trace in left}
    assert any("cafe-zonnestraal-a2b3" in trace.place for trace in left)


def test_the_recipe_as_it_is_printed_ends_at_zero(team: Team, kompas: Kompas) -> None:
    """On our clone and on the server nothing is left, and everything else is still there."""
    told = kompas("forget", GROUP, "--yes", at=team.own)
    assert told.code == 0, told
    assert not (team.own / NOTE).exists()
    assert kompas("forget", "--verify", GROUP, at=team.own).code == 1
    run_recipe(told.out, team.own)
    assert list_left(team.own) == set()
    done = kompas("forget", "--verify", GROUP, at=team.own)
    assert (done.code, "nergens" in done.out) == (0, True)
    git(team.server, "gc", "--quiet", "--prune=now")
    assert list_left(team.server) == set()
    text = (team.own / "2026-10/2026-10-03-koor-b4c5.toml").read_text(encoding="utf-8")
    assert 'leads = ["[gewist]"]   # [gewist], op de hoek' in text
    assert "Zij zingen in [gewist]'s tuin." in text
    assert git(team.own, "status", "--porcelain", "--branch") == "## main...origin/main\n"
    assert "weggelegd bij [gewist]" in git(team.own, "stash", "show", "-p")
    assert kompas("check", at=team.own).code == 0


def test_an_old_clone_brings_it_back(team: Team, kompas: Kompas) -> None:
    """A colleague who shares from the old folder puts the traces back on a server that had none."""
    run_recipe(kompas("forget", GROUP, "--yes", at=team.own).out, team.own)
    git(team.server, "gc", "--quiet", "--prune=now")
    assert list_left(team.server) == set()
    write(team.colleague, "2026-11/2026-11-01-koor-e8f9.toml", 'date = 2026-11-01\ngroup = "Koor"\n')
    commit(team.colleague, "1 notitie")
    git(team.colleague, "pull", "-q", "--rebase=false", "--no-edit", "--allow-unrelated-histories", "-s", "ours")
    git(team.colleague, "push", "-q")
    assert {Where.OLD_TEXT, Where.OLD_NAME, Where.MESSAGE} <= list_left(team.server)


def test_an_authors_name_goes_too(team: Team, kompas: Kompas) -> None:
    """A colleague's name in the commits themselves is replaced, and the word in names of files."""
    run_recipe(kompas("forget", "Fatma", "--yes", at=team.own).out, team.own)
    assert list_left(team.own, "Fatma") == set()
    assert set(git(team.own, "log", "--all", "--format=%an <%ae>").split("\n")) == {"gewist <gewist@invalid>", ""}


def test_a_note_by_its_four_signs(team: Team, kompas: Kompas) -> None:
    """One note goes, with its name in history; other notes of the group stay."""
    told = kompas("forget", "k3f9", "--yes", at=team.own)
    assert not (team.own / NOTE).exists()
    run_recipe(told.out, team.own)
    assert list_left(team.own, "k3f9") == set()
    assert (team.own / "introductions/2026-10-04-koor--cafe-zonnestraal-d6e7.toml").exists()


def test_uncommitted_work_stops_the_recipe(team: Team, kompas: Kompas) -> None:
    """filter-repo throws away what is not committed, so the recipe does not begin, and no later line of it runs."""
    told = kompas("forget", GROUP, "--yes", at=team.own)
    write(team.own, "2026-10/2026-10-03-koor-b4c5.toml", 'date = 2026-10-03\ngroup = "Koor"\n')
    git(team.own, "remote", "remove", "origin")
    before = git(team.server, "for-each-ref")
    with pytest.raises(AssertionError, match="cd "):
        run_recipe(told.out, team.own)
    assert (team.own / "2026-10/2026-10-03-koor-b4c5.toml").read_text(encoding="utf-8").startswith("date")
    assert git(team.server, "for-each-ref") == before
    assert (team.own / ".git/kompas-forget/texts").exists()


def test_nothing_is_erased_unasked(team: Team, kompas: Kompas) -> None:
    """Where nobody can answer and nobody said --yes, all stays, and the exit code is 1."""
    told = kompas("forget", GROUP, at=team.own)
    assert (told.code, "Er is niets gewist" in told.err) == (1, True)
    assert git(team.own, "status", "--porcelain") == ""
    assert (team.own / NOTE).exists()


def test_the_commit_holds_what_was_erased_and_nothing_else(team: Team, kompas: Kompas) -> None:
    """Its message is generic; what somebody staged for another reason stays staged; the receipt has no names."""
    write(team.own, "begroting.txt", "voor later\n")
    git(team.own, "add", "begroting.txt")
    kompas("forget", GROUP, "--yes", at=team.own)
    assert git(team.own, "log", "-1", "--format=%B").strip() == "Er is iets gewist"
    assert git(team.own, "status", "--porcelain") == "A  begroting.txt\n"
    (receipt,) = (team.own / "forgotten").iterdir()
    assert not find().is_in(receipt.read_text(encoding="utf-8"))
    assert kompas("check", at=team.own).code == 0


def test_a_second_time_only_tells_what_is_left(team: Team, kompas: Kompas) -> None:
    """When the folder has it no more, kompas asks nothing, commits nothing, and gives the same recipe."""
    kompas("forget", GROUP, "--yes", at=team.own)
    before = git(team.own, "rev-parse", "HEAD")
    again = kompas("forget", GROUP, at=team.own)
    assert again.code == 0
    assert git(team.own, "rev-parse", "HEAD") == before
    run_recipe(again.out, team.own)
    assert list_left(team.own) == set()


def test_a_notebook_in_a_part_of_a_repository(team: Team, kompas: Kompas, tmp_path: Path) -> None:
    """The recipe works from the top of the repository, and paths in history are those from there."""
    town = tmp_path / "gemeente"
    git(tmp_path, "init", "-q", "--initial-branch", "main", "gemeente")
    write(town, "notities/kompas.toml", 'format = 1\nlanguage = "nl"\n')
    write(town, f"notities/{NOTE}", (team.own / NOTE).read_text(encoding="utf-8"))
    write(town, "begroting.txt", "voor later\n")
    commit(town, "alles")
    told = kompas("forget", GROUP, "--yes", at=town / "notities")
    run_recipe(told.out, town)
    assert list_left(town / "notities") == set()
    assert (town / "begroting.txt").exists()


def test_without_git_only_the_folder_is_told(kompas: Kompas, notebook: Path) -> None:
    """No git, no recipe: the folder, the drafts and the index are erased, and back-ups are for people."""
    write(notebook, "2026-10/2026-10-02-klink-k3f9.toml", 'date = 2026-10-02\ngroup = "Klink"\nleads = ["Koor"]\n')
    kept = notebook / "2026-10/2026-10-03-roos-b4c5.toml"
    write(notebook, "2026-10/2026-10-03-roos-b4c5.toml", 'date = 2026-10-03\ngroup = "Roos"\nleads = ["De Klink"]\n')
    draft = Path(os.environ["HOME"]) / ".local/state/kompas/drafts/k3f9.toml"
    draft.parent.mkdir(parents=True)
    draft.write_text("group = Klink, en nog geen aanhalingstekens", encoding="utf-8")
    assert kompas("leads").code == 0
    told = kompas("forget", "klink", "--yes")
    assert (told.code, "filter-repo" in told.out, "eservekopieën" in told.out) == (0, False, True)
    assert kept.read_text(encoding="utf-8").endswith('leads = ["De [gewist]"]\n')
    assert draft.read_text(encoding="utf-8").startswith("group = [gewist]")
    assert kompas("forget", "klink", "--verify").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect has no terminal on Windows")
@pytest.mark.parametrize(("answer", "code"), [("nee", 1), ("", 1), ("j", 0)])
def test_kompas_asks_first(team: Team, answer: str, code: int) -> None:
    """On a terminal a yes erases, and anything else erases nothing."""
    import pexpect  # noqa: PLC0415 not on Windows

    words = ["-m", "kompas", "--notebook", str(team.own), "vergeet", GROUP]
    terminal = pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=60, env=dict(os.environ))
    terminal.expect_exact("(ja of nee)")
    terminal.sendline(answer)
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == code
    assert (team.own / NOTE).exists() == bool(code)


def test_the_journal_forgets(kompas: Kompas, notebook: Path) -> None:
    """What could still be taken back is struck out: `undo` cannot bring a forgotten name back."""
    write(notebook, "2026-10/2026-10-02-klink-k3f9.toml", 'date = 2026-10-02\ngroup = "Klink"\n')
    assert kompas("confirm", "Klink").code == 0
    assert list_left(notebook, "Klink") >= {Where.OWN}
    assert kompas("forget", "Klink", "--yes").code == 0
    assert list_left(notebook, "Klink") == set()
