"""How to rewrite history without a word: commands for git-filter-repo, and the files that they read.

kompas writes and prints them; a person runs them. The files hold the word itself: they lie in git's own folder, are
thrown away by the last commands, and `forget --verify` sees them as long as they are there.
"""

import os
import re
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

from kompas.domain.forgetting import ERASED, Sought
from kompas.errors import NotWritten, name_reason
from kompas.notebook.git.objects import find_git_folder, find_remotes, list_history, list_refs
from kompas.notebook.git.program import run_git
from kompas.notebook.traces import Search

_FOLDER = "kompas-forget"
# filter-repo matches bytes: a letter is ASCII, or begins with a byte of the Latin, Greek and Cyrillic letters.
_LEFT = r"(?<![A-Za-z0-9])(?<![\xc3-\xd3][\x80-\xbf])"
_RIGHT = r"(?=(?:(?:'|’)?s)?(?![A-Za-z0-9\xc3-\xd3]))"
_NOBODY = "gewist <gewist@invalid>"
_PUSHED = "'+refs/heads/*:refs/heads/*' '+refs/tags/*:refs/tags/*'"


def write_recipe(root: Path, sought: Sought, search: Search, is_gone: Callable[[str, bytes], bool]) -> list[str]:
    """Write what git-filter-repo reads, and return the commands, in their order. Raises NotWritten."""
    folder = find_git_folder(root)
    if folder is None:
        return []
    removed, renamed = _sort_paths(root, sought, search, is_gone)
    lines = {
        "texts": [_write_expression(text) for text in sorted(search.spellings, key=lambda text: (-len(text), text))],
        "paths": [*(f"literal:{path}" for path in removed), *(f"literal:{old}==>{new}" for old, new in renamed)],
        "people": [f"{_NOBODY} {signer}" for signer in sorted(search.signers) if sought.is_in(signer)],
    }
    place = folder / _FOLDER
    try:
        place.mkdir(exist_ok=True)
        for name, told in lines.items():
            (place / name).write_text("".join(f"{line}\n" for line in told), encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise NotWritten(place, name_reason(error)) from error
    return _list_commands(
        root, folder, [name for name, told in lines.items() if told], sought, has_removed=bool(removed)
    )


def _list_commands(root: Path, folder: Path, used: list[str], sought: Sought, *, has_removed: bool) -> list[str]:
    own, top = shlex.quote(str(folder)), os.fsdecode(run_git(root, "rev-parse", "--show-toplevel").stdout.strip())
    branch = run_git(root, "symbolic-ref", "--short", "HEAD").stdout.decode("utf-8", "replace").strip()
    remotes = find_remotes(root)
    has_upstream = run_git(root, "rev-parse", "--abbrev-ref", "@{upstream}").returncode == 0
    options = {
        "texts": f"--replace-text {own}/{_FOLDER}/texts --replace-message {own}/{_FOLDER}/texts",
        "paths": f"--paths-from-file {own}/{_FOLDER}/paths{' --invert-paths' if has_removed else ''}",
        "people": f"--mailmap {own}/{_FOLDER}/people",
    }
    chosen = " ".join(options[name] for name in used)
    first = sorted(remotes, key=lambda name: (name != "origin", name))[:1]
    return [
        f"cd {shlex.quote(top)}",
        'test -z "$(git status --porcelain --untracked-files=no)"',
        *(["git pull --rebase --quiet"] if has_upstream else []),
        *([f"git filter-repo --force --quiet --replace-refs delete-no-add {chosen}"] if chosen else []),
        *_rename_refs(list_refs(root), sought),
        *(
            f"{{ git config remote.{name}.url >/dev/null || git remote add {name} {shlex.quote(remotes[name])}; }}"
            for name in first
        ),
        *(f"git push --quiet --prune {name} {_PUSHED}" for name in first),
        *(f"git fetch --quiet --prune {name}" for name in first),
        *(f"git branch --quiet --set-upstream-to={name}/{sought.erase_path(branch)}" for name in first if branch),
        f"rm -rf {own}/{_FOLDER} {own}/filter-repo {own}/COMMIT_EDITMSG {own}/FETCH_HEAD {own}/ORIG_HEAD",
        "git reflog expire --expire=now --all",
        "git gc --quiet --prune=now",
    ]


def _rename_refs(refs: Sequence[str], sought: Sought) -> list[str]:
    """Return the commands that give branches and tags with the word in their name another one.

    By then filter-repo has made branches of our own of those that only the server had.
    """
    branches = {re.sub(r"^refs/(heads|remotes/[^/]+)/", "", ref) for ref in refs if not ref.startswith("refs/tags/")}
    tags = {ref.removeprefix("refs/tags/") for ref in refs if ref.startswith("refs/tags/")}
    told = [
        f"git branch --move {shlex.quote(old)} {shlex.quote(sought.erase_path(old))}"
        for old in sorted(filter(sought.is_in_path, branches))
    ]
    for old in sorted(filter(sought.is_in_path, tags)):
        new = shlex.quote(sought.erase_path(old))
        told.append(f"git update-ref refs/tags/{new} refs/tags/{shlex.quote(old)}")
        told.append(f"git update-ref -d refs/tags/{shlex.quote(old)}")
    return told


def _sort_paths(
    root: Path, sought: Sought, search: Search, is_gone: Callable[[str, bytes], bool]
) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the paths that leave history, whatever they were called, and those that get another name."""
    history = list_history(root)
    prefix = os.fsdecode(run_git(root, "rev-parse", "--show-prefix").stdout.rstrip(b"\n"))
    removed = {
        past.path for past in history if is_gone(past.path.removeprefix(prefix), search.contents.get(past.content, b""))
    }
    renamed = [(path, sought.erase_path(path)) for path in sorted({past.path for past in history} - removed)]
    return sorted(removed), [(old, new) for old, new in renamed if old != new]


def _write_expression(text: str) -> str:
    escaped = re.escape(text).replace("\\\n", "\\n").replace("\n", "\\n").replace("\\\r", "\\r").replace("\r", "\\r")
    return f"regex:{_LEFT}{escaped}{_RIGHT}==>{ERASED}"
