"""The guided round in a real terminal: plain questions, mistakes, going back, and nothing lost."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal import Start, Terminal, list_drafts

ROUND = {
    "Welke groep?": ["Kookclub De Klink"],
    "Waar?": ["Dorpshuis"],
    "Wat doen zij?": ["koken voor veertig mensen", "samen zingen", ""],
    "Waar zijn zij goed in?": [""],
    "Wat kunnen zij anderen bieden?": ["keuken vrij op dinsdag", ""],
    "Wat zoeken zij?": ["iemand die de oven maakt", ""],
    "Welk idee ligt op zolder?": [""],
    "Welke andere groepen noemden zij?": [""],
    "Wat beloofde je, en voor wanneer?": ["vergunning navragen voor 1 juli 2030", ""],
    "Wat zit hun in de weg?": ["de vergunning duurt lang", "ja", ""],
    "Wat weten zij nu van ons?": [""],
    "Vraag aan jezelf:": [""],
}
SIX_FACETS = {
    "Which group?": ["Cooking club De Klink"],
    "Where?": ["Village hall"],
    "What do they do?": ["cook every Thursday for forty people", ""],
    "What are they good at?": ["cooking for large groups", ""],
    "What could they offer others?": ["a free kitchen on Tuesdays", ""],
    "What do they look for?": ["someone who mends the oven", ""],
    "Which idea lies in the attic?": ["a neighbourhood garden", ""],
    "Which other groups did they mention?": ["Bike buddies East", ""],
    "What did you promise": [""],
    "What stands in their way?": [""],
    "What do they know of us now?": [""],
    "A question to yourself:": [""],
}
FEWEST = (4,)
"""Where the quick tests stop, as a number of answers; the slow ones stop everywhere."""


def read_note(notebook: Path) -> str:
    """Return the text of the one note in the notebook."""
    (path,) = notebook.glob("2*/*.toml")
    return path.read_text(encoding="utf-8")


def tell(terminal: Terminal, questions: dict[str, list[str]]) -> None:
    """Answer all of `questions`."""
    for question, lines in questions.items():
        terminal.answer(question, *lines)


def every_question() -> list[object]:
    """Return the number of each question after the first; all but a few are slow together."""
    return [
        pytest.param(number, marks=() if number in FEWEST else pytest.mark.slow) for number in range(1, len(ROUND) + 1)
    ]


def stop_at(terminal: Terminal, after: int) -> list[str]:
    """Answer as many questions, wait for the next, and return the texts that were typed."""
    questions = [*ROUND, "Wat wil je?"]
    tell(terminal, {question: ROUND[question] for question in questions[:after]})
    terminal.see(questions[after])
    terminal.wait_for_line()
    typed = [line for question in questions[:after] for line in ROUND[question]]
    return [line.removesuffix(" voor 1 juli 2030") for line in typed if line not in {"", "ja"}]


def test_a_round_becomes_a_note(start: Start, notebook: Path) -> None:
    """Who answers the questions reads the note back and saves it; what was skipped is not in it, no draft is left."""
    terminal = start()
    tell(terminal, ROUND)
    terminal.see("Kookclub De Klink")
    terminal.see("ligt bij ons")
    terminal.answer("Wat wil je?", "")
    terminal.see("Opgeslagen")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    note = read_note(notebook)
    for told in ("koken voor veertig", "samen zingen", "keuken vrij", "by = 2030-07-01", "ours = true"):
        assert told in note
    assert "talents" not in note
    assert list_drafts() == []


def test_six_facets_cost_twenty_keys(start: Start, notebook: Path) -> None:
    """A typed round of six facets, saved, costs no more than twenty keys beyond the text itself."""
    terminal = start("--lang", "en", "note")
    tell(terminal, SIX_FACETS)
    terminal.answer("What next?", "")
    terminal.answer("Another group", "")
    assert terminal.end() == 0
    assert terminal.keys <= 20
    note = read_note(notebook)
    assert [line for lines in SIX_FACETS.values() for line in lines if line not in note] == []


def test_a_name_is_completed(start: Start, write: Callable[[str, str], Path]) -> None:
    """A few letters and Tab give a group that is known, and a phrase that it used before.

    date = 2026-11-01
    group = "Fietsmaatjes Oost"
    does = ["elke zondag samen fietsen"]
    """
    write("2026-11/a.toml", 'date = 2026-11-01\ngroup = "Fietsmaatjes Oost"\ndoes = ["elke zondag samen fietsen"]\n')
    terminal = start()
    terminal.answer("Welke groep?")
    terminal.complete("oost", "Fietsmaatjes Oost")
    terminal.answer("Waar?", "")
    terminal.answer("Wat doen zij?")
    terminal.complete("samen", "elke zondag samen fietsen")
    terminal.press("")
    terminal.answer("Waar zijn zij goed in?", "\x03")
    assert terminal.end() == 130
    (draft,) = list_drafts()
    text = draft.read_text(encoding="utf-8")
    assert 'group = "Fietsmaatjes Oost"' in text
    assert "elke zondag samen fietsen" in text


def test_a_name_that_looks_like_another_is_asked_about(start: Start, write: Callable[[str, str], Path]) -> None:
    """A new group that looks like a known one may be that one.

    date = 2026-11-01
    group = "Kookclub De Klink"
    """
    write("2026-11/a.toml", 'date = 2026-11-01\ngroup = "Kookclub De Klink"\n')
    terminal = start()
    terminal.answer("Welke groep?", "Kookklub de Klink")
    terminal.answer("Bedoel je Kookclub De Klink?", "ja")
    terminal.answer("Waar?", "\x03")
    assert terminal.end() == 130
    assert 'group = "Kookclub De Klink"' in list_drafts()[0].read_text(encoding="utf-8")


def test_going_back_finds_what_was_typed(start: Start) -> None:
    """`<` goes back a line, with what was typed there to keep or to change; also what stood before the `<`."""
    terminal = start()
    terminal.answer("Welke groep?", "Kokclub")
    terminal.answer("Waar?", "Dorpshuis <")
    terminal.answer("Welke groep?")
    terminal.replace("Kookclub")
    terminal.answer("Waar?", "")
    terminal.answer("Wat doen zij?", "koken", "zingen", "<", "\x7f\x7f\x7f\x7f\x7f\x7fspringen")
    terminal.press("")
    terminal.answer("Waar zijn zij goed in?", "\x03")
    assert terminal.end() == 130
    text = list_drafts()[0].read_text(encoding="utf-8")
    assert 'group = "Kookclub"' in text
    assert 'place = "Dorpshuis"' in text
    assert '"koken",\n    "springen",\n' in text


def test_what_may_not_be_kept_is_told_at_the_answer(start: Start, notebook: Path) -> None:
    """A phone number and a day that is no day are told at once, and the line stands ready to be typed again."""
    terminal = start()
    terminal.answer("Welke groep?", "Koor")
    terminal.answer("Waar?", "Dorpshuis, bel 06-12345678")
    terminal.see("[06-12345678]")
    terminal.see("Typ het anders")
    terminal.replace("Dorpshuis")
    for question in list(ROUND)[2:8]:
        terminal.answer(question, "")
    terminal.answer("Wat beloofde je", "taart bakken")
    terminal.answer("Voor wanneer?", "met sint-juttemis")
    terminal.see("begrijpt de dag")
    terminal.see("over twee weken of 7 december")
    terminal.replace("1 juli 2030")
    terminal.see("1 juli 2030.")
    terminal.press("")
    terminal.answer("Wat zit hun in de weg?", "")
    terminal.answer("Wat weten zij nu van ons?", "mevrouw Jansen kent het loket")
    terminal.answer("leest als een naam", "")
    terminal.answer("Vraag aan jezelf:", "")
    terminal.answer("Wat wil je?", "")
    terminal.answer("Nog een groep", "")
    assert terminal.end() == 0
    assert terminal.text.count("leest als een naam") == 1
    note = read_note(notebook)
    assert 'place = "Dorpshuis"' in note
    assert 'what = "taart bakken"\nby = 2030-07-01' in note


@pytest.mark.parametrize("after", every_question())
def test_ctrl_c_loses_nothing(start: Start, after: int) -> None:
    """After Ctrl-C all that was typed, half a line too, waits for this user only, and the round goes on from there."""
    terminal = start()
    told = stop_at(terminal, after)
    terminal.child.send("half")
    terminal.child.sendintr()
    terminal.see("Wat je typte staat in")
    assert terminal.end() == 130
    (draft,) = list_drafts()
    text = draft.read_text(encoding="utf-8")
    assert [line for line in told if line not in text] == []
    assert draft.stat().st_mode & 0o077 == 0
    again = start()
    again.answer("Je was nog bezig met Kookclub De Klink", "")
    again.see([*ROUND, "Wat wil je?"][after])
    if after < len(ROUND):
        again.see("half")


@pytest.mark.parametrize("after", every_question())
@pytest.mark.parametrize("signal", ["KILL", pytest.param("HUP", marks=pytest.mark.slow)])
def test_a_killed_round_goes_on(start: Start, notebook: Path, after: int, signal: str) -> None:
    """Killed at any question, or its lid closed, the round goes on at that question with all that was answered."""
    import signal as signals  # noqa: PLC0415

    terminal = start()
    told = stop_at(terminal, after)
    terminal.child.kill(getattr(signals, f"SIG{signal}"))
    assert terminal.end() < 0
    again = start()
    again.answer("Je was nog bezig met Kookclub De Klink", "")
    tell(again, {question: ROUND[question] for question in list(ROUND)[after:]})
    again.answer("Wat wil je?", "")
    again.answer("Nog een groep", "")
    assert again.end() == 0
    note = read_note(notebook)
    assert [line for line in [*told, "de vergunning duurt lang"] if line not in note] == []
    assert list_drafts() == []


def test_without_a_terminal_nobody_is_asked(notebook: Path) -> None:
    """In a pipe there is nobody to ask: kompas says what it misses."""
    words = [sys.executable, "-m", "kompas", "--notebook", str(notebook), "notitie"]
    done = subprocess.run(words, input="", capture_output=True, text=True, check=False, env=dict(os.environ))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Over welke groep gaat het?")
