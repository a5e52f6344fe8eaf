"""The thesaurus of community life that comes with kompas."""

from typing import Any

from kompas.domain.matching.themes import Theme, split_entries
from kompas.policy.source import read_policy

_LANGUAGES = ("nl", "en")


def read_themes() -> tuple[Theme, ...]:
    """Return all themes, in the order of the file."""
    return tuple(build_theme(theme) for theme in read_policy("themes.toml")["theme"])


def build_theme(theme: dict[str, Any]) -> Theme:
    """Turn one theme as it stands in TOML into its value; entries are parted by commas."""
    return Theme(
        id=theme["id"],
        names={language: theme[language]["name"] for language in _LANGUAGES if language in theme},
        entries={language: split_entries(theme[language]["words"]) for language in _LANGUAGES if language in theme},
        parent=theme.get("parent"),
        is_ground=theme.get("ground", True),
    )
