"""`note --from`: lines from a phone become notes; a person is asked, and nothing typed is lost."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kompas.notebook.drafts import drafts_folder
from transcript import Run

VISIT = "Kookclub De Klink, gisteren, Dorpshuis\ndoet: koken\n"


def list_notes(notebook: Path) -> list[str]:
    """Return the texts of the notes, by path."""
    return [path.read_text(encoding="utf-8") for path in sorted(notebook.glob("*/*.toml"))]


def pipe(notebook: Path, content: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run `kompas note` with `content` on stdin."""
    command = [sys.executable, "-m", "kompas", "--notebook", str(notebook), "note", *words]
    return subprocess.run(command, input=content, capture_output=True, check=False)


def test_what_is_piped_in_is_read(notebook: Path) -> None:
    """`kompas note < visit.txt` writes the note, also when Windows Notepad saved the file."""
    done = pipe(notebook, VISIT.encode("utf-16"), "--occasion", "koffie")
    assert (done.returncode, done.stderr) == (0, b"")
    (text,) = list_notes(notebook)
    assert ('group = "Kookclub De Klink"' in text, 'occasion = "koffie"' in text) == (True, True)


def test_who_types_a_note_keeps_stdin_for_others(notebook: Path) -> None:
    """In a script that reads its own stdin, a note from flags takes none of it; a dash says that it may."""
    done = pipe(notebook, b"Koor\ndoet: zingen\n", "Band", "-d", "spelen")
    assert done.returncode == 0
    (text,) = list_notes(notebook)
    assert "zingen" not in text
    assert pipe(notebook, b"Koor\ndoet: zingen\n", "--from", "-").returncode == 0
    assert len(list_notes(notebook)) == 2


@pytest.mark.parametrize("content", [b"", b" \n\n---\n"])
def test_nothing_piped_in_is_nothing_to_write(notebook: Path, content: bytes) -> None:
    """An empty stdin is no encounter."""
    done = pipe(notebook, content, "--from", "-")
    assert (done.returncode, list_notes(notebook)) == (1, [])
    assert done.stderr.startswith(b"Over welke groep")


def test_a_draft_of_lines_goes_when_it_is_a_note(kompas: Callable[..., Run], notebook: Path, tmp_path: Path) -> None:
    """Lines that wait are a draft for their writer only; mended and read again, the draft is gone."""
    file = tmp_path / "visit.txt"
    file.write_text(VISIT.replace("gisteren", "gistren"), encoding="utf-8")
    assert kompas("note", "--from", str(file)).code == 1
    (draft,) = drafts_folder().iterdir()
    assert draft.read_text(encoding="utf-8") == file.read_text(encoding="utf-8")
    assert os.name == "nt" or draft.stat().st_mode & 0o077 == 0
    draft.write_text(VISIT, encoding="utf-8")
    assert kompas("note", "--from", str(draft), "--dry-run").code == 0
    assert draft.exists()
    assert kompas("note", "--from", str(draft)).code == 0
    assert list(drafts_folder().iterdir()) == []
    assert len(list_notes(notebook)) == 1
    assert file.exists()


def test_a_field_that_nobody_knows_stops_one_encounter(
    kompas: Callable[..., Run], notebook: Path, tmp_path: Path
) -> None:
    """The encounter with the odd field waits as a draft, and the other one is written."""
    file = tmp_path / "visit.txt"
    file.write_text(f"{VISIT}veld: hengelsport\n\nKoor, gisteren\ndoet: zingen\n", encoding="utf-8")
    run = kompas("note", "--from", str(file))
    assert (run.code, len(list_notes(notebook))) == (1, 1)
    assert "hengelsport" in run.err
    (draft,) = drafts_folder().glob("*.txt")
    assert draft.read_text(encoding="utf-8") == f"{VISIT}veld: hengelsport\n"


def test_nothing_is_written_by_a_dry_run(kompas: Callable[..., Run], notebook: Path, tmp_path: Path) -> None:
    """A dry run shows the notes, and what would be refused; there is no note and no draft afterwards."""
    file = tmp_path / "visit.txt"
    file.write_text(f"{VISIT}kan: bel 06-12345678\n\nKoor, gistren\n", encoding="utf-8")
    run = kompas("note", "--from", str(file), "--dry-run")
    assert (run.code, list_notes(notebook), drafts_folder().exists()) == (1, [], False)
    assert 'group = "Kookclub De Klink"' in run.out
    assert ("telefoonnummer" in run.err, "gistren" in run.err) == (True, True)


@pytest.mark.slow
def test_a_person_at_a_terminal_is_asked(notebook: Path, tmp_path: Path) -> None:
    """On a terminal every doubt is a question; Enter takes a near label, and a wrong day is asked for again."""
    pexpect = pytest.importorskip("pexpect", reason="pexpect drives a terminal, and there is none of that kind here")
    file = tmp_path / "visit.txt"
    file.write_text(
        "Koor, gistren\nzoket: een zaal\nbeloofd: bellen voor 31 november\ndelen: eerst vragen\n\nBuren\nkan: koken\n",
        encoding="utf-8",
    )
    words = ["-m", "kompas", "--notebook", str(notebook), "note", "--from", str(file)]
    child = pexpect.spawn(sys.executable, words, env={**os.environ, "TERM": "xterm"}, encoding="utf-8", timeout=30)
    for question, answer in (
        ("Welke dag was het?", "gistren"),
        ("Welke dag was het?", "gisteren"),
        ("Bedoel je “zoekt”?", ""),
        ("Voor welke dag?", "vrijdag"),
        ("Ja of nee?", "nee"),
        ("Is dit een nieuwe groep?", "ja"),
    ):
        child.expect_exact(question)
        child.sendline(answer)
    child.expect_exact("Opgeslagen")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
    koor, buren = sorted(list_notes(notebook), key=lambda text: "Buren" in text)
    assert 'group = "Buren"' in buren
    for told in ('asks = [\n    "een zaal"', "by = ", "share = false", "delen: eerst vragen"):
        assert told in koor
