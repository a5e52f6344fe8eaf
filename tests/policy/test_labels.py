"""The labels of lines from a phone: each means one thing, what kompas itself says is one, and all are documented."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from conftest import REPOSITORY
from kompas.domain.note import Agreement, Note
from kompas.domain.phone.labels import list_words
from kompas.domain.questions import QUESTIONS
from kompas.policy.labels import read_labels
from kompas.wording.words import Words

PAGE = REPOSITORY / "docs" / "phone.md"
BEGIN, END = "<!-- labels -->\n", "<!-- /labels -->\n"
POLICY = tomllib.loads((REPOSITORY / "src" / "kompas" / "policy" / "labels.toml").read_text(encoding="utf-8"))


def test_a_label_means_one_thing() -> None:
    """No label stands at two keys, with or without the small words around it."""
    spelt = {(" ".join(list_words(one)), key) for key, text in POLICY["labels"].items() for one in text.split(",")}
    labels = read_labels()
    bare = {(" ".join(word for word in label.split() if word not in labels.fillers), key) for label, key in spelt}
    for pairs in (spelt, bare):
        counted = Counter(label for label, _ in pairs if label)
        assert [label for label, count in counted.items() if count > 1] == []


def test_every_part_of_a_note_has_a_label() -> None:
    """All can be told in lines but the author, and what is not known on the day of the visit."""
    parts = (set(Note.model_fields) | set(Agreement.model_fields)) - {"agreement", "author", "worth", "confirmed"}
    assert set(POLICY["labels"]) - {"head"} == parts


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_kompas_says_is_a_label(language: str) -> None:
    """Who copies the questions of the round, or what `about` shows, fills in a form that kompas reads."""
    words, labels = Words(language), read_labels()
    asked = {key: words.say(f"guide.{key}", question="").rstrip(": ") for key in QUESTIONS}
    told = {key: labels.find_key(question) for key, question in asked.items() if key not in {"group", "place"}}
    told |= {key: labels.find_key(words.say(f"key.{key}")) for key in set(POLICY["labels"]) - {"head", "date"}}
    assert [key for key, found in told.items() if found != key] == []


def write_table() -> str:
    """Return the table of labels as docs/phone.md shows it."""
    rows = [f"| `{key}` | {text} |\n" for key, text in POLICY["labels"].items()]
    return "| key in a note | labels |\n| --- | --- |\n" + "".join(rows)


def test_the_page_lists_all_labels(request: pytest.FixtureRequest) -> None:
    """docs/phone.md shows every label and every small word; --update rewrites it."""
    before, _, rest = _read(PAGE).partition(BEGIN)
    after = rest.partition(END)[2]
    table = f"{write_table()}\nWords that change no label: {POLICY['fillers']}.\n"
    page = f"{before}{BEGIN}\n{table}\n{END}{after}"
    if request.config.getoption("--update"):
        PAGE.write_text(page, encoding="utf-8")
    assert _read(PAGE) == page


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
