"""The plan of an evening: round by round, table by table, and what they might talk about."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from kompas.domain.group import group_key
from kompas.domain.matching.evening import Round, Table
from kompas.domain.matching.reason import Suggestion
from kompas.render.clean import clean
from kompas.render.listing import Listing
from kompas.render.paint import bold, wrap
from kompas.render.screen import Canvas
from kompas.render.suggestions import Themes, explain_ties
from kompas.wording.words import Words

Suggestions = Mapping[frozenset[str], Suggestion]


def list_seat_rows(plan: Sequence[Round], suggestions: Suggestions, themes: Themes, words: Words) -> Listing:
    """Return the plan as a listing of a row a table."""
    rows = [
        {
            "round": one.number,
            "table": table.number,
            "groups": table.groups,
            "why": explain_table(table, suggestions, themes, words),
        }
        for one in plan
        for table in one.tables
    ]
    keys = ("round", "table", "groups", "why")
    return Listing(keys, keys, rows)


def render_evening(
    plan: Sequence[Round], suggestions: Suggestions, themes: Themes, words: Words, canvas: Canvas
) -> str:
    """Return the plan to read out, each round under its own heading."""
    blocks = []
    for one in plan:
        lines = [bold(words.say("evening.round", number=one.number), canvas)]
        for table in one.tables:
            names = ", ".join(clean(group, lines=False) for group in table.groups)
            lines.append(wrap(names, canvas, f"  {words.say('evening.table', number=table.number)}  "))
            if why := explain_table(table, suggestions, themes, words):
                lines.append(wrap(why, canvas, "    = ", "      "))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def explain_table(table: Table, suggestions: Suggestions, themes: Themes, words: Words) -> str:
    """Return why the two at this table who have most to tell each other sit together; nothing without a ground."""
    pairs = (frozenset(map(group_key, pair)) for pair in combinations(table.groups, 2))
    found = [suggestions[pair] for pair in pairs if pair in suggestions]
    best = max(found, key=lambda one: one.weight, default=None)
    return explain_ties(best.reasons[0].ties, themes, words) if best else ""
