"""Measure how well asks find their offers: `python -m bench.matching [PAIRS.tsv]`.

PAIRS.tsv has the columns kind, phenomenon, ask and offer; a row of kind "pair" is an ask with its one right offer, a
row of kind "distractor" an offer that answers nothing. Every ask is ranked against all offers, by words alone, by
themes alone and by both. Then half of the asks lose their offer, and of what would be shown at a threshold the share
that is right is counted; the other half in turn. Without a path it uses our own pairs, which nobody looked at while the
thesaurus was written.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from kompas.domain.matching.content import Reader, count_rarity
from kompas.domain.matching.suggest import GOOD
from kompas.domain.matching.themes import Thesaurus
from kompas.domain.matching.ties import Weighed, find_ties, weigh
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes

Score = Callable[[Weighed, Weighed], float]
_THRESHOLDS = [step / 20 for step in range(2, 15)]


def score_words(giving: Weighed, taking: Weighed) -> float:
    """Return what the words alone weigh: trigrams, as in soft TF-IDF."""
    return sum(tie.weight for tie in find_ties(giving, taking) if tie.theme is None)


def score_themes(giving: Weighed, taking: Weighed) -> float:
    """Return what the themes alone weigh."""
    return sum(tie.weight for tie in find_ties(giving, taking) if tie.theme is not None)


def score_both(giving: Weighed, taking: Weighed) -> float:
    """Return what kompas weighs."""
    return sum(tie.weight for tie in find_ties(giving, taking))


METHODS: dict[str, Score] = {"words alone": score_words, "themes alone": score_themes, "both": score_both}


def main(path: Path) -> None:
    """Print recall at 1 and 5, the mean reciprocal rank, and precision by threshold."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [row for row in rows if row["kind"] == "pair"]
    function_words = read_function_words()
    reader = Reader(Thesaurus(read_themes(), function_words), function_words)
    texts = [*(row["ask"] for row in pairs), *(row["offer"] for row in rows)]
    rarity = count_rarity(map(reader.read, texts))
    asks, offers = (
        [weigh(reader.read(text), rarity) for text in part] for part in (texts[: len(pairs)], texts[len(pairs) :])
    )
    # Distractors may stand anywhere; the right offer of ask n is that of pair n.
    right = [number for number, row in enumerate(rows) if row["kind"] == "pair"]
    print(f"{path}: {len(asks)} asks, {len(offers)} offers")
    for name, score in METHODS.items():
        table = [[score(offer, ask) for offer in offers] for ask in asks]
        _print_ranks(name, table, right, [row["phenomenon"] for row in pairs])
    _print_precision(table, right)


def _print_ranks(name: str, table: Sequence[Sequence[float]], right: Sequence[int], kinds: Sequence[str]) -> None:
    ranks = [_rank(scores, wanted) for scores, wanted in zip(table, right, strict=True)]
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    fifth = sum(0 < rank <= 5 for rank in ranks) / len(ranks)  # noqa: PLR2004
    mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
    by_kind = defaultdict(list)
    for rank, kind in zip(ranks, kinds, strict=True):
        by_kind[kind].append(rank == 1)
    told = "  ".join(f"{kind} {sum(hits)}/{len(hits)}" for kind, hits in sorted(by_kind.items()))
    print(f"{name:13} r@1 {first:.3f}  r@5 {fifth:.3f}  MRR {mean:.3f}   first: {told}")


def _rank(scores: Sequence[float], wanted: int) -> int:
    """Return the place of the wanted offer, from 1; 0 when it scores nothing."""
    mine = scores[wanted]
    better = sum(score > mine or (score == mine and other < wanted) for other, score in enumerate(scores))
    return better + 1 if mine > 0 else 0


def _print_precision(table: Sequence[Sequence[float]], right: Sequence[int]) -> None:
    print(f"threshold  shown  right  precision  found      (half the asks without an answer; kompas shows from {GOOD})")
    for threshold in _THRESHOLDS:
        shown = correct = 0
        for half in (0, 1):
            gone = {wanted for number, wanted in enumerate(right) if number % 2 == half}
            for number, scores in enumerate(table):
                best = max((one for one in range(len(scores)) if one not in gone), key=scores.__getitem__)
                if scores[best] >= threshold:
                    shown += 1
                    correct += best == right[number]
        precision = correct / shown if shown else 1.0
        print(f"{threshold:9.2f}  {shown:5}  {correct:5}  {precision:9.2f}  {correct / len(table):5.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pairs.tsv")
