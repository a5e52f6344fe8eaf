"""Where a word stands, and what is left to do: places by their kind, and steps with their commands."""

from collections.abc import Iterable, Sequence

from kompas.domain.forgetting import Trace, count_places
from kompas.wording.words import Words

_MOST = 3
"""So many places of one kind are shown; the others are counted."""


def render_traces(traces: Sequence[Trace], words: Words, *, is_brief: bool = False) -> str:
    """Return the places by their kind, each kind with its number and, unless brief, its first places."""
    lines: list[str] = []
    for where, count in count_places(traces).items():
        lines.append(f"  {words.say(f'where.{where.value}')}: {count}")
        shown = [] if is_brief else [trace for trace in traces if trace.where is where][:_MOST]
        lines += [f"    {trace.place}" + (f": {trace.excerpt}" if trace.excerpt else "") for trace in shown]
        if shown and count > _MOST:
            lines.append(words.say("forget.more", count=count - _MOST))
    return "\n".join(lines)


def render_steps(todo: Iterable[str], commands: Sequence[str], words: Words) -> str:
    """Return the steps that are left, numbered; the commands stop at the first that fails."""
    lines: list[str] = []
    for number, step in enumerate(todo, 1):
        lines.append(f"{number}. {words.say(f'todo.{step}')}")
        if step == "history":
            chained = [*(f"{command} &&" for command in commands[:-1]), *commands[-1:]]
            lines += [f"   {words.say('forget.paste')}", "", *chained, ""]
    return "\n".join(lines)
