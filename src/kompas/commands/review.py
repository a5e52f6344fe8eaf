"""The end of the round: the note as it will be read, and what to do with it."""

from kompas.commands.answers import ask_day
from kompas.commands.choosing import agrees, choose, pick
from kompas.commands.saving import find_problems
from kompas.commands.telling import Telling, WentBack
from kompas.commands.walking import ask_from, ask_last
from kompas.domain.days import Leaning
from kompas.domain.note import Note
from kompas.domain.questions import QUESTIONS, REVIEW, Spot, list_answers
from kompas.errors import NoEditor
from kompas.notebook.drafts import read_draft
from kompas.notebook.editor import open_editor
from kompas.notebook.note_file import parse_note
from kompas.render.problems import render_problems

ENDS = ("save", "change", "open", "throw")
"""What can be done with the note at the end; Enter does the first."""
REPAIRS = ("again", "undo")
"""What can be done with a text that the editor left and that is no note."""
CHANGEABLE = ("group", "date", "occasion", *QUESTIONS[1:])
"""What can be changed at the end, in the order of a note."""


def review(telling: Telling) -> bool:
    """Show the note and do with it what is asked; True when it is to be saved, False when it is thrown away."""
    while True:
        telling.questions = QUESTIONS
        telling.keep(Spot(REVIEW))
        telling.show_note()
        has_problems = _has_problems(telling)
        chosen = None
        try:
            chosen = choose(telling.session, telling.ask, ENDS)
            if chosen == "save" and not has_problems:
                return True
            if chosen == "throw" and agrees(telling.ask, telling.session.words.say("guide.sure")):
                return False
            if chosen == "change":
                _change(telling)
            if chosen == "open":
                _open(telling)
        except WentBack:  # from the menu to the last question, from elsewhere to the menu
            if chosen is None:
                ask_last(telling)


def _has_problems(telling: Telling) -> bool:
    """Tell what keeps the note out of the notebook, if anything does."""
    session = telling.session
    problems = find_problems(telling.note, telling.dump(), session.settings.today)
    session.screen.tell(render_problems(problems, session.words))
    return bool(problems)


def _change(telling: Telling) -> None:
    words = telling.session.words
    shown = [f"{words.say(f'line.{key}')}: {_spell(telling, key)}" for key in CHANGEABLE]
    picked = pick(telling.session, telling.ask, shown, words.say("guide.which-line"))
    if picked is None:
        return
    key = CHANGEABLE[picked]
    if key == "date":
        day = telling.told["date"]
        telling.told["date"] = ask_day(telling, words.say("guide.date"), Leaning.PAST, words.day(day)) or day
    else:
        telling.questions = [key]
        ask_from(telling, Spot(key))


def _spell(telling: Telling, key: str) -> str:
    answers = list_answers(telling.told, key)
    texts = [str(one["what"]) if isinstance(one, dict) else one for one in answers]
    return "; ".join(text if isinstance(text, str) else telling.session.words.day(text) for text in texts) or "-"


def _open(telling: Telling) -> None:
    """Open the draft in the user's editor, again until it is a note or until its writer wants the old one back."""
    session = telling.session
    while telling.draft:
        try:
            open_editor(telling.draft, session.environment)
        except NoEditor as error:
            session.screen.tell(session.words.tell("error", error))
            session.screen.tell(session.words.tell("error", error, "remedy"))
            return
        text = read_draft(telling.draft)
        parsed = parse_note(telling.draft.name, text.encode(), session.settings.today)
        if isinstance(parsed, Note):
            telling.told = parsed.model_dump(exclude_none=True, exclude_defaults=True)
            return
        session.screen.tell(render_problems(parsed, session.words))
        if choose(session, telling.ask, REPAIRS) == "undo":
            return
