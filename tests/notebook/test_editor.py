"""The editor: the user's own program, started without a shell, waited for."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kompas.errors import NoEditor
from kompas.notebook.editor import open_editor

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the editors under test are shell scripts")
MakeEditor = Callable[[str, str], str]


@pytest.fixture
def make_editor(tmp_path: Path) -> MakeEditor:
    """Return a function that makes an editor of lines of shell."""

    def make(name: str, lines: str) -> str:
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        program.chmod(0o755)
        return str(program)

    return make


def test_the_editor_gets_the_file(tmp_path: Path, make_editor: MakeEditor) -> None:
    """The editor is given the file as its last word, after its own flags, and is waited for."""
    note = tmp_path / "een notitie; rm -rf $HOME.toml"
    note.write_text("een\n", encoding="utf-8")
    editor = make_editor("editor", 'test "$1" = --wait && sleep 0.1 && echo twee >> "$2"')
    open_editor(note, {"EDITOR": f"{editor} --wait"})
    assert note.read_text(encoding="utf-8") == "een\ntwee\n"


def test_visual_goes_before_editor(tmp_path: Path, make_editor: MakeEditor) -> None:
    """VISUAL is used before EDITOR, and a path with spaces is quoted as in a shell."""
    note = tmp_path / "note.toml"
    visual, editor = make_editor("mijn visual", 'echo visual > "$1"'), make_editor("editor", 'echo editor > "$1"')
    open_editor(note, {"VISUAL": f"'{visual}'", "EDITOR": editor})
    assert note.read_text(encoding="utf-8") == "visual\n"
    open_editor(note, {"VISUAL": "", "EDITOR": editor})
    assert note.read_text(encoding="utf-8") == "editor\n"


@pytest.mark.parametrize("command", ["er-is-geen-editor", "/", "'open", "false"])
def test_an_editor_that_does_not_start_is_told(tmp_path: Path, command: str) -> None:
    """A program that is missing, is no program, is quoted wrongly or fails is told by its name."""
    with pytest.raises(NoEditor) as caught:
        open_editor(tmp_path / "note.toml", {"EDITOR": command})
    assert caught.value.command == command


def test_blanks_are_no_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An EDITOR of blanks counts as none, and never runs the note itself."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.chdir(tmp_path)
    note = tmp_path / "note.toml"
    note.write_text("#!/bin/sh\ntouch ran\n", encoding="utf-8")
    note.chmod(0o755)
    with pytest.raises(NoEditor):
        open_editor(note, {"EDITOR": "  "})
    assert not (tmp_path / "ran").exists()
