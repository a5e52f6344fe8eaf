"""Run kompas as a person would, and compare what it says with a transcript.

A transcript is a text file: prose, then commands and what they say.

    @ 2026-11/a.toml      write this file in the notebook, with the lines behind | as its content
    | date = 2026-11-20
    $ kompas talenten     run this in the folder that holds the notebook
    $ COLUMNS=40 kompas   run this with something else in the environment
    > a line on stdout
    2> a line on stderr
    [1]                   the exit code, when it is not 0
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import pytest

from kompas.cli.main import main


@dataclass(frozen=True)
class Run:
    """What one run of kompas gave."""

    code: int
    out: str
    err: str


@dataclass
class Scene:
    """A step of a transcript: a file to write or a command to run, and the lines told of it."""

    title: str
    told: list[str] = field(default_factory=list)


def run_kompas(words: list[str], capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `main` with `words` and return what it said."""
    capsys.readouterr()
    code = main(words)
    told = capsys.readouterr()
    return Run(code, told.out, told.err)


def read_scenes(text: str) -> tuple[str, list[Scene]]:
    """Return the prose on top and the scenes of a transcript."""
    prose: list[str] = []
    scenes: list[Scene] = []
    for line in text.splitlines():
        if line.startswith(("$ ", "@ ")):
            scenes.append(Scene(line))
        elif scenes:
            if line.strip():
                scenes[-1].told.append(line)
        else:
            prose.append(line)
    return "\n".join(prose), scenes


def play(text: str, place: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Play every scene in the folder `place` and return the transcript as it went."""
    prose, scenes = read_scenes(text)
    parts = [prose.rstrip()]
    for scene in scenes:
        if scene.title.startswith("@ "):
            target = place / scene.title[2:].strip()
            target.parent.mkdir(parents=True, exist_ok=True)
            content = "".join(f"{line[2:]}\n" for line in scene.told)
            target.write_text(content, encoding="utf-8")
            parts.append("\n".join([scene.title, *scene.told]))
        else:
            parts.append("\n".join([scene.title, *_perform(scene.title[2:], place, capsys)]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _perform(command: str, place: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    before = Path.cwd()
    os.chdir(place)
    words = shlex.split(command)
    given = dict(word.split("=", 1) for word in takewhile(lambda word: "=" in word, words))
    try:
        with pytest.MonkeyPatch.context() as environment:
            for name, value in given.items():
                environment.setenv(name, value)
            run = _run(words[len(given) :], capsys)
    finally:
        os.chdir(before)
    for mark, said in ((">", run.out), ("2>", run.err)):
        for line in said.replace(str(place), "PLACE").replace(os.environ["HOME"], "HOME").splitlines():
            yield f"{mark} {line}".rstrip()
    if run.code:
        yield f"[{run.code}]"


def _run(words: list[str], capsys: pytest.CaptureFixture[str]) -> Run:
    if words[0] == "kompas":
        return run_kompas(words[1:], capsys)
    if words[0] not in {"cat", "ls", "git", "rm"}:
        sys.exit(f"a transcript runs kompas, cat, ls, rm and git, not {words[0]}")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return Run(done.returncode, done.stdout, done.stderr)
