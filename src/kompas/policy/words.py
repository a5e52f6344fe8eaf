"""The words at which the door warns or asks: `words.toml`, and our own lists around it."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from kompas.domain.privacy.finding import FindingKind, Severity, Word
from kompas.domain.privacy.lexicon import Lexicon, NameWords, Topic
from kompas.policy.source import read_policy

_LANGUAGES = ("nl", "en")
_LIST = re.compile(r"<(\w+)>")
_NEVER = r"(?!)"


@cache
def read_lexicon() -> Lexicon:
    """Return the lexicon of both languages."""
    policy = read_policy("person_words.toml")
    lists = {name: _join(words.split()) for name, words in policy["lists"].items()}
    mapping = policy["mapping"]["labels"]
    entries = _list_entries(mapping)
    return Lexicon(
        words=tuple(_build_word(entry, mapping) for entry in entries),
        forms=_build_forms(entries, policy["forms"]),
        topics=tuple(_build_topic(topic, lists) for topic in policy["topic"]),
        people=_build_pattern(policy["people"]["entries"], lists),
        activities=_build_pattern(policy["activities"]["entries"], lists),
        harmless=_build_pattern(policy["harmless"]["entries"], lists),
        names=_build_names(),
    )


def _list_entries(mapping: list[str]) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = read_policy("words.toml")["word"]
    return sorted(entries, key=lambda entry: not _is_grave(entry, mapping))


def _is_grave(entry: dict[str, Any], mapping: list[str]) -> bool:
    return entry["nl"] in mapping or "slur" in entry["kinds"]


def _build_forms(entries: list[dict[str, Any]], forms: dict[str, str]) -> re.Pattern[str]:
    groups = (
        f"(?P<w{number}>{_join([entry['pattern'], forms.get(entry['nl'], _NEVER)])})"
        for number, entry in enumerate(entries)
    )
    return _build_pattern(groups, {})


def _build_word(entry: dict[str, Any], mapping: list[str]) -> Word:
    return Word(
        id=entry["nl"],
        label={language: entry[language] for language in _LANGUAGES},
        instead={language: entry[f"instead_{language}"] for language in _LANGUAGES},
        kind=FindingKind.MAPPING if entry["nl"] in mapping else FindingKind.WORD,
        severity=Severity.WARNING if _is_grave(entry, mapping) else Severity.TIP,
    )


def _build_topic(topic: dict[str, Any], lists: dict[str, str]) -> Topic:
    return Topic(
        kind=FindingKind(topic["id"]),
        beside=_build_pattern(topic["beside"], lists),
        alone=_build_pattern(topic["alone"] or [_NEVER], lists),
    )


def _build_pattern(entries: Iterable[str], lists: dict[str, str]) -> re.Pattern[str]:
    filled = (_LIST.sub(lambda found: lists.get(found[1], found[0]), entry) for entry in entries)
    return re.compile(rf"(?<![\w-]){_join(filled)}(?![\w-])", re.IGNORECASE)


def _join(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _build_names() -> NameWords:
    policy = read_policy("name_words.toml")
    lists = {name: frozenset(_split(text)) for name, text in policy.items() if name not in ("first_names", "endings")}
    return NameWords(
        **lists,
        first_names=frozenset(policy["first_names"].casefold().split()),
        endings=tuple(sorted(_split(policy["endings"]))),
    )


def _split(text: str) -> list[str]:
    return [" ".join(entry.split()).casefold() for entry in text.split(",")]
