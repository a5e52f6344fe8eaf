"""A team's own themes: `themes.toml` at the root of its notebook, written like the themes that come with kompas."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from kompas.domain.matching.own_themes import find_theme_oddities
from kompas.domain.matching.themes import Theme, split_entries
from kompas.domain.note import Name, Text
from kompas.domain.problem import Problem
from kompas.notebook.folder import read_bytes
from kompas.notebook.note_file import validate
from kompas.notebook.toml import Source, find_line, parse_toml
from kompas.notebook.walk import THEMES_NAME


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
    read = _read(root)
    return read if isinstance(read, list) else read[1]


def find_theme_problems(
    root: Path, read_known: Callable[[], tuple[Theme, ...]], function_words: frozenset[str]
) -> list[Problem]:
    """Return what is wrong or odd in the team's own themes; `read_known` gives those that come with kompas."""
    read = _read(root)
    if isinstance(read, list):
        return read
    source, own = read
    found = find_theme_oddities(THEMES_NAME, own, read_known(), function_words) if own else ()
    return [_locate(source, location, problem) for location, problem in found]


def _read(root: Path) -> tuple[Source, tuple[Theme, ...]] | list[Problem]:
    content = read_bytes(root, THEMES_NAME)
    if isinstance(content, Problem):
        return [content]
    parsed = parse_toml(THEMES_NAME, content or b"")
    if isinstance(parsed, Problem):
        return [parsed]
    own = validate(_OwnThemes, *parsed)
    return own if isinstance(own, list) else (parsed[0], tuple(map(_build_theme, own.theme)))


def _locate(source: Source, location: tuple[str | int, ...], problem: Problem) -> Problem:
    line = find_line(source, (*location, "id") if len(location) == len(("theme", 0)) else location)
    return replace(problem, line=line, excerpt=source.excerpt(line))


def _build_theme(own: _OwnTheme) -> Theme:
    told = {language: words for language, words in (("nl", own.nl), ("en", own.en)) if words}
    return Theme(
        own.id,
        {language: words.name for language, words in told.items()},
        {language: split_entries(words.words) for language, words in told.items()},
        own.parent,
    )
