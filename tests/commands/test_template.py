"""`note --edit`: a page to fill in; what does not parse comes back, and nothing typed is lost."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kompas.notebook.drafts import drafts_folder
from transcript import Run

Edit = Callable[..., None]
EDITOR = """
import pathlib, sys
page = pathlib.Path(sys.argv[1])
round = len(list(pathlib.Path({seen!r}).iterdir()))
text = page.read_text(encoding="utf-8")
(pathlib.Path({seen!r}) / str(round)).write_text(text, encoding="utf-8")
changes = {rounds!r}
if round < len(changes):
    for old, new in changes[round]:
        text = text.replace(old, new) if old else new
    page.write_text(text, encoding="utf-8")
"""


@pytest.fixture
def edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Return a function that sets an editor: the texts it replaces, each time that it is opened."""
    (tmp_path / "seen").mkdir()

    def set_editor(*rounds: list[tuple[str, str]]) -> None:
        script = tmp_path / "editor.py"
        script.write_text(EDITOR.format(seen=str(tmp_path / "seen"), rounds=rounds), encoding="utf-8")
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")

    return set_editor


@pytest.fixture
def seen(tmp_path: Path) -> Callable[[], list[str]]:
    """Return a function that returns the pages as the editor was given them."""
    return lambda: [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "seen").iterdir())]


def list_notes(notebook: Path) -> list[str]:
    """Return the texts of the notes."""
    return [path.read_text(encoding="utf-8") for path in sorted(notebook.glob("*/*.toml"))]


def test_a_page_becomes_a_note(kompas: Callable[..., Run], notebook: Path, edit: Edit) -> None:
    """What was typed before is on the page; only what was filled in is in the note, a person's own comment too."""
    edit([("does = []", 'does = ["zingen"]  # elke week'), ("# [agreement]\n# remember", "[agreement]\nremember")])
    assert kompas("note", "Koor", "--edit", "--date", "gisteren", "--promise", "bellen @ 2026-12-01").code == 0
    (text,) = list_notes(notebook)
    assert text == (
        '#:schema ../note.schema.json\ndate = 2026-11-22\ngroup = "Koor"\nauthor = "fatma"\n\n'
        'does = ["zingen"]  # elke week\n\n[[promises]]\nwhat = "bellen"\nby = 2026-12-01\n\n'
        "[agreement]\nremember = true\n"
    )
    assert list(drafts_folder().iterdir()) == []


def test_the_page_speaks_the_users_language(
    kompas: Callable[..., Run], edit: Edit, seen: Callable[[], list[str]]
) -> None:
    """Every key has a line on what it is for, in Dutch or in English."""
    edit([], [])
    kompas("notitie", "--edit")
    kompas("--lang", "en", "note", "--edit")
    dutch, english = seen()
    assert "# Waar zij goed in zijn\ntalents = []\n" in dutch
    assert "# What they are good at\ntalents = []\n" in english


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("[zingen]", "#! Tekst hoort tussen aanhalingstekens."),
        ('["bel 06-12345678"]', "#! Bij “does” staat een telefoonnummer."),
        ('["zingen"]\nfield = "hengelsport"', "#! “hengelsport” is geen bekend veld"),
        ('["zingen"]  # bel 06-12345678', "#! Bij “#” staat een telefoonnummer."),
    ],
)
def test_what_is_refused_comes_back(  # noqa: PLR0913 a case and four fixtures
    wrong: str, told: str, kompas: Callable[..., Run], notebook: Path, edit: Edit, seen: Callable[[], list[str]]
) -> None:
    """The page opens again with the problem on top, and those lines go by themselves."""
    edit([('field = ""\n', ""), ("does = []", f"does = {wrong}")], [(wrong, '["zingen"]')])
    assert kompas("note", "Koor", "--edit").code == 0
    assert seen()[1].startswith("#! Dit kan zo nog niet")
    assert told in seen()[1]
    (text,) = list_notes(notebook)
    assert ("#!" in text, "zingen" in text, "06-" in text) == (False, True, False)


@pytest.mark.parametrize("second", [[], [("", "")], [("", "\n \n")]], ids=["unchanged", "emptied", "blank"])
def test_giving_up_keeps_what_was_typed(
    second: list[tuple[str, str]], kompas: Callable[..., Run], notebook: Path, edit: Edit
) -> None:
    """Saved as it was, or emptied, a page with words on it waits as a draft, and kompas says where."""
    edit([("does = []", "does = [zingen]")], second)
    run = kompas("note", "Koor", "--edit")
    (draft,) = drafts_folder().iterdir()
    assert (run.code, list_notes(notebook), str(draft) in run.err) == (1, [], True)
    text = draft.read_text(encoding="utf-8")
    assert ("does = [zingen]" in text, "#!" in text) == (True, False)


def test_a_page_that_stays_empty_leaves_nothing(kompas: Callable[..., Run], notebook: Path, edit: Edit) -> None:
    """Who types nothing and saves nothing has no note and no draft; who typed flags has a draft."""
    edit()
    assert kompas("note", "--edit").err.startswith("Je vulde niets in.")
    assert (list_notes(notebook), list(drafts_folder().iterdir())) == ([], [])
    assert kompas("note", "Koor", "--edit").code == 1
    assert len(list(drafts_folder().iterdir())) == 1


def test_an_editor_that_fails_loses_nothing(kompas: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an editor what was typed as flags is a draft; without anything typed there is nothing to keep."""
    monkeypatch.setenv("EDITOR", "no-such-editor")
    run = kompas("note", "Koor", "--edit", "-d", "zingen")
    (draft,) = drafts_folder().iterdir()
    assert (run.code, str(draft) in run.err, "zingen" in draft.read_text(encoding="utf-8")) == (1, True, True)
    draft.unlink()
    assert kompas("note", "--edit").code == 1
    assert list(drafts_folder().iterdir()) == []


def test_a_group_that_said_no_is_not_kept(kompas: Callable[..., Run], notebook: Path, edit: Edit) -> None:
    """Who fills in that nothing may be remembered has no note and no draft."""
    edit([("# [agreement]\n# remember = true", "[agreement]\nremember = false")])
    run = kompas("note", "Koor", "--edit")
    assert (run.code, list_notes(notebook), list(drafts_folder().iterdir())) == (1, [], [])
    assert run.err.startswith("Koor wil niet")
