"""Commands through `main(argv)`: what an official types, sees and gets back."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kompas.commands import facet as facet_command
from kompas.settings import user_settings_path
from transcript import Run, run_kompas

Kompas = Callable[..., Run]
Write = Callable[[str, str], Path]
KOOR = 'date = 2026-11-20\ngroup = "Koor"\ntalents = ["zingen"]\n'
PATH = "2026-11/2026-11-20-koor-k3f9.toml"
PROGRAM = Path(sys.executable).parent / ("kompas.exe" if sys.platform == "win32" else "kompas")
needs_shell = pytest.mark.skipif(os.name == "nt", reason="the programs under test are shell scripts")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that makes an editor of a line of shell, and sets it in EDITOR."""

    def make(line: str) -> None:
        program = tmp_path / "my editor"
        program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("EDITOR", f"'{program}'")

    return make


def make_notebook(root: Path, group: str, settings: str = "format = 1\n") -> Path:
    """Make a notebook with one note, and return its folder."""
    (root / "2026-11").mkdir(parents=True)
    (root / "kompas.toml").write_text(settings, encoding="utf-8")
    (root / "2026-11/a.toml").write_text(KOOR.replace("Koor", group), encoding="utf-8")
    return root


# Exit codes


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["talents"], 0),
        (["about", "koor"], 0),
        (["about", "zeppelin"], 1),
        (["edit", "zeppelin"], 1),
        (["init", "."], 1),
        ([], 0),
        (["zeppelin"], 2),
        (["talents", "--colour"], 2),
        (["talents", "--limit", "0"], 2),
        (["talents", "--since", "ooit"], 2),
        (["checklist", "--field", "tovenarij"], 2),
        (["introduce", "koor", "KOOR", "--answer", "yes"], 2),
        (["note", "Koor", "--date", "ooit", "-d", "zingen"], 2),
    ],
    ids=str,
)
def test_exit_codes(  # noqa: PLR0913 two are what is tried
    kompas: Kompas, write: Write, notebook: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int
) -> None:
    """0 is done, 1 an expected failure, 2 wrong usage; what is not done is told on stderr, without a traceback."""
    monkeypatch.chdir(notebook)
    write(PATH, KOOR)
    run = kompas(*words)
    assert run.code == code
    assert bool(run.err) is bool(code)
    assert "Traceback" not in run.out + run.err


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Press Ctrl-C in the middle of `talents`."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(facet_command, "facet", interrupt)


@pytest.mark.usefixtures("interrupted")
def test_an_interruption_is_130(kompas: Kompas) -> None:
    """Ctrl-C ends a command with exit code 130 and without a traceback."""
    run = kompas("talents")
    assert (run.code, run.out) == (130, "")
    assert "Traceback" not in run.err


@pytest.mark.usefixtures("interrupted")
def test_an_interruption_is_told(kompas: Kompas) -> None:
    """Ctrl-C is answered with a word."""
    assert kompas("talents").err == "Gestopt.\n"


def test_a_bug_of_ours_is_3(kompas: Kompas, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours is told as such, with where the traceback is kept; none reaches the screen."""

    def fail(*_: object) -> None:
        msg = "een fout van ons"
        raise ZeroDivisionError(msg)

    monkeypatch.setattr(facet_command, "facet", fail)
    run = kompas("talents")
    assert (run.code, run.out) == (3, "")
    assert "Traceback" not in run.err
    assert "niet van jou" in run.err
    kept = Path(run.err.split("staat in ")[1].strip().rstrip("."))
    assert kept.is_relative_to(os.environ["HOME"])
    assert "ZeroDivisionError: een fout van ons" in kept.read_text(encoding="utf-8")


def test_a_bug_in_a_home_that_cannot_be_written(
    kompas: Kompas, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A fault of ours is told too where no traceback can be kept."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", os.environ["HOME"])
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(facet_command, "facet", None)
    run = kompas("talents")
    assert (run.code, "niet van jou" in run.err) == (3, True)


@pytest.mark.parametrize(
    "words",
    [
        ["note", "Koor", "-d", "zingen", "--promise", "@ 2026-12-01"],
        ["note", "Koor", "-d", "zingen", "--promise", " "],
        ["note", "Koor", "-d", "zingen", "--obstacle", " "],
        ["note", "Koor", "-d", "zingen", "--contact", ""],
        ["note", "", "-d", "zingen"],
        ["note", "\x1f", "-d", "zingen"],
        ["find", ""],
        ["about", ""],
        ["edit", ""],
        ["introduce", "", "", "--answer", "no"],
        ["init", "~niemand-heet-zo/notities"],
        ["talents", "--since", ""],
        ["talents", "--group", "\udce9"],
        ["find", "\udce9\x1b"],
        ["checklist", "--field", ""],
    ],
    ids=repr,
)
def test_empty_words_are_no_bug(
    kompas: Kompas, write: Write, notebook: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """Empty and strange words on the command line are understood or told; they are never a fault of ours."""
    monkeypatch.chdir(notebook)
    write(PATH, KOOR)
    write("2026-11/other.toml", KOOR)
    run = kompas(*words)
    assert run.code in {0, 1, 2}
    assert "\x1b" not in run.err


# What stands on the screen


@pytest.mark.parametrize("words", [["check"], ["talents"]], ids=" ".join)
def test_a_note_sends_nothing_to_the_terminal(kompas: Kompas, write: Write, words: list[str]) -> None:
    """No escape in a broken note reaches the terminal, in no part of a problem."""
    write("2026-11/\x1b[2J.toml", KOOR + '"\\u001b[31m\\u009b" = 1\n')
    write("2026-11/b.toml", KOOR + 'field = "\\u001b]0;x\\u0007"\n')
    run = kompas(*words)
    assert not set(run.out + run.err) & set("\x1b\x9b\x07")
    assert "[31m" in run.out + run.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["talents"], "Geen talenten gevonden."),
        (["asks"], "vragen"),
        (["ideas"], "ideeën"),
        (["leads"], "tips"),
        (["promises"], "beloften"),
        (["find", "zeppelin"], "“zeppelin”"),
    ],
)
def test_nothing_found_is_a_sentence(kompas: Kompas, words: list[str], said: str) -> None:
    """Nothing found is a sentence on stderr, [] in JSON, a heading in CSV, and no failure."""
    run = kompas(*words)
    assert (run.code, run.out) == (0, "")
    assert said in run.err
    assert len(run.err.splitlines()) == 1
    assert kompas(*words, "--format", "json") == Run(0, "[]\n", run.err)
    assert len(kompas(*words, "--format", "csv").out.splitlines()) == 1
    assert kompas(*words, "--format", "md").out == ""


@pytest.mark.parametrize(
    "words", [["talents"], ["asks"], ["promises"], ["find", "de"], ["about", "klink"], ["checklist"]]
)
def test_lists_are_flat_objects(kompas: Kompas, example: Path, words: list[str]) -> None:
    """JSON is a list of flat objects with English keys, whatever the language."""
    rows = json.loads(kompas(*words, "--format", "json", at=example).out)
    assert rows
    assert all(not isinstance(value, dict | list) for row in rows for value in row.values())
    assert rows == json.loads(kompas("--lang", "en", *words, "--format", "json", at=example).out) or words == [
        "checklist"
    ]


def test_a_limit_keeps_the_newest(kompas: Kompas, example: Path) -> None:
    """--limit keeps the first of the whole list."""
    every = json.loads(kompas("talents", "--format", "json", at=example).out)
    assert json.loads(kompas("talents", "--limit", "2", "--format", "json", at=example).out) == every[:2]


@needs_shell
@pytest.mark.skipif(not PROGRAM.is_file(), reason="kompas is not installed beside this Python")
def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    """`kompas talents | head -1` shows one line and complains of nothing, however much there is."""
    root = make_notebook(
        tmp_path / "notes", "Koor", 'format = 1\nexample = true\ntoday = 2026-11-23\nlanguage = "nl"\n'
    )
    for number in range(40):
        talents = ", ".join(f'"{number} {other} {"zingen " * 20}"' for other in range(40))
        (root / f"2026-11/{number}.toml").write_text(f'date = 2026-11-20\ngroup = "Koor"\ntalents = [{talents}]\n')
    line = f"'{PROGRAM}' --notebook '{root}' talents --format csv | head -1"
    done = subprocess.run(["sh", "-c", line], check=False, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("group,facet,text,date,place,field,note\n", "")


# Editing


@needs_shell
def test_an_edited_note_is_saved(kompas: Kompas, write: Write, editor: Callable[[str], None]) -> None:
    """A note that is right after editing is saved, and the editor gets the file itself."""
    path = write(PATH, KOOR)
    editor("""printf 'asks = ["een zaal"]\\n' >> "$1" """)
    assert kompas("edit", "k3f9") == Run(0, f"Opgeslagen: {PATH}\n", "")
    assert path.read_text(encoding="utf-8") == KOOR + 'asks = ["een zaal"]\n'
    assert "een zaal" in kompas("asks").out


@needs_shell
def test_a_note_that_broke_is_told(kompas: Kompas, write: Write, editor: Callable[[str], None]) -> None:
    """A note that is broken after editing is told with its line and left as it was typed, exit code 1."""
    path = write(PATH, KOOR)
    editor("""printf 'asks = [een zaal]\\n' >> "$1" """)
    run = kompas("edit", "koor")
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(f"{PATH}:4: ")
    assert "asks = [een zaal]" in run.err
    assert path.read_text(encoding="utf-8").endswith("asks = [een zaal]\n")


@needs_shell
def test_a_broken_note_can_be_mended(kompas: Kompas, write: Write, editor: Callable[[str], None]) -> None:
    """A note that cannot be read can be opened and mended."""
    write(PATH, "date = 2026-11-20\ngroup = Koor\n")
    editor("""printf 'date = 2026-11-20\\ngroup = "Koor"\\n' > "$1" """)
    assert kompas("edit", "k3f9").code == 0


@needs_shell
def test_a_note_thrown_away_is_told(kompas: Kompas, write: Write, editor: Callable[[str], None]) -> None:
    """A note that is gone after editing is not called saved, and kompas says so."""
    write(PATH, KOOR)
    editor('rm "$1"')
    run = kompas("edit", "k3f9")
    assert (run.code, run.out) == (1, "")
    assert "k3f9" in run.err


def test_a_missing_editor_is_told(kompas: Kompas, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that does not start is told by its name, and the note stays as it was."""
    path = write(PATH, KOOR)
    monkeypatch.setenv("EDITOR", "er-is-geen-editor --wait")
    run = kompas("edit", "koor")
    assert run.code == 1
    assert "er-is-geen-editor" in run.err
    assert path.read_text(encoding="utf-8") == KOOR


@needs_shell
@pytest.mark.parametrize(
    "name", ["k3f9", "Koor 't Lied & Co.", "koor", "KOOR-T", "2026-11-20", PATH.replace("koor", "koor-t-lied-co")]
)
def test_a_note_is_opened_by_any_name(kompas: Kompas, write: Write, editor: Callable[[str], None], name: str) -> None:
    """A note is meant by its four signs, its group as it is written, its day, or its path."""
    write(PATH.replace("koor", "koor-t-lied-co"), KOOR.replace("Koor", "Koor 't Lied & Co."))
    write("2026-10/2026-10-01-band-m2p8.toml", KOOR.replace("Koor", "Band"))
    editor(":")
    assert kompas("edit", name).code == 0


def test_several_notes_are_named(kompas: Kompas, write: Write) -> None:
    """A name that several notes have names them, and no editor starts."""
    write(PATH, KOOR)
    write("2026-11/2026-11-21-koor-m2p8.toml", KOOR)
    run = kompas("edit", "koor")
    assert run.code == 1
    assert "k3f9" in run.err
    assert "m2p8" in run.err


def test_the_example_stays_as_it_is(kompas: Kompas, example: Path) -> None:
    """Nothing is written into the example: no note, no introduction, no edit."""
    before = {path: path.read_bytes() for path in example.rglob("*") if path.is_file()}
    for words in (["note", "Koor", "-d", "x"], ["edit", "klink"], ["introduce", "klink", "imkers", "--answer", "yes"]):
        run = kompas(*words, at=example)
        assert run.code == 1
        assert "kompas begin mijn-notities" in run.err
    assert {path: path.read_bytes() for path in example.rglob("*") if path.is_file()} == before


# Which notebook


def test_the_nearest_word_names_the_notebook(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--notebook goes before KOMPAS_NOTEBOOK, that before the folder or its parents, those before notes/ and XDG."""
    names = ("flag", "variable", "parent", "own")
    roots = {name: make_notebook(tmp_path / name, f"groep van {name}") for name in names}
    make_notebook(tmp_path / "project/notes", "groep van notes")
    deep = roots["parent"] / "2026-11/diep"
    deep.mkdir()
    settings = user_settings_path()
    settings.parent.mkdir(parents=True)
    settings.write_text(f"notebook = '{roots['own']}'\n", encoding="utf-8")

    def find(*words: str) -> str:
        (row,) = json.loads(run_kompas([*words, "talents", "--format", "json"], capsys).out)
        return str(row["group"]).removeprefix("groep van ")

    monkeypatch.chdir(deep)
    monkeypatch.setenv("KOMPAS_NOTEBOOK", str(roots["variable"]))
    assert find("--notebook", str(roots["flag"])) == "flag"
    assert find(f"--notebook={roots['flag']}") == "flag"
    assert find() == "variable"
    monkeypatch.delenv("KOMPAS_NOTEBOOK")
    assert find() == "parent"
    (tmp_path / "project/src/deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project/src/deep")
    assert find() == "notes"
    monkeypatch.chdir(os.environ["HOME"])
    assert find() == "own"


@pytest.mark.parametrize("how", ["flag", "variable", "own", "none"])
def test_no_notebook_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Where the notebook that is named is none, kompas takes no other and says how to start one."""
    monkeypatch.chdir(make_notebook(tmp_path / "here", "Koor") if how not in {"none", "own"} else tmp_path)
    words = ["--notebook", str(tmp_path / "gone")] if how == "flag" else []
    if how == "variable":
        monkeypatch.setenv("KOMPAS_NOTEBOOK", str(tmp_path / "gone"))
    if how == "own":
        user_settings_path().parent.mkdir(parents=True)
        user_settings_path().write_text(f"notebook = '{tmp_path / 'gone'}'\n", encoding="utf-8")
    run = run_kompas([*words, "talents"], capsys)
    assert (run.code, run.out) == (1, "")
    assert "kompas init my-notes" in run.err


def test_a_home_that_nobody_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A notebook in the home of a user who does not exist is not found."""
    run = run_kompas(["--notebook", "~niemand-heet-zo/notities", "talents"], capsys)
    assert run.code == 1
    assert "~niemand-heet-zo" in run.err


def test_the_home_of_the_user_is_understood(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ~ in --notebook and in KOMPAS_NOTEBOOK is the home of the user."""
    make_notebook(Path(os.environ["HOME"]) / "mijn", "Koor")
    assert "zingen" in run_kompas(["--notebook", "~/mijn", "talents"], capsys).out
    monkeypatch.setenv("KOMPAS_NOTEBOOK", "~/mijn")
    assert "zingen" in run_kompas(["talents"], capsys).out


def test_the_checklist_needs_no_notebook(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checklist answers anywhere, but a notebook that is named must be there."""
    monkeypatch.chdir(tmp_path)
    assert run_kompas(["checklist", "--short"], capsys).code == 0
    assert run_kompas(["--notebook", "gone", "checklist"], capsys).code == 1


def test_the_field_of_the_notebook_is_usual(kompas: Kompas, notebook: Path) -> None:
    """A notebook's own field is used where none is given, and another may be asked for."""
    (notebook / "kompas.toml").write_text('field = "wijkgericht"\nlanguage = "nl"\n', encoding="utf-8")
    assert "Wijkgericht werken" in kompas("checklist").out
    assert "Wijkgericht werken" not in kompas("checklist", "--field", "council").out
    path = kompas("note", "Koor", "-d", "zingen").out.removeprefix("Opgeslagen: ").strip()
    assert 'field = "neighbourhood-work"' in (notebook / path).read_text(encoding="utf-8")


# Which language


@pytest.mark.parametrize(
    ("flag", "environment", "language", "said"),
    [
        ("en", {"KOMPAS_LANG": "nl", "LANG": "nl_NL.UTF-8"}, "nl", "No talents"),
        ("nl", {"KOMPAS_LANG": "en"}, "en", "Geen talenten"),
        (None, {"KOMPAS_LANG": "en", "LANG": "nl_NL.UTF-8"}, "nl", "No talents"),
        (None, {"KOMPAS_LANG": "nl"}, "en", "Geen talenten"),
        (None, {"LANG": "en_GB.UTF-8"}, "nl", "Geen talenten"),
        (None, {"LANG": "nl_NL.UTF-8"}, "en", "No talents"),
        (None, {"LANG": "nl_NL.UTF-8"}, None, "Geen talenten"),
        (None, {"LANG": "nl_BE"}, None, "Geen talenten"),
        (None, {"LC_ALL": "nl_NL.UTF-8", "LANG": "en_GB.UTF-8"}, None, "Geen talenten"),
        (None, {"LC_MESSAGES": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, None, "No talents"),
        (None, {"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, None, "Geen talenten"),
        (None, {"LANG": "fy_NL.UTF-8"}, None, "No talents"),
        (None, {"LANG": "C"}, None, "No talents"),
        (None, {"LANG": ""}, None, "No talents"),
    ],
)
def test_the_nearest_word_chooses_the_language(  # noqa: PLR0913 each a step of the order
    kompas: Kompas,
    notebook: Path,
    monkeypatch: pytest.MonkeyPatch,
    flag: str | None,
    environment: dict[str, str],
    language: str | None,
    said: str,
) -> None:
    """--lang goes before KOMPAS_LANG, that before kompas.toml, that before the locale, and English is last."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (notebook / "kompas.toml").write_text(f'language = "{language}"\n' if language else "", encoding="utf-8")
    assert kompas(*(["--lang", flag] if flag else []), "talents").err.startswith(said)


@pytest.mark.parametrize("how", ["flag", "variable"])
def test_a_language_kompas_does_not_speak(kompas: Kompas, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """Another language that is asked for by name is told, with those that kompas speaks."""
    if how == "variable":
        monkeypatch.setenv("KOMPAS_LANG", "fr")
    run = kompas(*(["--lang", "fr"] if how == "flag" else []), "talents")
    assert run.code == 2
    assert "Choose from: nl, en." in run.err


DUTCH = {
    "note": "notitie", "meet": "ontmoet", "talents": "talenten", "checklist": "checklijst", "edit": "bewerk",
    "introduce": "stel-voor", "about": "over", "find": "zoek", "asks": "vragen", "ideas": "ideeen", "leads": "tips",
    "promises": "beloften", "init": "begin", "check": "controleer", "lessons": "lessen", "learn": "leer",
}  # fmt: skip


@pytest.mark.parametrize(("english", "dutch"), DUTCH.items())
def test_every_command_has_a_dutch_name(kompas: Kompas, english: str, dutch: str) -> None:
    """A command answers to both its names, and its help shows the name of the language."""
    for language, name in (("nl", dutch), ("en", english)):
        told = kompas("--lang", language, english, "--help")
        assert told == kompas("--lang", language, dutch, "--help")
        assert told.code == 0
        assert f" kompas {name}" in told.out
        assert f"  {name} " in kompas("--lang", language, "--help").out


def test_no_command_is_without_a_dutch_name(kompas: Kompas) -> None:
    """The help of both languages lists as many commands, under other names."""
    dutch, english = ({line.split()[0] for line in kompas("--lang", one, "--help").out.splitlines() if is_command(line)}
                      for one in ("nl", "en"))  # fmt: skip
    assert len(dutch) == len(english) >= len(DUTCH)
    assert set(DUTCH) <= english
    assert set(DUTCH.values()) <= dutch


def is_command(line: str) -> bool:
    """Tell whether a line of the help names a command."""
    return line.startswith("  ") and line[2:3].isalpha() and "  " in line.strip()


# Settings


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("colour = true", "colour"),
        ("keep_days = 9999", "keep_days"),
        ("keep_days = 0", "keep_days"),
        ("keep_days = true", "keep_days"),
        ('keep_days = "365"', "keep_days"),
        ("today = 2026-11-23", "today"),
        ("example = false\ntoday = 2026-11-23", "today"),
        ("example = true\ntoday = 2026-11-23T00:00:00", "today"),
        ("format = 2", "format"),
        ('language = "fr"', "language"),
        ("ignore_words = 'de'", "ignore_words"),
        ("language = nl", "line 1"),
        ("format = 1\n\udcff", "line 2"),
    ],
)
def test_settings_that_cannot_be_used(kompas: Kompas, notebook: Path, text: str, detail: str) -> None:
    """A fault in kompas.toml stops every command with the file and the key, exit code 1."""
    (notebook / "kompas.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    run = kompas("talents")
    assert (run.code, run.out) == (1, "")
    assert "kompas.toml" in run.err
    assert detail in run.err


@pytest.mark.parametrize(
    "text", ["", "\ufeffformat = 1\r\n", "keep_days = 730", "keep_days = 1\nignore_words = ['de']"]
)
def test_settings_that_can_be_used(kompas: Kompas, notebook: Path, text: str) -> None:
    """Every setting may be left out, and Notepad may write them."""
    (notebook / "kompas.toml").write_bytes(text.encode())
    assert kompas("talents").code == 0


def test_keep_days_is_heard(kompas: Kompas, write: Write, notebook: Path) -> None:
    """A notebook that keeps notes for a week shows last week's, and no older."""
    (notebook / "kompas.toml").write_text("keep_days = 7\n", encoding="utf-8")
    write("2026-11/a.toml", KOOR.replace("2026-11-20", "2026-11-16"))
    write("2026-11/b.toml", KOOR.replace("2026-11-20", "2026-11-15").replace("zingen", "dansen"))
    assert [row["text"] for row in json.loads(kompas("talents", "--format", "json").out)] == ["zingen"]


def test_a_table_shows_fifty_and_says_how_to_see_all(kompas: Kompas, write: Write) -> None:
    """A table that nobody limited holds the newest fifty; other formats, --all and --limit are not cut."""
    phrases = ", ".join(f'"zin {number:02}"' for number in range(60))
    write(PATH, f'date = 2026-11-01\ngroup = "Koor"\ntalents = [{phrases}]\n')
    run = kompas("talents")
    assert "zin 49" in run.out
    assert "zin 50" not in run.out
    assert run.err == "Dit zijn de eerste 50. Alles zie je met: --all\n"
    for words in (["--all"], ["--limit", "60"], ["--format", "csv"], ["--format", "json"], ["--format", "md"]):
        run = kompas("talents", *words)
        assert "zin 59" in run.out
        assert run.err == ""
    assert kompas("talents", "--limit", "3", "--all").code == 2


def test_json_row_by_row_is_json(kompas: Kompas, write: Write) -> None:
    """A list that is written row by row is the JSON that one piece would be."""
    write(PATH, 'date = 2026-11-01\ngroup = "Koor"\ntalents = ["a", "b\\"\\\\"]\n')
    told = kompas("talents", "--format", "json").out
    assert told == json.dumps(json.loads(told), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("command", [["talents"], ["find", "zingen"], ["meet"], ["stories"], ["ideas"], ["mirror"]])
def test_who_does_not_want_to_be_kept_is_in_no_answer(kompas: Kompas, write: Write, command: list[str]) -> None:
    """One note says that nothing may be kept: until it is thrown away, no note of that group speaks.

    It is told as a problem each time, so that it will be.
    """
    write(PATH, KOOR + 'ideas = ["een podium"]\nstory = "Ze zongen."\n[agreement]\nshare = true\n')
    write("2026-11/2026-11-21-koor-m2p8.toml", KOOR.replace("11-20", "11-21") + "[agreement]\nremember = false\n")
    run = kompas("--lang", "en", *command)
    assert "Koor" not in run.out
    assert "Koor" in run.err
