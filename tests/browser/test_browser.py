"""The pages in a real browser: what people see, on a phone, a laptop and A4, and what a hostile note cannot do."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import MISSING, find_chromium
from transcript import Run

EVENING = ("--evening", "--rounds", "3", "--tables", "6")
PAGES = {"door": ("klink", "--door"), "evening": EVENING, "market": ("--market",), "mirror": ("--mirror",),
         "stories": ("--stories",)}  # fmt: skip
SHEETS = {"door": (2, 4), "evening": (4, 6), "market": (5, 10), "mirror": (3, 5), "stories": (5, 9)}
"""So many sheets of A4 a page of the example takes at least and at most; fonts differ between machines."""
VIEWS = {"phone": (360, 740), "laptop": (1280, 800), "paper": (665, 950)}
AXE = (Path(__file__).parent / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
HOSTILE = """
date = 2026-11-20
group = "<script>window.pwned = 1</script> & \\"'{{{{ 7 * 7 }}}}"
place = "</style><img src=x onerror='window.pwned = 1'>"
talents = ["</table><script src='https://example.org/x.js'></script>", "koken \\u001b[31m\\u202e"]
asks = ["{long}"]
story = \"\"\"
</blockquote><iframe src="https://example.org"></iframe>
<a href="javascript:alert(1)">klik</a> {{% raw %}}
\"\"\"
[agreement]
share = true
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(find_chromium() is None, reason=MISSING)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a Chromium, without the sandbox that no container lets it have."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield running
        running.close()


class Visit:
    """A page that was opened, and all that it said and asked for."""

    def __init__(self, browser: Browser, place: Path, view: str) -> None:
        width, height = VIEWS[view]
        self.page: Page = browser.new_page(viewport={"width": width, "height": height})
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        if view == "paper":
            self.page.emulate_media(media="print")
        self.page.goto(place.as_uri())

    def find_width(self) -> int:
        """Return how wide the page is, in the browser's pixels."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth")
        return width

    def list_violations(self) -> list[str]:
        """Return what axe-core finds against WCAG 2.2 AA."""
        self.page.evaluate(AXE)
        found: Any = self.page.evaluate("tags => axe.run(document, {runOnly: tags})", WCAG)
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[Path, str], Visit]]:
    """Return a function that opens a page in a view, and close all of them afterwards."""
    opened: list[Visit] = []

    def open_page(place: Path, view: str) -> Visit:
        opened.append(Visit(browser, place, view))
        return opened[-1]

    yield open_page
    for one in opened:
        one.page.close()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_fit_to_be_seen(
    name: str, language: str, kompas: Callable[..., Run], example: Path, visit: Callable[[Path, str], Visit]
) -> None:
    """At each size nothing scrolls sideways, nothing is said or fetched, and nobody is shut out (WCAG 2.2 AA)."""
    place = example.parent / "page.html"
    assert kompas("--lang", language, "page", *PAGES[name], "--output", str(place), at=example).code == 0
    for view, (width, _) in VIEWS.items():
        seen = visit(place, view)
        assert seen.find_width() <= width, view
        assert (seen.said, seen.asked) == ([], [place.as_uri()])
        assert seen.list_violations() == [], view
    least, most = SHEETS[name]
    assert least <= count_sheets(visit(place, "laptop").page.pdf(prefer_css_page_size=True)) <= most


@pytest.mark.parametrize("name", ["market", "stories"])
def test_a_hostile_note_stays_text(
    name: str, kompas: Callable[..., Run], write: Callable[[str, str], Path], tmp_path: Path,
    visit: Callable[[Path, str], Visit],
) -> None:  # fmt: skip
    """What looks like a program is shown as it was typed: nothing runs, nothing is fetched, nothing breaks out."""
    write("2026-11/hostile.toml", HOSTILE.format(long="x" * 400))
    place = tmp_path / "page.html"
    assert kompas("page", *PAGES[name], "--output", str(place)).code == 0
    seen = visit(place, "phone")
    assert (seen.said, seen.asked) == ([], [place.as_uri()])
    assert seen.page.evaluate("window.pwned") is None
    assert seen.page.locator("script, img, iframe, a").count() == 0
    assert "<script>window.pwned = 1</script> & \"'{{ 7 * 7 }}" in (seen.page.text_content("main") or "")
    assert seen.find_width() <= VIEWS["phone"][0]
    assert seen.list_violations() == []


@pytest.mark.parametrize(
    ("planted", "is_seen"),
    [
        ("<script>1</script>", lambda seen: seen.said),
        ("<p style='width: 99rem'>x", lambda seen: seen.said),
        ("<img alt='' src='https://example.org/x.png'>", lambda seen: len(seen.asked) > 1),
        ("<svg width='2000' height='1' aria-hidden='true'></svg>", lambda seen: seen.find_width() > VIEWS["phone"][0]),
        ("<h5>x</h5><ul><p>y</p></ul>", lambda seen: len(seen.list_violations()) > 1),
    ],
    ids=["script", "style", "picture", "width", "structure"],
)
def test_a_planted_fault_is_seen(
    planted: str,
    is_seen: Callable[[Visit], bool],
    kompas: Callable[..., Run],
    example: Path,
    visit: Callable[[Path, str], Visit],
) -> None:
    """What would be wrong is seen: a script, a style of its own, a picture from elsewhere, width, poor structure."""
    place = example.parent / "page.html"
    kompas("page", "--door", "--output", str(place), at=example)
    place.write_text(place.read_text(encoding="utf-8").replace("</main>", f"{planted}</main>"), encoding="utf-8")
    assert is_seen(visit(place, "phone"))


def test_a_heading_starts_what_it_heads(
    kompas: Callable[..., Run], example: Path, tmp_path: Path, visit: Callable[[Path, str], Visit]
) -> None:
    """On paper a heading stays with what follows it, and cards, rows and list items are not cut."""
    place = tmp_path / "page.html"
    kompas("page", *EVENING, "--output", str(place), at=example)
    rules = visit(place, "paper").page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3')].map(one => getComputedStyle(one).breakAfter).concat("
        "[...document.querySelectorAll('.card, .keep, article, tr, li')].map(one => getComputedStyle(one).breakInside))"
    )
    assert rules
    assert set(rules) == {"avoid"}


def count_sheets(pdf: bytes) -> int:
    """Return how many sheets a PDF of Chromium's has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
