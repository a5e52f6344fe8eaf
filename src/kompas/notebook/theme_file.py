"""A team's own themes: `themes.toml` at the root of its notebook, written like the themes that come with kompas."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from kompas.domain.matching.themes import Theme, split_entries
from kompas.domain.note import Name, Text
from kompas.domain.problem import Problem
from kompas.notebook.folder import read_bytes
from kompas.notebook.note_file import validate
from kompas.notebook.toml import parse_toml

THEMES_NAME = "themes.toml"


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    words: Text


class _OwnTheme(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    parent: Name | None = None
    nl: _Words | None = None
    en: _Words | None = None


class _OwnThemes(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    theme: tuple[_OwnTheme, ...] = ()


def read_own_themes(root: Path) -> tuple[Theme, ...] | list[Problem]:
    """Return the team's own themes, or all that is wrong with their file; there need not be one."""
    content = read_bytes(root, THEMES_NAME)
    if isinstance(content, Problem):
        return [content]
    parsed = parse_toml(THEMES_NAME, content or b"")
    if isinstance(parsed, Problem):
        return [parsed]
    own = validate(_OwnThemes, *parsed)
    return own if isinstance(own, list) else tuple(map(_build_theme, own.theme))


def find_theme_problems(root: Path) -> list[Problem]:
    """Return what is wrong with the team's own themes."""
    own = read_own_themes(root)
    return own if isinstance(own, list) else []


def _build_theme(own: _OwnTheme) -> Theme:
    told = {language: words for language, words in (("nl", own.nl), ("en", own.en)) if words}
    return Theme(
        own.id,
        {language: words.name for language, words in told.items()},
        {language: split_entries(words.words) for language, words in told.items()},
        own.parent,
    )
