"""Every sentence of kompas stands in both languages, is asked for by the code, and is short and plain."""

import ast
import datetime
import re
import string
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import typer

import kompas
from kompas.cli.grammar import app
from kompas.cli.main import main
from kompas.cli.speech import list_choices
from kompas.commands.exchange import Stage
from kompas.commands.resuming import OFFERS
from kompas.commands.review import CHANGEABLE, ENDS, REPAIRS
from kompas.domain.about import list_facts
from kompas.domain.answer import Answer
from kompas.domain.briefing import CURIOUS
from kompas.domain.checklist import LineKind
from kompas.domain.days import Leaning
from kompas.domain.forgetting import Where
from kompas.domain.introduction import FiledIntroduction, Introduction
from kompas.domain.matching.reason import ReasonKind, TieKind
from kompas.domain.mirror.figure import Figure, Part, Reflection
from kompas.domain.mirror.step import Step
from kompas.domain.note import Agreement, FiledNote, Note, Obstacle, Promise
from kompas.domain.phone.doubt import Doubt, LeftOut
from kompas.domain.phrase import Facet
from kompas.domain.privacy.door import _FINDERS as FINDERS
from kompas.domain.privacy.finding import FindingKind
from kompas.domain.problem import BrokenToml, Identifier, Problem
from kompas.domain.promise import PromiseState
from kompas.domain.questions import QUESTIONS
from kompas.domain.search import list_texts
from kompas.domain.worth import Worth
from kompas.errors import REASONS, BadCommandLine, KompasError
from kompas.notebook.git.commit import ChangeKind
from kompas.notebook.journal import Deed
from kompas.notebook.note_file import _EXPECTED
from kompas.notebook.toml_faults import KINDS
from kompas.render.about import list_fact_rows
from kompas.render.briefing import PointKind
from kompas.render.checklist import list_checklist_rows
from kompas.render.evening import list_seat_rows
from kompas.render.fading import list_fading_rows
from kompas.render.handover import CHANGE, NOT_KEPT
from kompas.render.listing import Listing, merge_listings
from kompas.render.mirror import list_mirror_rows, list_trace_rows
from kompas.render.phrases import list_found_rows, list_lead_rows, list_phrase_rows, list_promise_rows
from kompas.render.problems import list_problems
from kompas.render.stories import list_story_rows
from kompas.render.suggestions import NOTEBOOKS, list_introduction_rows, list_reason_rows
from kompas.render.today import BEGINNING
from kompas.wording.words import Words, read_wording

PACKAGE = Path(kompas.__file__).parent
LANGUAGES = ("nl", "en")
COMMAND: Any = typer.main.get_command(app)

MOST_WORDS = 12
LEFT_OVER = re.compile(
    r"\b(usage|options?|arguments?|commands?|error|show|required|default|text|integer)\b", re.IGNORECASE
)
FULL_NOTE = Note(
    date=datetime.date(2026, 11, 20),
    group="Kookclub",
    place="Dorpshuis",
    author="fatma",
    field="council",
    occasion="koffie",
    **{facet.value: ("koken",) for facet in Facet},
    goal="eten",
    story="verhaal",
    worth=tuple(Worth),
    left_behind="buurtbudget",
    lesson="luisteren",
    confirmed=datetime.date(2026, 11, 21),
    promises=(Promise(what="bellen"),),
    obstacles=(Obstacle(what="vergunning"),),
    agreement=Agreement(remember=True, introduce=True, share=True, contact="de kok", sensitive=True),
)


IDENTIFIERS = tuple(kind for kind in FindingKind if kind in FINDERS or kind is FindingKind.BIRTHDAY)
COUNTED = ("confirmed", "rename.plan", "tidy.group", "tidy.confirmed", "tidy.removed", "tidy.drafts")
REMARKS = tuple(kind for kind in FindingKind if kind not in IDENTIFIERS or kind is FindingKind.ADDRESS)
TODO = ("colleagues-first", "history", "server", "forge", "colleagues", "backups", "verify")


# What the code asks for.


def list_leaves(root: type) -> list[type]:
    """Return the classes under `root` that have none under them: those that are made."""
    # A dataclass with slots is made twice, and the first one lingers; the class that its module names is the one.
    made: list[type] = type.__subclasses__(root)
    ours = [one for one in made if one.__module__.startswith("kompas.")]
    below = [one for one in ours if getattr(sys.modules[one.__module__], one.__name__) is one]
    return [leaf for one in below for leaf in list_leaves(one)] if below else [root]


WAITING = ("drafts", "late", "due", "unanswered", "unseen", "fading", "unshared")


def list_families() -> dict[str, set[str]]:
    """Return, by family, the keys that code puts together from a name; each family is decided on here."""
    return {
        "month": {f"month.{number}" for number in range(1, 13)},
        "error": {key for error in list_errors() for key in _list_parts("error", error, "remedy")},
        "problem": {key for problem in list_problem_kinds() for key in _list_problem_parts(problem)},
        "toml": {f"toml.{kind}.{part}" for kind in KINDS for part in ("says", "remedy")},
        "system": {f"system.{reason}" for reason in REASONS},
        "kind": {f"kind.{kind}" for kind in list_expected()},
        "example": {f"example.{kind}" for kind in list_expected()},
        "usage": {f"usage.{kind}" for kind in list_usage_kinds()},
        "ask": {f"ask.{kind.value}.{side}" for kind in ReasonKind for side in ("giving", "taking")},
        "tie": _spell("tie", TieKind),
        "quote": _spell("quote", Facet),
        "nothing": _spell("nothing", Facet),
        "introduced": _spell("introduced", Answer),
        "answered": _spell("answered", Answer),
        "identifier": _spell("identifier", IDENTIFIERS),
        "propose": _spell("propose", IDENTIFIERS),
        "remark": _spell("remark", REMARKS),
        "guide": {
            f"guide.{key}" for key in (*QUESTIONS, "occasion", *(f"examples-{leaning.value}" for leaning in Leaning))
        },
        "line": {f"line.{key}" for key in CHANGEABLE},
        "menu": {f"{family}.{key}" for family in ("menu", "letter") for key in {*ENDS, *REPAIRS, *OFFERS}},
        "evening": {f"evening.fewer.{number}" for number in ("one", "many")},
        "doubt": {f"doubt.{kind.__name__}" for kind in list_leaves(Doubt) if kind is not LeftOut},
        "where": _spell("where", Where),
        "todo": {f"todo.{step}" for step in TODO},
        "state": _spell("state", PromiseState),
        "kind-of": _spell("kind-of", ReasonKind) | _spell("kind-of", LineKind) | _spell("kind-of", PointKind),
        "today": {f"today.{what}.{number}" for what in WAITING for number in ("one", "many")},
        "calendar": {f"calendar.{what}.{number}" for what in ("written", "undated") for number in ("one", "many")},
        "beginning": {f"beginning.{step}" for step in BEGINNING},
        "not-kept": {f"not-kept.{what}" for what in NOT_KEPT},
        "change": {f"change.{what}" for what in CHANGE},
        "wonder": {f"wonder.{key}" for key in CURIOUS},
        "key": {f"key.{key}" for key in list_note_keys()},
        "column": {f"column.{key}" for key in list_columns()},
        "figure": _spell("figure", Figure),
        "unit": _spell("unit", Figure),
        "talk": _spell("talk", Figure),
        "part": _spell("part", Part),
        "step": _spell("step", Step),
        "worth": _spell("worth", Worth) | {"worth.open"},
        "stories": {f"stories.open.{number}" for number in ("one", "many")},
        "help": {f"help.{name}" for name in COMMAND.commands},
        "section": {f"section.{command.section}" for command in COMMAND.commands.values()},
        "metavar": {f"metavar.{name}" for name in list_metavars()},
        "options": set(list_option_helps()),
        "deed": _spell("deed", Deed),
        "fading": {f"fading.{how}" for how in ("faded", "soon")},
        "need": {f"need.{need}" for need in ("woo", "access", "archive")},
        "tidy": {f"tidy.{need}" for need in ("woo", "access", "archive")},
        "counted": {f"{key}.{number}" for key in COUNTED for number in ("one", "many")},
        "sharing": _spell("sharing", Stage),
        "share-change": _spell("share-change", ChangeKind),
        "commit": {
            f"commit.{what}-{kind.value}.{number}"
            for what in ("notes", "introductions")
            for kind in ChangeKind
            for number in ("one", "many")
        },
        "share": {
            f"share.{what}.{number}"
            for what in ("only-here", "would", "out", "in", "held", "ignored")
            for number in ("one", "many")
        },
        "checked": {f"checked.{what}.{number}" for what in ("notes", "faults") for number in ("one", "many")},
    }


def list_errors() -> list[type[KompasError]]:
    """Return the errors that find their sentence by the name of their class."""
    return [error for error in list_leaves(KompasError) if error is not BadCommandLine]


def list_problem_kinds() -> list[type[Problem]]:
    """Return the problems that find their sentence by the name of their class."""
    return [problem for problem in list_leaves(Problem) if problem is not BrokenToml]


def list_expected() -> set[str]:
    """Return every kind of value that a note is told to have."""
    return {*_EXPECTED.values(), "tables", "worth", "other"}


def list_usage_kinds() -> set[str]:
    """Return every kind of fault that cli/speech.py finds in a command line."""
    tree = ast.parse((PACKAGE / "cli" / "speech.py").read_text(encoding="utf-8"))
    tree.body += ast.parse((PACKAGE / "cli" / "questions.py").read_text(encoding="utf-8")).body
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = [call.args[0] for call in calls if ast.unparse(call.func) == "BadCommandLine"]
    tests = {text for one in made if isinstance(one, ast.IfExp) for text in _texts(one.test)}
    return {text for one in made for text in _texts(one)} - tests


def list_note_keys() -> set[str]:
    """Return the keys under which a text of a note, or a fact about a group, is shown."""
    filed = FiledNote("a.toml", FULL_NOTE)
    met = Introduction(date=FULL_NOTE.date, between=("Kookclub", "Koor"), answer=Answer.YES)
    facts = list_facts("Kookclub", [filed], [FiledIntroduction("introductions/a.toml", met)], 365)
    return {key for key, _ in list_texts(FULL_NOTE)} | {fact.key for fact in facts}


def list_columns() -> set[str]:
    """Return the columns of every listing that is shown to people."""
    words = Words("en")
    listings = [
        list_phrase_rows([]),
        list_promise_rows([]),
        list_found_rows([]),
        list_fact_rows([]),
        list_checklist_rows([]),
        list_problems([], words),
        list_reason_rows([], {}, words),
        list_introduction_rows([]),
        list_seat_rows([], {}, {}, words),
        list_lead_rows([]),
        merge_listings([("almere", list_lead_rows([]))], str),
        Listing((), NOTEBOOKS, []),
        list_mirror_rows([]),
        list_story_rows([]),
        list_trace_rows(Reflection(Figure.GOALS, "their-goal-first", 0, 0, ())),
        list_fading_rows([]),
    ]
    return {key for listing in listings for key in listing.shown}


def list_params() -> Iterator[Any]:
    """Yield every argument and option of kompas and of its commands."""
    for command in (COMMAND, *COMMAND.commands.values()):
        yield from command.params


def list_metavars() -> set[str]:
    """Return the words in capitals that help shows for arguments, and for options that take a value."""
    options = [param for param in list_params() if param.param_type_name == "option" and not param.is_flag]
    free = [param for param in options if not list_choices(param)]
    arguments = {param.name for param in list_params() if param.param_type_name == "argument"}
    return arguments | {param.metavar for param in free}


def list_option_helps() -> list[str]:
    """Return the key of the help text of every argument and option."""
    return [str(param.help) for param in list_params()]


def list_literals() -> set[str]:
    """Return every text that stands in the code and the pages of kompas as it is."""
    templates = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.html"))
    return _list_code_literals() | {text for page in templates for text in re.findall(r'say\("([\w.-]+)"', page)}


def _list_code_literals() -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    return {node.value for tree in trees for node in ast.walk(tree) for node in _constants(node)}


def _constants(node: ast.AST) -> Iterator[Any]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node


def _texts(node: ast.AST | None) -> Iterator[str]:
    for part in ast.walk(node) if node else ():
        yield from (constant.value for constant in _constants(part))


def _spell(family: str, kinds: type[StrEnum]) -> set[str]:
    return {f"{family}.{kind.value}" for kind in kinds}


def _list_parts(family: str, thing: type, *more: str) -> set[str]:
    parts = ("says", *more, *(("near",) if "near" in _facts(thing) else ()))
    return {f"{family}.{thing.__name__}.{part}" for part in parts}


def _list_problem_parts(problem: type[Problem]) -> set[str]:
    # A value of the wrong kind is told what is expected, with an example, and an identifier has a proposal.
    has_remedy = "expected" not in _facts(problem) and problem is not Identifier
    return _list_parts("problem", problem, *(("remedy",) if has_remedy else ()))


def _facts(thing: Any) -> set[str]:
    return {field.name for field in fields(thing)}


# The checkers.


def find_slots(text: str) -> set[str]:
    """Return the names of the slots in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def find_differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the keys that only one language has, or whose slots are not the same in both."""
    shared = one.keys() & other.keys()
    odd = {key for key in shared if find_slots(one[key]) != find_slots(other[key])}
    return sorted((one.keys() ^ other.keys()) | odd)


def find_unused(keys: Iterable[str], literals: set[str], families: Mapping[str, set[str]]) -> list[str]:
    """Return the keys that neither stand in the code nor belong to a family that code puts together."""
    built = set().union(*families.values())
    extra = {f"more.{name}" for name in COMMAND.commands}  # a command may have more to say, and need not
    return sorted(set(keys) - literals - built - extra)


def find_full_stops(wording: Mapping[str, str]) -> list[str]:
    """Return the help lines that end in a full stop; `more` and the two sentences about kompas itself may."""
    lines = {key: text for key, text in wording.items() if key.split(".")[0] in {"help", "option", "argument"}}
    return sorted(key for key, text in lines.items() if text.endswith(".") and key != "help.kompas")


def find_long_sentences(text: str) -> list[str]:
    """Return the sentences of more than twelve words; slots, quotations and examples do not count."""
    plain = re.sub(r"“[^”]*”|\"[^\"]*\"|`[^`]*`|\([^)]*\)", " ", text)
    plain = re.sub(r":\s+(?:kompas\b|\w+ = |\{\w+\} =?)[^\n]*", ".", plain)
    plain = re.sub(r"\{\w+\}", " ", plain)
    sentences = re.split(r"[.?!](?=\s|$)|\n", plain)
    return [one.strip() for one in sentences if len(re.findall(r"\w[\w'’-]*", one)) > MOST_WORDS]


def find_english(shown: str) -> list[str]:
    """Return the words of Typer, and other English, in a page of Dutch help; names of options are not translated."""
    return [found[0] for found in LEFT_OVER.finditer(re.sub(r"--?[a-z-]+|kompas [a-z-]+|\S*\|\S*", " ", shown))]


def test_both_languages_say_the_same_things() -> None:
    """Dutch and English have the same keys, and the same slots in each sentence."""
    assert find_differences(read_wording("nl"), read_wording("en")) == []


def test_a_planted_difference_is_found() -> None:
    """A key or slot that one language lacks is found, whichever it is."""
    assert find_differences({"a": "x", "b": "{path}"}, {"b": "{place}", "c": "x"}) == ["a", "b", "c"]


FAMILIES = list_families()


@pytest.mark.parametrize("family", FAMILIES)
def test_everything_has_its_sentence(family: str) -> None:
    """Whatever code can put a key together from, its sentence is there."""
    assert FAMILIES[family]
    assert sorted(FAMILIES[family] - read_wording("nl").keys()) == []


def test_the_families_are_whole() -> None:
    """The lists that the tests above rely on are not empty or cut short."""
    assert {"open-text", "bare-text", "comma", "no-value", "open-list", "other"} <= KINDS
    assert list_usage_kinds() >= {"no-such-option", "needs-value", "takes-no-value", "bad-choice"}
    assert {error.__name__ for error in list_errors()} >= {"NotSaved", "UnknownCommand", "SameGroup"}
    assert {problem.__name__ for problem in list_problem_kinds()} >= {"NotUtf8", "WrongKind", "StrangeField"}
    assert {"option.ours", "option.notebook", "argument.words", "option.format"} <= set(list_option_helps())
    assert {"text", "number", "date", "words", "group", "folder"} <= list_metavars()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("thing", [*list_errors(), *list_problem_kinds()], ids=lambda thing: thing.__name__)
def test_a_sentence_asks_for_facts_that_are_there(thing: type, language: str) -> None:
    """The slots of a sentence are fields of the error or problem that it tells about."""
    family = "error" if issubclass(thing, KompasError) else "problem"
    said = {key: text for key, text in read_wording(language).items() if key.startswith(f"{family}.{thing.__name__}.")}
    assert said
    assert {key: find_slots(text) - _facts(thing) for key, text in said.items()} == {key: set() for key in said}


def test_no_sentence_is_unused() -> None:
    """Every sentence stands in the code by its key, or belongs to a family that code puts together."""
    assert set(find_unused(read_wording("nl"), list_literals(), FAMILIES)) == set()


def test_a_planted_unused_sentence_is_found() -> None:
    """A sentence that nobody asks for is found, in a family too."""
    keys = ["saved", "help.meet", "more.meet", "help.sleep", "farewell"]
    assert find_unused(keys, {"saved"}, FAMILIES) == ["farewell", "help.sleep"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_lines_have_no_full_stop(language: str) -> None:
    """A line of help is a line, no sentence; more than a line is."""
    assert find_full_stops(read_wording(language)) == []


def test_a_planted_full_stop_is_found() -> None:
    """A full stop in help is found, and one in a message is fine."""
    assert find_full_stops({"option.a": "So.", "option.b": "So", "more.a": "So.", "usage.a": "So."}) == ["option.a"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    """No sentence has more than twelve words."""
    assert {key for key, text in read_wording(language).items() if find_long_sentences(text)} == set()


def test_a_planted_long_sentence_is_found() -> None:
    """Thirteen words are too many; slots, quotations and examples do not count."""
    twelve = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"
    assert find_long_sentences(f"{twelve}. {twelve}? {twelve}") == []
    assert find_long_sentences(f"Kort. {twelve} dertien.") == [f"{twelve} dertien"]
    assert find_long_sentences(f"{twelve} {{path}} “dertien veertien”: kompas zoek WOORD") == []


def _list_pages() -> list[list[str]]:
    names = [name for command in COMMAND.commands.values() for name in (command.name, command.dutch)]
    return [["--help"], *([name, "--help"] for name in names)]


@pytest.mark.parametrize("page", _list_pages(), ids=lambda page: page[0])
def test_dutch_help_is_dutch(page: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """No English word of Typer's is left over in Dutch help."""
    assert main(["--lang", "nl", *page]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Gebruik: kompas")
    assert find_english(shown) == []


@pytest.mark.parametrize(
    "line",
    [
        "Usage: kompas ontmoet [OPTIES]",
        "Opties: [OPTIONS]",
        "  --limit INTEGER  Hooguit zoveel",
        "  --place TEXT  Plek",
        "  --help  Show this message and exit.",
        "  --answer  Wat zij zeiden  [required]",
        "  --date  Dag  [default: vandaag]",
        "Error: geen notitieboek",
    ],
)
def test_planted_english_is_found(line: str) -> None:
    """Each word that Typer would say in English is found; names of options and commands are not words."""
    assert find_english("  --show-error, --default  Alles\n  kompas command --help\n  --format table|text|csv") == []
    assert len(find_english(line)) >= 1


def test_a_slot_is_spelled_for_people() -> None:
    """Lists are joined with commas and days are written out, in the language."""
    day = datetime.date(2026, 11, 3)
    assert Words("nl").say("about.by", by=day) == "voor 3 november 2026"
    assert Words("en").say("about.by", by=day) == "by 3 November 2026"
    assert Words("en").say("usage.near", near=("nl", "en")) == "Choose from: nl, en."
    assert Words("nl").say("checked.notes.many", count=0) == "0 bestanden in orde."


def test_one_and_many_differ() -> None:
    """One thing and several each have their sentence."""
    assert Words("en").count("checked.faults", 1) == "1 fault found."
    assert Words("en").count("checked.faults", 2) == "2 faults found."


def test_a_key_without_a_sentence_is_a_fault_of_ours() -> None:
    """A key that has no sentence raises KeyError, and can be asked after."""
    assert not Words("nl").has("farewell")
    with pytest.raises(KeyError, match="farewell"):
        Words("nl").say("farewell")
