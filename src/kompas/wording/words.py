"""Find a sentence by its key, or by the name of what it tells about, and fill in its slots."""

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Any

_FAMILIES = {"expected": "kind", "reason": "system", "need": "need"}
"""The facts that name a sentence, and the family of that sentence."""


class Words:
    """The sentences of one language. A key that has no sentence raises KeyError: a fault of ours."""

    def __init__(self, language: str | Callable[[], str]) -> None:
        self._asked = language

    @cached_property
    def language(self) -> str:
        """The language; one that has to be looked for is found when the first sentence is asked for."""
        return self._asked if isinstance(self._asked, str) else self._asked()

    @cached_property
    def _table(self) -> dict[str, str]:
        return read_wording(self.language)

    def say(self, key: str, /, **slots: Any) -> str:
        """Return the sentence under `key` with its slots filled in.

        Lists are joined with commas, days written out.
        """
        return self._table[key].format(**{name: self._spell(value) for name, value in slots.items()})

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence under `key`."""
        return key in self._table

    def count(self, key: str, count: int, /, **slots: Any) -> str:
        """Return the sentence for one or for several, from `key`.one or `key`.many."""
        return self.say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **slots)

    def tell(self, family: str, thing: Any, part: str = "says") -> str:
        """Return the sentence about an error or problem: `family`.NameOfItsClass.`part`, filled with its facts.

        A fact that is itself the name of a sentence is told in its words.
        """
        facts = thing.facts()
        told = {name: self.say(f"{_FAMILIES[name]}.{facts[name]}") for name in facts.keys() & _FAMILIES.keys()}
        return self.say(f"{family}.{type(thing).__name__}.{part}", **facts | told)

    def day(self, day: Any) -> str:
        """Return a day as it is said: 23 november 2026."""
        return f"{day.day} {self.say(f'month.{day.month}')} {day.year}"

    def _spell(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        if hasattr(value, "isocalendar"):
            return self.day(value)
        if isinstance(value, Iterable):
            return ", ".join(self._spell(part) for part in value)
        return str(value)


@cache
def read_wording(language: str) -> dict[str, str]:
    """Return every sentence of `language` by its dotted key."""
    from kompas.plain_toml import parse  # noqa: PLC0415 --version says nothing, and pays for nothing

    text = (Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flatten("", parse(text)))


def _flatten(prefix: str, table: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(f"{prefix}{key}.", value)
        else:
            yield f"{prefix}{key}", value
