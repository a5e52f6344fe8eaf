"""Suggestions in words: the reasons, the two questions to ask first, and the line that the official steps out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kompas.domain.group import group_key
from kompas.domain.introduction import FiledIntroduction
from kompas.domain.matching.reason import Reason, Suggestion, Tie
from kompas.domain.matching.suggest import GOOD
from kompas.domain.matching.themes import Theme
from kompas.domain.phrase import Phrase
from kompas.render.clean import clean
from kompas.render.listing import Listing, render_json
from kompas.render.paint import bold, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words

_MOST_TIES = 3
_MOST_REASONS = 3
NOTEBOOKS = ("from_notebook", "to_notebook")
"""The keys of where both phrases come from, when several notebooks are asked."""
_LEAST = 0.005
"""A tie that rounds to nothing is not worth a line."""


Themes = Mapping[str, Theme]


def render_suggestions(suggestions: Iterable[Suggestion], themes: Themes, words: Words, canvas: Canvas) -> str:
    """Return the suggestions one under the other, numbered."""
    return "\n\n".join(
        _render_suggestion(number, suggestion, themes, words, canvas)
        for number, suggestion in enumerate(suggestions, 1)
    )


def list_questions(suggestion: Suggestion, words: Words) -> list[tuple[str, str]]:
    """Return for each of the two groups the question to ask it first; it does not name the other group yet."""
    reason = suggestion.reasons[0]
    taking = group_key(reason.taking.group)
    return [
        (group, words.say(f"ask.{reason.kind.value}.{'taking' if group_key(group) == taking else 'giving'}"))
        for group in suggestion.groups
    ]


def suggestions_to_json(suggestions: Iterable[Suggestion], words: Words) -> str:
    """Return the suggestions as JSON, best first."""
    return render_json([
        {
            "groups": list(suggestion.groups),
            "reasons": [_reason_to_json(reason) for reason in suggestion.reasons],
            "questions": [{"group": group, "text": text} for group, text in list_questions(suggestion, words)],
        }
        for suggestion in suggestions
    ])  # fmt: skip


def list_reason_rows(suggestions: Iterable[Suggestion], themes: Themes, words: Words) -> Listing:
    """Return the suggestions as a listing of a row a reason."""
    rows = [
        {
            "group": suggestion.groups[0],
            "other": suggestion.groups[1],
            "kind": reason.kind.value,
            "from": reason.giving.text,
            "to": reason.taking.text,
            "why": explain_ties(reason.ties, themes, words),
            **(_name_notebooks(reason) if reason.giving.notebook else {}),
        }
        for suggestion in suggestions
        for reason in suggestion.reasons
    ]
    keys: tuple[str, ...] = ("group", "other", "kind", "from", "to", "why")
    if any("from_notebook" in row for row in rows):
        keys += NOTEBOOKS
    return Listing(keys, keys, rows)


def _name_notebooks(reason: Reason) -> dict[str, str | None]:
    return dict(zip(NOTEBOOKS, (reason.giving.notebook, reason.taking.notebook), strict=True))


def list_introduction_rows(introductions: Iterable[FiledIntroduction]) -> Listing:
    """Return what became of suggestions as a listing."""
    rows = [
        {
            "date": filed.introduction.date,
            "group": filed.introduction.between[0],
            "other": filed.introduction.between[1],
            "answer": filed.introduction.answer.value,
            "author": filed.introduction.author,
            "note": filed.path,
        }
        for filed in introductions
    ]
    return Listing(("date", "group", "other", "answer", "author", "note"), ("date", "group", "other", "answer"), rows)


def render_evidence(
    groups: tuple[str, str], reasons: Sequence[Reason], themes: Themes, words: Words, canvas: Canvas
) -> str:
    """Return every reason for one pair with each of its ties, and what a suggestion asks for."""
    one, other = (clean(group, lines=False) for group in groups)
    lines = [bold(wrap(words.say("meet.heading", one=one, other=other), canvas), canvas)]
    for reason in reasons:
        lines += ["", wrap(_quote(reason.taking, words), canvas), wrap(_quote(reason.giving, words), canvas)]
        lines += [
            wrap(_explain_tie(tie, themes, words), canvas, f"{tie.weight * reason.weight / _sum(reason):6.0%}  ")
            for tie in reason.ties
            if tie.weight * reason.weight / _sum(reason) >= _LEAST
        ]
    best = Suggestion(groups, tuple(reasons[:_MOST_REASONS])).weight
    key = "why.enough" if best >= GOOD else "why.light" if reasons else "why.nothing"
    return "\n".join([*lines, "", wrap(words.say(key, best=f"{best:.0%}", good=f"{GOOD:.0%}"), canvas)])


def _sum(reason: Reason) -> float:
    return sum(tie.weight for tie in reason.ties) or 1.0


def _render_suggestion(number: int, suggestion: Suggestion, themes: Themes, words: Words, canvas: Canvas) -> str:
    one, other = (clean(group, lines=False) for group in suggestion.groups)
    lines = [bold(wrap(words.say("meet.heading", one=one, other=other), canvas, f"{number}. "), canvas)]
    for reason in suggestion.reasons:
        lines += ["", *_render_reason(reason, themes, words, canvas)]
    lines += ["", f"   {words.say('meet.ask-first')}"]
    for group, question in list_questions(suggestion, words):
        lines.append(wrap(f"{clean(group, lines=False)}: {question}", canvas, "   ? ", "     "))
    return "\n".join([*lines, wrap(words.say("meet.step-out"), canvas, "   ")])


def _render_reason(reason: Reason, themes: Themes, words: Words, canvas: Canvas) -> list[str]:
    return [
        wrap(_quote(reason.taking, words), canvas, "   "),
        wrap(_quote(reason.giving, words), canvas, "   "),
        wrap(explain_ties(reason.ties, themes, words), canvas, "   = ", "     "),
    ]


def _quote(phrase: Phrase, words: Words) -> str:
    group, text = clean(phrase.group, lines=False), clean(phrase.text, lines=False)
    told = words.say(f"quote.{phrase.facet.value}", group=group, text=text)
    return f"{told} ({clean(phrase.notebook, lines=False)})" if phrase.notebook else told


def explain_ties(ties: Sequence[Tie], themes: Themes, words: Words) -> str:
    """Return in words what ties two phrases, the weightiest first, each pair of words once."""
    by_words: dict[tuple[str, str], Tie] = {}
    for tie in ties:
        by_words.setdefault((tie.giving, tie.taking), tie)
    return "; ".join(_explain_tie(tie, themes, words) for tie in list(by_words.values())[:_MOST_TIES])


def _explain_tie(tie: Tie, themes: Themes, words: Words) -> str:
    giving, taking = clean(tie.giving, lines=False), clean(tie.taking, lines=False)
    theme = name_theme(themes[tie.theme], words) if tie.theme else ""
    return words.say(f"tie.{tie.kind.value}", giving=giving, taking=taking, theme=theme)


def name_theme(theme: Theme, words: Words) -> str:
    """Return the name of a theme in this language, or in the one that a team wrote it in."""
    return clean(theme.names.get(words.language) or next(iter(theme.names.values()), theme.id), lines=False)


def _reason_to_json(reason: Reason) -> dict[str, Any]:
    return {
        "kind": reason.kind.value,
        "from": _phrase_to_json(reason.giving),
        "to": _phrase_to_json(reason.taking),
        "ties": [
            {"kind": tie.kind.value, "from": tie.giving, "to": tie.taking, "theme": tie.theme} for tie in reason.ties
        ],
    }


def _phrase_to_json(phrase: Phrase) -> dict[str, str]:
    told = {"group": phrase.group, "facet": phrase.facet.value, "text": phrase.text, "note": phrase.note}
    return {**told, "notebook": phrase.notebook} if phrase.notebook else told
