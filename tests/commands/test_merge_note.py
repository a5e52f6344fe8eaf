"""`merge-note`: what git hands over, and what it gets back."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import TODAY
from kompas.domain.introduction import Introduction
from kompas.domain.note import Note
from kompas.notebook.note_file import parse_introduction, parse_note
from transcript import Run

Kompas = Callable[..., Run]
Merge = Callable[[str, str, str], str]
BASE = 'date = 2026-11-01\ngroup = "Koor"\n'


@pytest.fixture
def merge(kompas: Kompas, tmp_path: Path) -> Merge:
    """Return a function that has kompas merge three texts, as git does, and returns what then stands in the second."""

    def run(*texts: str) -> str:
        files = [tmp_path / name for name in (".merge_O", ".merge_A", ".merge_B")]
        for file, text in zip(files, texts, strict=True):
            file.write_text(dedent(text), encoding="utf-8")
        assert kompas("merge-note", *map(str, files)) == Run(0, "", "")
        return files[1].read_text(encoding="utf-8")

    return run


def test_what_cannot_be_joined_stands_in_the_story(merge: Merge) -> None:
    """Two places: one stands in the note, the other in the story with a line that says so; comments of both stay."""
    assert merge(
        BASE + 'story = "Zij zingen."\n',
        BASE + 'place = "Dorpshuis De Klink"  # boven\nstory = "Zij zingen."\n',
        BASE + '# bij de kerk\nplace = "De Roos"\nstory = "Zij zingen."\n',
    ) == dedent('''\
        date = 2026-11-01
        group = "Koor"
        place = "Dorpshuis De Klink"  # boven
        story = """
        Zij zingen.

        Bij “waar” stond ook: De Roos
        """
        # bij de kerk
        ''')


def test_merging_again_adds_no_line_twice(merge: Merge) -> None:
    """What an earlier merge told in the story is not told once more."""
    once = merge(BASE, BASE + 'place = "Dorpshuis De Klink"\n', BASE + 'place = "De Roos"\n')
    again = merge(BASE, once, BASE + 'place = "De Roos"\n')
    assert again.count("stond ook: De Roos") == 1


def test_two_notes_that_began_under_one_name(merge: Merge) -> None:
    """Git has no base for a file that both added: all that either wrote is there."""
    merged = merge("", BASE + 'does = ["zingen"]\n', BASE + 'does = ["dansen"]\n[agreement]\nshare = false\n')
    note = parse_note("a.toml", merged.encode(), TODAY)
    assert isinstance(note, Note)
    assert note.does == ("zingen", "dansen")
    assert note.agreement is not None


def test_an_unread_version_goes_on_no_page(merge: Merge) -> None:
    """Nobody agreed to share what nobody could read: with it in the story, sharing is off until somebody looks."""
    merged = merge(BASE, BASE + "[agreement]\nshare = true\n", BASE + "story = Zij zingen\n")
    assert "| story = Zij zingen" in merged
    assert "share = false" in merged


def test_two_unreadable_versions_stand_in_the_story_of_the_last_good_one(merge: Merge) -> None:
    """When both sides broke the note, the note as it was comes back, with both their texts."""
    merged = merge(BASE, BASE + "does = zingen\n", BASE + "does = dansen\n")
    note = parse_note("a.toml", merged.encode(), TODAY)
    assert isinstance(note, Note)
    assert "| does = zingen" in str(note.story)
    assert "| does = dansen" in str(note.story)


def test_where_nobody_ever_could_read_it(merge: Merge) -> None:
    """With no good version at all, the one text stays and the other stands below it as comments; `check` tells."""
    merged = merge("date", "date = nu\n", "date = straks\n")
    assert merged == (
        "date = nu\n# Een andere versie van deze notitie was niet te lezen. Er stond:\n# | date = straks\n"
    )


def test_an_introduction_keeps_the_more_careful_answer(merge: Merge) -> None:
    """An introduction has no story: what has no room stands in a comment, and it stays an introduction."""
    both = 'between = ["Koor", "Kookclub"]\ndate = 2026-11-01\nanswer = '
    merged = merge(f'{both}"asked"\n', f'{both}"yes"\n', f'{both}"no"\n')
    introduction = parse_introduction("introductions/a.toml", merged.encode(), TODAY)
    assert isinstance(introduction, Introduction)
    assert introduction.answer.value == "no"
    assert merged.endswith("# Bij “answer” stond ook: yes\n")


def test_broken_settings_do_not_stop_a_merge(merge: Merge, notebook: Path) -> None:
    """Git may be in the middle of bringing in kompas.toml itself."""
    (notebook / "kompas.toml").write_text("format = \n", encoding="utf-8")
    assert merge(BASE, BASE + 'place = "Klink"\n', BASE + 'place = "Roos."\n')


def test_a_writing_command_tells_the_clone_how_to_merge(kompas: Kompas, notebook: Path) -> None:
    """Whoever cloned the notebook writes a note, and from then on git merges with kompas."""
    subprocess.run(["git", "init", "-q"], cwd=notebook, check=True)
    assert kompas("note", "Koor", "-d", "zingen").code == 0
    assert "merge-note %O %A %B" in (notebook / ".git/config").read_text(encoding="utf-8")


def test_merge_note_is_in_no_list(kompas: Kompas) -> None:
    """Git calls it, people do not; its own help is there for who reads git's settings."""
    assert "voeg-samen" not in kompas("--help").out
    assert "git vraagt erom" in kompas("merge-note", "--help").out
