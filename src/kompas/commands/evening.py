"""`meet --evening`: who sits with whom on a neighbourhood evening."""

from collections.abc import Sequence
from pathlib import Path

from kompas.commands.matching import Ground, read_ground
from kompas.commands.session import Session
from kompas.domain.answer import Answer
from kompas.domain.group import group_key, require_group
from kompas.domain.matching.evening import Round, plan_evening
from kompas.domain.matching.memory import Pair, pair_of
from kompas.domain.matching.suggest import suggest_meetings
from kompas.errors import TooFewGroups
from kompas.render.evening import Suggestions, list_seat_rows, render_evening
from kompas.render.listing import Format
from kompas.render.suggestions import Themes

_FEWEST = 2


def evening(session: Session, coming: Sequence[str], rounds: int, tables: int | None, form: Format) -> None:
    """Plan the rounds and show them."""
    _ = session.settings  # people who meet at a table come from one notebook
    plan, suggestions, themes = read_evening(session, coming, rounds, tables)
    words = session.words
    if form is Format.TABLE:
        session.screen.show(render_evening(plan, suggestions, themes, words, session.screen.canvas))
    else:
        session.show_listing(list_seat_rows(plan, suggestions, themes, words), form, "")


def read_evening(
    session: Session, coming: Sequence[str], rounds: int, tables: int | None
) -> tuple[tuple[Round, ...], Suggestions, Themes]:
    """Return the plan and its grounds; `coming` are names of groups or files of names, and nobody means everybody.

    Tells when there are fewer rounds than asked. Raises TooFewGroups.
    """
    ground = read_ground(session)
    groups = _list_coming(session, coming, ground)
    if len(groups) < _FEWEST:
        raise TooFewGroups(len(groups))
    keys = {group_key(name) for name in groups}
    own = [phrase for phrase in ground.phrases if group_key(phrase.group) in keys]
    suggestions = {
        frozenset(map(group_key, one.groups)): one for one in suggest_meetings(own, ground.reader, frozenset())
    }
    grounds = {pair: one.weight for pair, one in suggestions.items()}
    plan = plan_evening(groups, grounds, rounds, tables or len(groups) // 2, apart=_list_apart(ground))
    if len(plan) < rounds:
        session.screen.tell(session.words.count("evening.fewer", len(plan)))
    return plan, suggestions, ground.reader.themes


def _list_coming(session: Session, coming: Sequence[str], ground: Ground) -> list[str]:
    """Return the groups that come, each once, as their notes name them."""
    known = {group_key(filed.note.group): filed.note.group for filed in reversed(ground.living)}
    named = [line for name in coming for line in _read_names(name)]
    groups = dict.fromkeys(require_group(name, known.values()) for name in named) if coming else sorted(known.values())
    if coming:
        for name in groups:
            if group_key(name) in ground.refusing:
                session.screen.tell(session.words.say("nothing.refused", group=name))
    return [name for name in groups if group_key(name) not in ground.refusing]


def _read_names(name: str) -> list[str]:
    """Return the lines of the file called `name`, or the name itself when there is no such file."""
    path = Path(name)
    if not path.is_file():
        return [name]
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")  # a list saved by an older program
    return [line.strip() for line in text.splitlines() if line.strip()]


def _list_apart(ground: Ground) -> frozenset[Pair]:
    """Return the pairs that said no to each other."""
    told = (filed.introduction for filed in ground.introductions)
    return frozenset(pair_of(one) for one in told if one.answer is Answer.NO)
