"""Settings: kompas.toml, the environment and the user's own file, in one frozen value."""

import datetime
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kompas.errors import (
    GarbledSettings,
    NotebookNotFound,
    UnknownLanguage,
    UnreadableSettings,
    WrongSetting,
    name_reason,
)

SETTINGS_NAME = "kompas.toml"
LANGUAGES = ("nl", "en")
KEEP_DAYS = 365
LONGEST_KEEP_DAYS = 730
_FORMAT = 1
_KINDS: dict[str, type] = {
    "format": int,
    "language": str,
    "keep_days": int,
    "field": str,
    "example": bool,
    "ignore_words": list,
    "remotes": list,
    "today": datetime.date,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a notebook's kompas.toml says. `root` is its folder; `remotes` are the addresses that notes may go to."""

    root: Path
    language: str | None = None
    keep_days: int = KEEP_DAYS
    field: str | None = None
    example: bool = False
    ignore_words: tuple[str, ...] = ()
    remotes: tuple[str, ...] = ()
    fixed_today: datetime.date | None = None

    @property
    def today(self) -> datetime.date:
        """The day it is: the clock's, but for the invented example, whose day stands still."""
        return self.fixed_today or datetime.date.today()  # noqa: DTZ011 a visit has a date, no time zone


@dataclass(frozen=True, slots=True)
class UserSettings:
    """What the user's own config.toml says: the notebook to use elsewhere, and the handle for `author`."""

    notebook: str | None = None
    author: str | None = None


def find_notebook(given: str | None, environment: Mapping[str, str], start: Path) -> Path:
    """Return the folder of the notebook to use.

    In this order: the one given, KOMPAS_NOTEBOOK, the nearest parent of `start` that holds kompas.toml or
    notes/kompas.toml, the one in the user's own settings. Raises NotebookNotFound.
    """
    named = given or environment.get("KOMPAS_NOTEBOOK")
    if named:
        return _require_notebook(expand_home(named))
    for folder in (start, *start.parents):
        for place in (folder, folder / "notes"):
            if (place / SETTINGS_NAME).is_file():
                return place
    if own := read_user_settings().notebook:
        return _require_notebook(expand_home(own))
    raise NotebookNotFound(start)


def name_apart(roots: Sequence[Path]) -> list[str]:
    """Return a name for each of several notebooks: its folder's, with as many parents as tell them apart."""
    for count in range(1, max(len(root.parts) for root in roots)):
        names = ["/".join(root.parts[-count:]) for root in roots]
        if len(set(names)) == len(names):
            return names
    return [str(root) for root in roots]


def expand_home(place: str) -> Path:
    """Return `place` with a ~ in front read as the user's home; a home that nobody has stays as it was typed."""
    return Path(os.path.expanduser(place))  # noqa: PTH111 Path.expanduser raises RuntimeError


def read_settings(root: Path) -> Settings:
    """Read the settings of the notebook at `root`. Raises BrokenSettings, which names the key at fault."""
    path = root / SETTINGS_NAME
    table = _read_table(path)
    for key, value in table.items():
        if key not in _KINDS or type(value) is not _KINDS[key]:
            raise WrongSetting(path, key)
    if table.get("format", _FORMAT) != _FORMAT:
        raise WrongSetting(path, "format")
    if not 1 <= table.get("keep_days", KEEP_DAYS) <= LONGEST_KEEP_DAYS:
        raise WrongSetting(path, "keep_days")
    if "today" in table and not table.get("example"):
        raise WrongSetting(path, "today")
    if not all(isinstance(remote, str) and remote.strip() for remote in table.get("remotes", ())):
        raise WrongSetting(path, "remotes")
    if table.get("language", "nl") not in LANGUAGES:
        raise WrongSetting(path, "language")
    return Settings(
        root,
        table.get("language"),
        table.get("keep_days", KEEP_DAYS),
        table.get("field"),
        table.get("example", False),
        tuple(str(word) for word in table.get("ignore_words", ())),
        tuple(table.get("remotes", ())),
        table.get("today"),
    )


def user_settings_path() -> Path:
    """Return where the user's own settings lie on this system."""
    from platformdirs import user_config_path  # noqa: PLC0415 loaded only when nothing nearer names a notebook

    return user_config_path("kompas", appauthor=False) / "config.toml"


def read_user_settings() -> UserSettings:
    """Read the user's own settings; there need not be any. Raises BrokenSettings."""
    path = user_settings_path()
    if not path.is_file():
        return UserSettings()
    table = _read_table(path)
    known = {key: str(table[key]) for key in ("notebook", "author") if key in table}
    return UserSettings(**known)


def remember_notebook(root: Path) -> bool:
    """Name `root` in the user's own settings when no notebook is named there yet; tell whether it is now."""
    path = user_settings_path()
    if path.exists():
        return False
    quoted = str(root).replace("\\", "\\\\").replace('"', '\\"')
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'notebook = "{quoted}"\n', encoding="utf-8")
    except OSError:
        return False  # a home that cannot be written: kompas still finds the notebook from inside it
    return True


def choose_language(given: str | None, environment: Mapping[str, str], notebook_language: str | None) -> str:
    """Return "nl" or "en": what was given, KOMPAS_LANG, the notebook's, the locale's, or English.

    Raises UnknownLanguage for another language that was asked for by name.
    """
    for asked in (given, environment.get("KOMPAS_LANG")):
        if asked:
            if asked not in LANGUAGES:
                raise UnknownLanguage(asked)
            return asked
    return notebook_language or _find_locale(environment)


def _find_locale(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "nl" if value.startswith("nl") else "en"
    if sys.platform == "win32":  # Windows names its language nowhere in the environment
        import ctypes  # noqa: PLC0415

        return "nl" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x13 else "en"  # noqa: PLR2004
    return "en"


def _require_notebook(place: Path) -> Path:
    if not (place / SETTINGS_NAME).is_file():
        raise NotebookNotFound(place)
    return place


def _read_table(path: Path) -> dict[str, Any]:
    from kompas.plain_toml import parse  # noqa: PLC0415 --version reads no settings, and pays for none

    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableSettings(path, name_reason(error)) from error
    try:
        return parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise GarbledSettings(path, content.count(b"\n", 0, error.start) + 1) from error
    except ValueError as error:  # tomllib says "(at line 2, column 1)" or "(at end of document)"
        line = re.search(r"at line (\d+)", str(error))
        raise GarbledSettings(path, int(line[1]) if line else content.rstrip().count(b"\n") + 1) from error
