"""Measure how kompas grows with its notebook: `python -m bench.scale NOTEBOOK [RUNS]`.

Every command runs once to warm up and then RUNS times (7 if left out), in turn, as whole processes beside
`python -c "import typer"`. CPU is user and system time as the system counts it (wait4), ratios are taken round
by round, and peak memory is the largest resident set. Then the index is removed and made anew, beside a bare tomllib
parse of the same files. The cache lies in a folder of its own. Needs a POSIX system.
"""

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from kompas.notebook.index.refresh import refresh

PARSE = """
import sys, tomllib, pathlib
for path in pathlib.Path(sys.argv[1]).glob("*/*.toml"):
    tomllib.loads(path.read_text("utf-8"))
"""
Run = tuple[float, float, int]


def measure(words: list[str], cache: Path) -> Run:
    """Return the CPU seconds, wall seconds and peak KB of one run. Raises SystemExit when it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["XDG_CACHE_HOME"] = str(cache)
    began = perf_counter()
    process = subprocess.Popen(  # noqa: S603 our own commands, named below
        [sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} ended with exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, perf_counter() - began, usage.ru_maxrss


def list_commands(root: Path) -> dict[str, list[str]]:
    """Return what is measured; group and word are taken from the notebook."""
    today = datetime.date.today()  # noqa: DTZ011 a notebook to measure on is dated from the day it was made
    note = next(filed.note for filed in refresh(root, today).list_having("talents"))
    word = max(note.talents[0].split(), key=len)
    asked = {
        "talents --format json --limit 50": ["talents", "--format", "json", "--limit", "50"],
        "find WORD": ["find", word],
        "asks": ["asks"],
        "promises": ["promises"],
        "about GROUP": ["about", note.group],
        "meet GROUP": ["meet", note.group],
        "meet": ["meet"],
    }
    told = {name: ["-m", "kompas", "--notebook", str(root), *words] for name, words in asked.items()}
    return {"import typer": ["-c", "import typer"], **told}


def main(root: Path, runs: int) -> None:
    """Print a table in Markdown, and what a cold index costs."""
    cache = Path(tempfile.mkdtemp())
    commands = list_commands(root)
    for words in commands.values():
        measure(words, cache)
    rounds = [{name: measure(words, cache) for name, words in commands.items()} for _ in range(runs)]
    print("| command | CPU ms | wall ms | times `import typer` | peak MB |\n| --- | ---: | ---: | ---: | ---: |")
    for name in commands:
        cpu, wall = (median(one[name][at] for one in rounds) * 1000 for at in (0, 1))
        ratio = median(one[name][0] / one["import typer"][0] for one in rounds)
        peak = max(one[name][2] for one in rounds) / 1024
        print(f"| `{name}` | {cpu:.0f} | {wall:.0f} | {ratio:.2f} | {peak:.0f} |")
    cold = []
    for _ in range(runs):
        shutil.rmtree(cache)
        cold.append(
            measure(commands["talents --format json --limit 50"], cache)[0]
            / measure(["-c", PARSE, str(root)], cache)[0]
        )
        cache.mkdir(exist_ok=True)
    print(f"\nA cold index costs {median(cold):.2f} times a bare tomllib parse of the same files.")
    shutil.rmtree(cache)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)  # noqa: PLR2004
