"""Who signs a commit: asked of git, and set in this repository only."""

from kompas.notebook.git.clone import Clone


def has_identity(clone: Clone) -> bool:
    """Tell whether the user has told git who they are; a name that git would make up does not count."""
    words = ("-c", "user.useConfigOnly=true", "var")
    return all(clone.ask(*words, f"GIT_{role}_IDENT") is not None for role in ("AUTHOR", "COMMITTER"))


def set_identity(clone: Clone, name: str, email: str) -> None:
    """Let git sign the commits of this repository with `name` and `email`."""
    clone.require("config", "--local", "user.name", name)
    clone.require("config", "--local", "user.email", email)
