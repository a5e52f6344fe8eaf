"""Problems in words: where, what is wrong, the line itself, and what to do."""

from collections.abc import Iterable

from kompas.domain.problem import BrokenToml, Identifier, Problem
from kompas.render.clean import clean
from kompas.render.listing import Listing
from kompas.wording.words import Words

_LONGEST_EXCERPT = 100


def render_problems(problems: Iterable[Problem], words: Words, *, with_remedy: bool = True) -> str:
    """Return every problem as a small block of lines; the remedy may be left out where a question takes its place."""
    return "\n".join(_render_problem(problem, words, with_remedy=with_remedy) for problem in problems)


def list_problems(problems: Iterable[Problem], words: Words) -> Listing:
    """Return the problems as a listing, for other programs."""
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "problem": type(problem).__name__,
            "fault": problem.is_fault,
            "says": explain(problem, words),
            "excerpt": problem.excerpt,
            "remedy": advise(problem, words),
        }
        for problem in problems
    ]
    return Listing(
        ("path", "line", "problem", "fault", "says", "excerpt", "remedy"), ("path", "line", "says", "remedy"), rows
    )


def explain(problem: Problem, words: Words) -> str:
    """Return what is wrong, in one sentence."""
    if isinstance(problem, BrokenToml):
        return words.say(f"toml.{problem.kind}.says")
    if isinstance(problem, Identifier):
        return words.say("problem.Identifier.says", key=problem.key, kind=words.say(f"identifier.{problem.kind}"))
    return words.tell("problem", problem)


def advise(problem: Problem, words: Words) -> str:
    """Return what to do about it; the nearest known key where there is one."""
    if isinstance(problem, BrokenToml):
        return words.say(f"toml.{problem.kind}.remedy")
    if isinstance(problem, Identifier):
        return words.say(f"propose.{problem.kind}")
    facts = problem.facts()
    if "key" in facts:
        facts["key"] = facts["key"].rpartition(".")[2]  # promises.what is one line: what =
    if "expected" in facts:
        return words.say(f"example.{facts['expected']}", **facts)
    return words.say(f"problem.{type(problem).__name__}.{'near' if facts.get('near') else 'remedy'}", **facts)


def _render_problem(problem: Problem, words: Words, *, with_remedy: bool) -> str:
    path = clean(problem.path, lines=False)
    place = f"{path}:{problem.line}" if problem.line else path
    lines = [f"{place}: {explain(problem, words)}" if place else explain(problem, words)]
    if problem.excerpt:
        lines.append(f"    {clean(problem.excerpt, lines=False)[:_LONGEST_EXCERPT]}")
    return "\n".join([*lines, f"  → {advise(problem, words)}"] if with_remedy else lines)
