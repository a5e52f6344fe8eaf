"""Pages stand alone: no script, nothing from elsewhere, headings in order, and not a word without agreement."""

import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from transcript import Run

FLAGS = ("--door", "--evening", "--market", "--mirror", "--stories")
NOTE = """
date = {day}
group = "Groep {mark}"
place = "Plek {mark}"
author = "geheim-{mark}"
talents = ["kunnen-{mark}"]
offers = ["bieden-{mark}"]
asks = ["vragen-{mark}"]
ideas = ["dromen-{mark}"]
goal = "doel-{mark}"
story = "verhaal-{mark}"
lesson = "geheim-{mark}"
left_behind = "geheim-{mark}"
[agreement]
{said}
"""


class Outline(HTMLParser):
    """What a page is made of: its tags in order, and the level of each heading."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.append(tag)
        self.attributes += attrs

    @property
    def levels(self) -> list[int]:
        """The levels of the headings, in their order."""
        return [int(tag[1]) for tag in self.tags if re.fullmatch(r"h[1-6]", tag)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("flag", FLAGS)
def test_a_page_stands_alone(flag: str, language: str, kompas: Callable[..., Run], example: Path) -> None:
    """A page has its language, one first heading, no level left out, and nothing that runs or comes from elsewhere."""
    page = kompas("--lang", language, "page", flag, "--output", "-", at=example).out
    outline = Outline(page)
    assert page.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(outline.levels, outline.levels[1:], strict=False))
    assert not {"script", "img", "link", "iframe", "a", "form"} & set(outline.tags)
    assert not {"src", "href", "style", "onclick"} & {name for name, _ in outline.attributes}
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "{{" not in page
    assert "unsafe" not in page


def test_the_door_of_a_group_tells_what_to_know(kompas: Callable[..., Run], example: Path) -> None:
    """With a group the page for the door has its briefing; a group goes with no other page."""
    page = kompas("page", "klink", "--door", "--output", "-", at=example).out
    assert "<h2><bdi>Kookclub De Klink</bdi></h2>" in page
    assert "elke donderdag koken voor veertig mensen" in page
    assert kompas("page", "klink", "--market", at=example).code == 2
    assert kompas("page", "--door", "--market", at=example).code == 2
    assert kompas("page", at=example).code == 2


@pytest.mark.parametrize("flag", ["--market", "--stories"])
def test_without_agreement_not_a_word_leaves(
    flag: str, kompas: Callable[..., Run], write: Callable[[str, str], Path]
) -> None:
    """Only of the group that said yes anything is shown, and of that never who wrote it or what we thought."""
    said = {"ja": "share = true", "nee": "share = false", "stil": "", "gevoelig": "sensitive = true"}
    for mark, answer in said.items():
        write(f"2026-11/{mark}.toml", NOTE.format(mark=mark, said=answer, day="2026-11-20"))
    write("2026-10/toen.toml", NOTE.format(mark="nee", said="share = true", day="2026-10-20"))
    page = kompas("page", flag, "--output", "-").out
    assert ("kunnen-ja" if flag == "--market" else "verhaal-ja") in page
    assert not re.search(r"-nee|-stil|-gevoelig|Groep (?!ja)|geheim", page)


@pytest.mark.parametrize("flag", ["--market", "--stories", "--mirror"])
def test_nothing_makes_no_page(flag: str, kompas: Callable[..., Run], tmp_path: Path) -> None:
    """A page of nothing is not written; what to do is told."""
    place = tmp_path / "page.html"
    run = kompas("page", flag, "--output", str(place))
    assert (run.code, run.out, place.exists()) == (0, "", False)
    assert run.err


def test_a_page_goes_beside_you_and_never_among_the_notes(
    kompas: Callable[..., Run], notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --output a page lies in this folder; in the notebook, that others share, it goes home."""
    monkeypatch.chdir(tmp_path)
    assert kompas("page", "--door").code == 0
    assert (tmp_path / "kompas-door.html").exists()
    monkeypatch.chdir(notebook)
    run = kompas("page", "--door")
    assert str(Path.home() / "kompas-door.html") in run.out
    assert [path.name for path in notebook.iterdir()] == ["kompas.toml"]


def test_only_a_page_is_written_over(kompas: Callable[..., Run], tmp_path: Path) -> None:
    """A page may be made again; a letter that has its name stays as it is; a place that is not there is told."""
    place = tmp_path / "page.html"
    assert [kompas("page", "--door", "--output", str(place)).code for _ in range(2)] == [0, 0]
    place.write_text("<h1>Lieve oma</h1>", encoding="utf-8")
    assert kompas("page", "--door", "--output", str(place)).code == 1
    assert place.read_text(encoding="utf-8") == "<h1>Lieve oma</h1>"
    assert kompas("page", "--door", "--output", str(tmp_path / "nowhere" / "page.html")).code == 1


def test_without_jinja_one_plain_sentence(kompas: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are an extra: where it is not installed, how to install it is told, and no traceback."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    run = kompas("--lang", "en", "page", "--door", "--output", "-")
    assert (run.code, run.out) == (1, "")
    assert "python -m pip install jinja2" in run.err


def test_words_of_another_language_say_so(kompas: Callable[..., Run], example: Path) -> None:
    """On an English page of Dutch notes, what people said is marked as Dutch, so that it is read aloud well."""
    assert '<bdi lang="nl">' in kompas("--lang", "en", "page", "--market", "--output", "-", at=example).out
    assert '<bdi lang="' not in kompas("--lang", "nl", "page", "--market", "--output", "-", at=example).out
