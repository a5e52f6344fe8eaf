"""With the index and without, every question has one answer, whatever was done to the files in between."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kompas.domain.about import list_facts, list_known
from kompas.domain.living import list_living
from kompas.domain.phrase import Facet, Filters, list_phrases, pick_phrases
from kompas.domain.promise import list_promises
from kompas.domain.search import find_words, list_texts
from kompas.notebook.folder import read_notebook
from kompas.notebook.index.file import remove_index
from kompas.notebook.index.refresh import refresh
from kompas.notebook.index.thaw import read_all
from transcript import Run
from written import TODAY

EXAMPLE = Path(__file__).parents[2] / "notes"
ASKED = [
    *([facet.value, "--all"] for facet in Facet if facet is not Facet.DOES and facet is not Facet.OFFERS),
    ["talents", "--format", "json", "--limit", "7"], ["asks", "--place", "bib", "--format", "csv"],
    ["promises", "--all"], ["find", "koken", "--format", "json"], ["find", "oven", "de", "--format", "md"],
    ["about", "Formulierentafel"], ["meet"], ["meet", "--kept"], ["meet", "--limit", "9", "--format", "json"],
    ["meet", "Formulierentafel"], ["checklist"], ["mirror"], ["stories"],
]  # fmt: skip


def _change(root: Path, chance: random.Random) -> None:
    """Do to a file what people, git and programs do to files."""
    paths = sorted(path for path in root.rglob("*.toml") if path.name != "kompas.toml")
    path, other = chance.choice(paths), chance.choice(paths)
    match chance.randrange(8):
        case 0:
            path.unlink()
        case 1:
            path.rename(path.with_name(f"{chance.randrange(10**6)}.toml"))
        case 2:
            path.write_bytes(other.read_bytes())
        case 3:  # as long as it was, and given its old time back
            times = path.stat()
            path.write_text(path.read_text(encoding="utf-8").replace("de ", "en "), encoding="utf-8")
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        case 4:
            os.utime(path, (chance.randrange(2**31), chance.randrange(2**31)))
        case 5:
            path.write_text(
                path.read_text(encoding="utf-8") + chance.choice(["x = 1\n", "[[", "# ja\n"]), encoding="utf-8"
            )
        case 6:
            path.replace(other)
        case _:
            (root / "2026-10").mkdir(exist_ok=True)
            shutil.copy(path, root / "2026-10" / f"{chance.randrange(10**6)}.toml")


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_the_index_answers_as_the_files_do(example: Path, seed: int) -> None:
    """After any run of edits, renames, deletions and changed times, lists are those of the files themselves."""
    chance = random.Random(seed)  # noqa: S311 an example that is the same each time
    for _ in range(5):
        for _ in range(chance.randrange(1, 4)):
            _change(example, chance)
        view, reading = refresh(example, TODAY), read_notebook(example, TODAY)
        assert [one.model_dump() for one in (filed.note for filed in read_all(view).notes)] == [
            filed.note.model_dump() for filed in reading.notes
        ]
        assert tuple(view.list_problems()) == reading.problems
        living, kept = list_living(reading.notes, TODAY, 365), list_living(view.list_newest(), TODAY, 365)
        for facet in Facet:
            assert [*pick_phrases(list_phrases(kept), facet, Filters())] == [
                *pick_phrases(list_phrases(living), facet, Filters())
            ]
        assert list_promises(kept, Filters(), TODAY) == list_promises(living, Filters(), TODAY)
        text = chance.choice([text for filed in living for _, text in list_texts(filed.note)]).split()
        assert [*find_words(kept, text[:2], Filters())] == [*find_words(living, text[:2], Filters())]
        known = list_known(view.list_groups(), view.list_introductions(), view.list_naming())
        assert known == list_known((one.note.group for one in reading.notes), reading.introductions, reading.notes)
        for group in chance.sample(known, 3):
            assert list_facts(group, view.list_newest(), view.list_introductions(), 365) == list_facts(
                group, reading.notes, reading.introductions, 365
            )


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_every_command_answers_as_it_does_without(example: Path, seed: int, kompas: Callable[..., Run]) -> None:
    """After any changes every command says the same with the index that was there and with one made anew."""
    chance = random.Random(seed)  # noqa: S311 an example that is the same each time
    for _ in range(2):
        for _ in range(3):
            _change(example, chance)
        with_index = [kompas(*words, at=example) for words in ASKED]
        for words, run in zip(ASKED, with_index, strict=True):
            remove_index(example)
            assert kompas(*words, at=example) == run
