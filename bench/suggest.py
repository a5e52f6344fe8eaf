"""Measure what suggestions cost on a large notebook: `python -m bench.suggest NOTEBOOK`.

Reads the notes first, which is not counted; then measures, in CPU seconds of this one cold process, reading the
thesaurus, reading all phrases, suggesting for everybody and suggesting for one group, and the peak memory.
"""

import datetime
import gc
import resource
import sys
from pathlib import Path
from time import process_time

from kompas.domain.living import list_living
from kompas.domain.matching.content import Reader
from kompas.domain.matching.pool import list_matchable
from kompas.domain.matching.suggest import suggest_meetings
from kompas.domain.matching.themes import Thesaurus
from kompas.notebook.folder import read_notebook
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes


def main(root: Path) -> None:
    """Print a line for each step."""
    gc.disable()  # as kompas does
    today = datetime.date.today()  # noqa: DTZ011 a notebook to measure on is dated from the day it was made
    notes = read_notebook(root, today).notes
    phrases = list(list_matchable(list_living(notes, today, 365), notes))
    print(f"{len(notes)} notes, {len(phrases)} phrases, {len({one.group for one in phrases})} groups")
    began = process_time()
    function_words = read_function_words()
    reader = Reader(Thesaurus(read_themes(), function_words), function_words)
    began = _tell("reading the thesaurus", began)
    for phrase in phrases:
        reader.read(phrase.text)
    began = _tell("reading all phrases", began)
    found = suggest_meetings(phrases, reader)
    began = _tell(f"suggesting for everybody ({len(found)})", began)
    found = suggest_meetings(phrases, reader, group=phrases[0].group)
    _tell(f"suggesting for one group ({len(found)})", began)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB, the notes themselves included")


def _tell(step: str, began: float) -> float:
    now = process_time()
    print(f"{step:40} {now - began:6.2f} s CPU")
    return now


if __name__ == "__main__":
    main(Path(sys.argv[1]))
