"""Where the browser of the tests is: the system's own Chromium, which Playwright drives."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "browser tests skipped: no Chromium here (Debian: apt-get install chromium)"


def find_chromium() -> str | None:
    """Return the path of a Chromium, if there is one."""
    return next((place for name in NAMES if (place := shutil.which(name))), None)
