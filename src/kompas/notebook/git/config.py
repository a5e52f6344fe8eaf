"""The settings of one repository, and of no other."""

from pathlib import Path

from kompas.notebook.git.program import has_git, run_git

_UNSET = 1
"""What `git config --get` exits with for a setting that is not there; outside a repository it is 128."""


def read_config(root: Path, name: str) -> str | None:
    """Return a setting of the repository around `root` itself, empty when it is not set; None outside a repository."""
    if not has_git():
        return None
    told = run_git(root, "config", "--local", "--get", name)
    return told.stdout.decode("utf-8", "replace").removesuffix("\n") if told.returncode in {0, _UNSET} else None


def write_config(root: Path, name: str, value: str) -> bool:
    """Set a setting of the repository around `root`; tell whether it is set now."""
    return run_git(root, "config", "--local", name, value).returncode == 0
