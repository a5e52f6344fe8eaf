"""Hold notes up to the mirror, in a test."""

import datetime
from collections.abc import Sequence

from kompas.domain.introduction import FiledIntroduction
from kompas.domain.mirror.figure import Reflection
from kompas.domain.mirror.practice import Practice, Window, build_practice
from kompas.domain.mirror.step import Step
from kompas.domain.note import FiledNote
from written import TODAY, parse, parse_all


def hold_up(
    *texts: str,
    met: Sequence[FiledIntroduction] = (),
    since: datetime.date | None = None,
    step: Step = Step.MONTH,
    looks: str | None = None,
    mine: bool = False,
) -> Practice:
    """Return the practice of the notes in `texts`, as `looks` sees it."""
    return build_practice(parse_all(*texts), met, Window(since, TODAY, step, mine), looks)


def write_notes(*days: str, author: str | None = None, group: str = "Koor") -> list[FiledNote]:
    """Return a bare note of `group` for each of `days`."""
    signed = f'author = "{author}"' if author else ""
    return [
        parse(f'date = {day}\ngroup = "{group}"\n{signed}', f"{day[:7]}/{author}-{group}-{at}.toml")
        for at, day in enumerate(days)
    ]


def list_counts(reflection: Reflection) -> dict[str, int]:
    """Return the count of every bar that is not empty."""
    return {bar.part.value: bar.count for bar in reflection.bars if bar.count}
