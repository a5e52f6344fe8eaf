#!/usr/bin/env python3
"""Make the pictures of pages in the README: kompas' own pages of the example notebook, seen in Chromium.

.venv/bin/python docs/pictures/make_pages.py
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from kompas.cli.main import main

HERE = Path(__file__).resolve().parent
NOTEBOOK = HERE.parent.parent / "notes"
sys.path.insert(0, str(HERE.parent.parent / "tests"))
PICTURES = {
    "page-mirror": ("--mirror", "h2 >> nth=2"),
    "page-evening": ("--evening", ".card >> nth=0"),
    "page-market": ("--market", "h1"),
}
"""For each picture its page, and what stands on top."""
SIZE = {"width": 560, "height": 620}


def make() -> None:
    """Write the PNG files."""
    from browser.chromium import find_chromium  # noqa: PLC0415 lies with the tests

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for name, (flag, top) in PICTURES.items():
            place = Path(folder) / f"{name}.html"
            main(["--notebook", str(NOTEBOOK), "--lang", "en", "page", flag, "--output", str(place)])
            page = browser.new_page(viewport=SIZE)
            page.goto(place.as_uri())
            page.locator(top).evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top - 12)")
            page.screenshot(path=HERE / f"{name}.png")


if __name__ == "__main__":
    make()
