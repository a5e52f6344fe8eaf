"""Tab completes commands, groups, places, fields and notes; in real shells, names with spaces and all."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kompas.cli.main import main
from kompas.notebook.shells import install
from transcript import Run

Tab = Callable[..., list[str]]
SHELLS = Path(install.__file__).parent
KLINK = "Kookclub De Klink"


@pytest.fixture
def tab(example: Path, capsys: pytest.CaptureFixture[str]) -> Tab:
    """Return a function that presses Tab after the words, and returns the values that kompas offers."""

    def press(*words: str, asked_by: str = "bash") -> list[str]:
        capsys.readouterr()
        given = ["--notebook", str(example), *words]
        assert main(["--complete", asked_by, *given[:-1], f"+{given[-1]}"]) == 0
        told = capsys.readouterr()
        assert told.err == ""
        return told.out.splitlines()

    return press


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["tal"], ["talenten"]),
        (["--lang", "en", "tal"], ["talents"]),
        (["meet"], ["meet"]),  # the other language, when the own one has no such name
        (["over", "kookcl"], [KLINK]),
        (["about", "KOOKCL"], [KLINK]),
        (["over", "klink"], [KLINK]),
        (["over", '"Kookclub De'], [KLINK]),
        (["over", "'Kookclub De"], [KLINK]),
        (["over", "Kookclub\\ De"], [KLINK]),
        (["over", "cafe"], ["Repair Café De Schroef"]),
        (["ontmoet", "--why", "imk"], ["Imkers van de Dijk"]),
        (["ontmoet", "--why", KLINK, "imk"], ["Imkers van de Dijk"]),
        (["stel-voor", KLINK, "imk"], ["Imkers van de Dijk"]),
        (["notitie", "--lead", "imk"], ["Imkers van de Dijk"]),
        (["notitie", "--place", "bibliotheek oost, z"], ["Bibliotheek Oost, zolder"]),
        (["talenten", "--field", "neighbourhood-w"], ["neighbourhood-work"]),
        (["talenten", "--format", "c"], ["csv"]),
        (["talenten", "--format=md", "--pl"], ["--place"]),
        (["bewerk", "k6v"], ["k6vm"]),
        (["notitie", "--no"], []),
        (["notitie", "--dry"], ["--dry-run"]),
        (["over", KLINK, "imk"], []),
        (["notitie", "--story", "kook"], []),
        (["--lang", "n"], ["nl"]),
        (["hengelsport", "k"], []),
        (["voeg"], []),  # a command for programs is offered to nobody
        (["checklijst", "imk"], ["Imkers van de Dijk"]),
    ],
)
def test_tab_offers_what_can_stand_there(words: list[str], offered: list[str], tab: Tab) -> None:
    """Commands in either language, groups with their true names, places, fields and the ids of notes."""
    assert tab(*words) == offered


def test_tab_tells_what_a_value_is(tab: Tab) -> None:
    """A shell that can show more gets the help of a command, and the group and day of a note."""
    assert tab("talent", asked_by="fish") == ["talenten\tWaar groepen goed in zijn"]
    assert tab("bewerk", "k6v", asked_by="zsh") == ["k6vm\tSkaters van de Kom, 2026-07-15"]
    assert tab("over", "kookcl", asked_by="fish") == [KLINK]


def test_a_group_that_said_no_is_not_offered(
    write: Callable[[str, str], Path], kompas: Callable[..., Run], notebook: Path
) -> None:
    """Tab names no group that does not want to be remembered."""
    said_no = 'date = 2026-11-01\ngroup = "Stille groep"\n[agreement]\nremember = false\n'
    write("2026-11/2026-11-01-stil-aaaa.toml", said_no)
    write("2026-11/2026-11-02-luid-bbbb.toml", 'date = 2026-11-02\ngroup = "Luide groep"\n')
    assert kompas("--version").code == 0
    assert _press(notebook) == "Luide groep\n"


def test_a_new_note_is_offered_at_once(kompas: Callable[..., Run], notebook: Path) -> None:
    """A folder that changed is looked at again; nothing has to be made up to date by hand."""
    assert kompas("note", "Luide groep", "-d", "zingen").code == 0
    assert _press(notebook) == "Luide groep\n"
    assert kompas("note", "Nieuwe groep", "-d", "zingen").code == 0
    assert _press(notebook) == "Luide groep\nNieuwe groep\n"


def _press(notebook: Path) -> str:
    words = [sys.executable, "-m", "kompas", "--complete", "bash", "--notebook", str(notebook), "about", "+"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def test_without_a_notebook_tab_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside any notebook there is nothing to offer, and no error on the command line."""
    monkeypatch.chdir(tmp_path)
    assert main(["--complete", "bash", "over", "+k"]) == 0
    assert tuple(capsys.readouterr()) == ("", "")


@pytest.mark.parametrize(("shell", "profile"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_installing_adds_one_line_once(
    shell: str, profile: str, kompas: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The start file of the shell keeps what it has, and reads the script of kompas from then on."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, f"/bin/{shell}"))
    start = Path(os.environ["HOME"]) / profile
    start.write_bytes(b"alias ll='ls -l'")
    for _ in range(2):
        run = kompas("--install-completion")
        assert (run.code, run.err) == (0, "Open een nieuw venster. Daarna vult Tab aan.\n")
    first, second = start.read_text(encoding="utf-8").splitlines()
    assert first == "alias ll='ls -l'"
    script = Path(second.removeprefix("source '").removesuffix("'"))
    assert script.read_text(encoding="utf-8") == (SHELLS / f"kompas.{shell}").read_text(encoding="utf-8")


def test_powershell_keeps_its_profile(kompas: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only PowerShell knows where its profile is: kompas shows the line to put there."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("pwsh", "pwsh"))
    run = kompas("--lang", "en", "--install-completion")
    assert "Put this line in your $PROFILE:\n. '" in run.out
    assert kompas("--show-completion").out == (SHELLS / "kompas.ps1").read_text(encoding="utf-8")


def test_an_unknown_shell_is_told(kompas: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell without completion is named, with those that have it."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("tcsh", "tcsh"))
    run = kompas("--show-completion")
    assert (run.code, run.err.startswith("Voor “tcsh” heeft kompas geen aanvulling.\nKies uit: bash")) == (2, True)


def test_the_script_of_powershell_asks_as_the_others_do() -> None:
    """No PowerShell runs in our tests: what it would ask, and how it quotes, is read from its script."""
    script = (SHELLS / "kompas.ps1").read_text(encoding="utf-8")
    assert 'kompas --complete powershell @typed "+$wordToComplete"' in script
    assert '"\'" + $value.Replace("\'", "\'\'") + "\'"' in script
    assert script.count("{") == script.count("}")
    assert script.isascii()  # Windows PowerShell 5 reads a file without a mark as the old Latin letters


@pytest.fixture
def shell_environment(example: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a shell in which kompas is a command, on the example notebook."""
    command = tmp_path / "bin" / "kompas"
    command.parent.mkdir()
    command.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m kompas \"$@\"\n", encoding="utf-8")
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {
        **os.environ, "PATH": path, "KOMPAS_NOTEBOOK": str(example), "KOMPAS_LANG": "nl", "LANG": "C.UTF-8",
        "TERM": "xterm", "PS1": "$ ", "PROMPT": "$ ",
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("kompas over kookcl\t", r"kompas over Kookclub\ De\ Klink"),
        ('kompas over "kookcl\t', f'kompas over "{KLINK}"'),
        ("kompas talent\t", "kompas talenten"),
        ("kompas bewerk k6v\t", "kompas bewerk k6vm"),
        ("kompas over caf\t", r"kompas over Repair\ Café\ De\ Schroef"),
    ],
)
@pytest.mark.parametrize(("shell", "flags"), [("bash", ["--norc", "-i"]), ("zsh", ["-f", "-i"])])
def test_a_real_shell_completes(
    shell: str, flags: Sequence[str], typed: str, line: str, shell_environment: dict[str, str]
) -> None:
    """In bash and zsh, Tab puts the name on the command line, quoted as the shell wants it."""
    pexpect = pytest.importorskip("pexpect")
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    child = pexpect.spawn(shell, list(flags), env=shell_environment, encoding="utf-8", dimensions=(24, 120), timeout=20)
    child.sendline(f"source '{SHELLS / f'kompas.{shell}'}'; echo ready$((1))")
    child.expect_exact("ready1")
    child.send(typed)
    time.sleep(3)  # Tab asks kompas; nothing on the screen tells when it is done
    child.send("\x01\x0b")  # to the begin of the line, and cut it, so that it can be shown whole
    child.send("cat <<'EOF'\r\x19\rEOF\r")
    child.expect(f"(?s)EOF.*{re.escape(line)}")
    child.close(force=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("kompas over kookcl", KLINK),
        ('kompas over "kookcl', KLINK),
        ("kompas bewerk k6v", "k6vm\tSkaters van de Kom, 2026-07-15"),
        ("kompas talent", "talenten\tWaar groepen goed in zijn"),
    ],
)
def test_fish_completes(typed: str, offered: str, shell_environment: dict[str, str]) -> None:
    """What fish would offer is what kompas told it, with what it is."""
    if not shutil.which("fish"):
        pytest.skip("fish is not here")
    script = f"source '{SHELLS / 'kompas.fish'}'; complete -C '{typed}'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script], env=shell_environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [offered]
