"""A new notebook: the files in it, and a hook that really stops a commit."""

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kompas.errors import NotebookExists, NotWritten
from kompas.notebook.schema import dump_schema
from kompas.notebook.start import install_hook, start_notebook, write_schema
from kompas.settings import read_settings
from transcript import Run

# The hook is another process, with the real day.
GOOD = 'date = 2020-01-02\ngroup = "Koor"\ntalents = ["zingen"]\n'
BROKEN = "date = 2020-01-02\ngroup = Koor\n"
Kompas = Callable[..., Run]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to begin in, with an identity for git."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Fatma")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "fatma@example.org")
    monkeypatch.setenv("KOMPAS_LANG", "nl")
    place = tmp_path / "mijn notities"
    place.mkdir()
    return place


def git(root: Path, *words: str) -> Run:
    """Run git and return what it said."""
    done = subprocess.run(["git", *words], cwd=root, check=False, capture_output=True, text=True)
    return Run(done.returncode, done.stdout, done.stderr)


def write(path: Path, text: str) -> None:
    """Write a file, in a new folder if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def start(root: Path) -> None:
    """Make a notebook with a hook."""
    assert start_notebook(root, "nl", "# Ons notitieboek\n")
    assert install_hook(root)


@pytest.mark.parametrize(("language", "page"), [("nl", "LEESMIJ.md"), ("en", "README.md")])
def test_a_notebook_has_all_that_a_team_needs(tmp_path: Path, language: str, page: str) -> None:
    """A new notebook has its settings, schema, git's two files and a page for colleagues, and is a repository."""
    root = tmp_path / "een/nieuwe/map"
    assert start_notebook(root, language, "# Page\n")
    assert {path.name for path in root.iterdir()} == {
        ".git", ".gitattributes", ".gitignore", "kompas.toml", "note.schema.json", page,
    }  # fmt: skip
    settings = read_settings(root)
    assert (settings.language, settings.keep_days, settings.example) == (language, 365, False)
    assert json.loads((root / "note.schema.json").read_text(encoding="utf-8")) == json.loads(dump_schema())
    assert (root / page).read_text(encoding="utf-8") == "# Page\n"


def test_what_was_there_stays(tmp_path: Path) -> None:
    """Files of somebody else stay as they are."""
    write(tmp_path / ".gitignore", "geheim\n")
    write(tmp_path / "LEESMIJ.md", "van ons\n")
    assert start_notebook(tmp_path, "nl", "# Page\n")
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "geheim\n"
    assert (tmp_path / "LEESMIJ.md").read_text(encoding="utf-8") == "van ons\n"


def test_a_notebook_is_not_started_twice(tmp_path: Path) -> None:
    """A folder that is a notebook already is left as it is."""
    write(tmp_path / "kompas.toml", "keep_days = 30\n")
    with pytest.raises(NotebookExists):
        start_notebook(tmp_path, "nl", "")
    assert [path.name for path in tmp_path.iterdir()] == ["kompas.toml"]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    """Where a file stands, no folder can be made."""
    write(tmp_path / "mijn", "een bestand")
    with pytest.raises(NotWritten):
        start_notebook(tmp_path / "mijn", "nl", "")
    assert (tmp_path / "mijn").read_text(encoding="utf-8") == "een bestand"


def test_the_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    """An old schema is replaced by that of this kompas, and nothing is left beside it."""
    write(tmp_path / "note.schema.json", "{}")
    write_schema(tmp_path)
    assert (tmp_path / "note.schema.json").read_text(encoding="utf-8") == dump_schema()
    assert [path.name for path in tmp_path.iterdir()] == ["note.schema.json"]


@pytest.mark.parametrize(
    "commit", [["-m", "x"], ["-am", "x"], ["-m", "x", "--", "."]], ids=["staged", "all", "by-path"]
)
def test_the_hook_stops_a_broken_note(place: Path, commit: list[str]) -> None:
    """A commit with a broken note is stopped and told why, whichever way it is asked for; a good one passes."""
    start(place)
    note = place / "2020-01/koor.toml"
    write(note, GOOD)
    git(place, "add", ".")
    done = git(place, "commit", "-m", "good")
    assert done.code == 0, done.err
    write(note, BROKEN)
    if commit == ["-m", "x"]:
        git(place, "add", ".")
    stopped = git(place, "commit", *commit)
    assert stopped.code == 1
    assert "2020-01/koor.toml:2: Tekst hoort tussen aanhalingstekens." in stopped.out + stopped.err
    assert git(place, "log", "--format=%s").out == "good\n"


def test_the_hook_works_in_a_part_of_a_repository(place: Path) -> None:
    """In a folder of a larger repository the hook checks the notes, and leaves other files alone."""
    git(place, "init", "-q")
    start(place / "buurt/notes")
    assert not (place / "buurt/notes/.git").exists()
    write(place / "pyproject.toml", "[project]\n")
    git(place, "add", ".")
    assert git(place, "commit", "-m", "good").code == 0
    write(place / "buurt/notes/2020-01/koor.toml", BROKEN)
    git(place, "add", ".")
    assert git(place / "buurt", "commit", "-m", "bad").code == 1
    write(place / "buurt/notes/2020-01/koor.toml", GOOD)
    assert git(place, "commit", "-am", "good again").code == 0


def test_the_hook_of_somebody_else_stays(place: Path) -> None:
    """A hook that was there is not touched; our own is renewed."""
    git(place, "init", "-q")
    hook = place / ".git/hooks/pre-commit"
    write(hook, "#!/bin/sh\nexit 0\n")
    start_notebook(place, "nl", "")
    assert not install_hook(place)
    assert hook.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"
    hook.unlink()
    assert install_hook(place)
    hook.write_text("#!/bin/sh\n# kompas: an older one\n", encoding="utf-8")
    assert install_hook(place)
    assert sys.executable in hook.read_text(encoding="utf-8")
    assert hook.stat().st_mode & stat.S_IXUSR


def test_init_without_git(kompas: Kompas, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git a notebook is made all the same, and kompas says what does not work."""
    monkeypatch.setenv("PATH", str(tmp_path))
    run = kompas("init", str(place))
    assert (run.code, "Git is er niet" in run.err) == (0, True)
    assert (place / "kompas.toml").is_file()
    assert not (place / ".git").exists()
    assert kompas("note", "Koor", "-d", "zingen", at=place).code == 0
    assert kompas("check", at=place).code == 0


def test_init_says_that_another_hook_stands(kompas: Kompas, place: Path) -> None:
    """Where another hook stands, init says what to add to it."""
    git(place, "init", "-q")
    write(place / ".git/hooks/pre-commit", "#!/bin/sh\n")
    run = kompas("init", str(place))
    assert run.code == 0
    assert "kompas check --staged" in run.err


def test_check_staged_checks_what_is_staged(kompas: Kompas, place: Path) -> None:
    """What is staged is checked, and not what lies in the folder."""
    start(place)
    write(place / "2020-01/staged.toml", BROKEN)
    git(place, "add", ".")
    write(place / "2020-01/staged.toml", GOOD)
    assert kompas("check", at=place).code == 0
    assert kompas("check", "--staged", at=place).code == 1
    git(place, "add", ".")
    write(place / "2020-01/staged.toml", BROKEN)
    assert kompas("check", "--staged", at=place).code == 0
    assert kompas("check", at=place).code == 1


@pytest.mark.parametrize(
    "path",
    [".vscode/taplo.toml", ".taplo.toml", "2020-01/koor.toml~", "other/kompas.toml", "other/introductions/a.toml"],
)
def test_check_staged_leaves_alone_what_check_does(kompas: Kompas, place: Path, path: str) -> None:
    """Hidden files, back-ups and a notebook inside the notebook stop no commit."""
    start(place)
    write(place / "other/kompas.toml", "format = 1\n")
    write(place / path, "format = 1\n")
    git(place, "add", "--force", ".")
    assert kompas("check", at=place).code == 0
    assert kompas("check", "--staged", at=place) == kompas("check", at=place)


def test_a_colleague_without_our_python_uses_kompas_on_the_path(place: Path, tmp_path: Path) -> None:
    """Where the Python of the hook is gone, the kompas on the PATH checks."""
    start(place)
    hook = place / ".git/hooks/pre-commit"
    hook.write_text(hook.read_text(encoding="utf-8").replace(sys.executable, "/gone/python"), encoding="utf-8")
    programs = tmp_path / "programs"
    write(programs / "kompas", '#!/bin/sh\necho "kompas $*" > "$HOME/asked"\nexit 1\n')
    (programs / "kompas").chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    git_program = shutil.which("git") or "git"
    words = [git_program, "commit", "--allow-empty", "-m", "x"]
    assert subprocess.run(words, cwd=place, env=environment, check=False, capture_output=True).returncode == 1
    asked = (Path(os.environ["HOME"]) / "asked").read_text(encoding="utf-8")
    assert asked == "kompas --notebook . check --staged\n"
