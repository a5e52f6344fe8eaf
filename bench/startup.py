#!/usr/bin/env python3
"""Measure the start of kompas as whole processes, against the import of Typer alone.

    .venv/bin/python bench/startup.py [RUNS]

Every command runs once to warm up and then RUNS times (21 if left out), all in turn, so that a machine that slows down
slows all of them. CPU is user and system time of the finished process, as the operating system counts it (wait4).
Ratios are taken round by round against `python -c "import typer"`; the table shows medians. Needs a POSIX system.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

NOTEBOOK = Path(__file__).resolve().parent.parent / "notes"
PYTHON = Path(sys.executable)
KOMPAS = PYTHON.with_name("kompas")
COMMANDS = {
    'python -c "import typer"': (PYTHON, "-c", "import typer"),
    'python -c "pass"': (PYTHON, "-c", "pass"),
    "kompas --version": (KOMPAS, "--version"),
    "kompas --help": (KOMPAS, "--help"),
    "kompas talents": (KOMPAS, "--notebook", NOTEBOOK, "talents"),
    "kompas meet": (KOMPAS, "--notebook", NOTEBOOK, "meet"),
}
# Compiled modules may be written and used: an installed program has them.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(command: tuple[Path | str, ...]) -> float:
    """Return the CPU seconds of one run of `command`. Raises SystemExit when it fails."""
    process = subprocess.Popen(  # noqa: S603 our own commands, named above
        [str(word) for word in command], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main(runs: int) -> None:
    """Print a table in Markdown: median CPU of each command, and its median ratio to the first."""
    for command in COMMANDS.values():
        measure(command)
    rounds = [[measure(command) for command in COMMANDS.values()] for _ in range(runs)]
    sys.stdout.write("| command | CPU ms, median | least | times `import typer` |\n| --- | ---: | ---: | ---: |\n")
    for title, seconds in zip(COMMANDS, zip(*rounds, strict=True), strict=True):
        ratio = median(second / one[0] for second, one in zip(seconds, rounds, strict=True))
        figures = f"{median(seconds) * 1000:.0f} | {min(seconds) * 1000:.0f} | {ratio:.2f}"
        sys.stdout.write(f"| `{title}` | {figures} |\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
