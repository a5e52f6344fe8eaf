"""`tidy`: confirm or remove what has faded, in one round."""

from collections.abc import Mapping

from kompas.commands.asking import is_agreed
from kompas.commands.reading import open_view
from kompas.commands.session import Session
from kompas.domain.fading import Fading, list_fading
from kompas.errors import BadCommandLine, NotToBeRemoved
from kompas.notebook.changing import make_changes, plan_edit, plan_removal
from kompas.notebook.drafts import remove_faded_drafts
from kompas.notebook.git.versions import read_committed
from kompas.notebook.journal import Deed
from kompas.notebook.rewriting import confirm
from kompas.render.fading import list_fading_rows
from kompas.render.listing import Format

_REMOVE, _CONFIRM = ("v", "r", "d"), ("b", "c")


def tidy(session: Session, answers: Mapping[str, bool | None], *, agreed: bool, form: Format) -> None:
    """Show what has faded or soon will; ask three questions first, and remove nothing that nobody chose.

    Off a terminal nothing is removed without --yes and an answer to all three.
    """
    settings = session.settings
    fading = list_fading(open_view(session).list_notes(), settings.today, settings.keep_days)
    session.show_listing(list_fading_rows(fading), form, session.words.say("nothing.tidy"))
    if not fading or not (agreed or session.screen.can_ask):
        return
    session.require_own_notebook()
    _require_no_need(session, answers, agreed=agreed)
    removed, confirmed = _choose(session, fading, agreed=agreed)
    _write(session, removed, confirmed)


def _require_no_need(session: Session, answers: Mapping[str, bool | None], *, agreed: bool) -> None:
    """Raise NotToBeRemoved when somebody may need the notes; a question with no answer is asked, or is a fault."""
    for key, given in answers.items():
        if given is None and agreed:
            raise BadCommandLine("missing", f"--{key} / --no-{key}")
        needed = is_agreed(session, session.words.say(f"tidy.{key}")) if given is None else given
        if needed:
            raise NotToBeRemoved(key)


def _choose(session: Session, fading: list[Fading], *, agreed: bool) -> tuple[list[Fading], list[Fading]]:
    """Return what is removed and what is confirmed; --yes removes what has faded and leaves what soon will."""
    if agreed:
        return [one for one in fading if one.is_faded], []
    removed, confirmed = [], []
    for one in fading:
        question = session.words.count("tidy.group", len(one.paths), group=one.group)
        answer = session.screen.ask(question).casefold()[:1]
        if answer in _REMOVE:
            removed.append(one)
        elif answer in _CONFIRM:
            confirmed.append(one)
    return removed, confirmed


def _write(session: Session, removed: list[Fading], confirmed: list[Fading]) -> None:
    settings, words = session.settings, session.words
    gone = [path for one in removed for path in one.paths]
    stays = [path for one in confirmed for path in one.paths]
    is_in_git = any(read_committed(settings.root, path) is not None for path in gone)
    changes = [plan_removal(settings.root, path) for path in gone]
    changes += [plan_edit(settings.root, path, confirm(settings.today)) for path in stays]
    make_changes(settings.root, Deed.TIDY, changes)
    if stays:
        session.screen.show(words.count("tidy.confirmed", len(stays)))
    if gone:
        open_view(session)  # the index forgets what is gone now, and not at the next command
        drafts = remove_faded_drafts([one.group for one in removed], settings.today, settings.keep_days)
        session.screen.show(words.count("tidy.removed", len(gone)))
        if drafts:
            session.screen.show(words.count("tidy.drafts", drafts))
        session.screen.tell(words.say("tidy.history" if is_in_git else "tidy.for-good"))
    if not gone and not stays:
        session.screen.tell(words.say("tidy.nothing-chosen"))
