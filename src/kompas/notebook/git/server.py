"""The team's repository: which one it is, what stands there, and sending to it; never with force."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kompas.errors import (
    AccessDenied,
    BranchUnclear,
    GitFailed,
    KompasError,
    PushRefused,
    RemoteNotFound,
    RemoteUnclear,
    Unreachable,
)
from kompas.notebook.git.clone import Clone


@dataclass(frozen=True, slots=True)
class Target:
    """Where the notes go: a remote by the name that git knows, and the branch there, None while it is not known."""

    remote: str
    branch: str | None


class Sent(Enum):
    """What became of sending."""

    DONE = "done"
    OVERTAKEN = "overtaken"


_UNREACHABLE = (
    "could not resolve", "couldn't resolve", "couldn't connect", "could not connect", "failed to connect",
    "connection refused", "timed out",
    "network is unreachable", "no route to host", "connection reset", "connection closed", "name or service not known",
    "temporary failure in name resolution", "operation too slow", "the remote end hung up", "early eof",
    "returned error: 5", "unable to connect", "ssl_error",
)  # fmt: skip
_DENIED = (
    "authentication failed", "permission denied (", "could not read username", "could not read password",
    "terminal prompts disabled", "returned error: 401", "returned error: 403", "access denied", "denied to",
    "denied by",
    "host key verification failed", "invalid credentials", "not authorized", "unauthorized",
)  # fmt: skip
_ABSENT = (
    "does not appear to be a git repository", "repository not found", "not found", "does not exist",
    "could not be found", "no such remote", "not a git repository",
)  # fmt: skip
_READ_ONLY = (
    "read-only", "insufficient permission", "unpacker error", "unable to create temporary", "unpack failed",
    "no space left", "quota", "service not enabled", "remote rejected", "pre-receive", "protected branch",
)  # fmt: skip
_OVERTAKEN = (
    "fetch first", "non-fast-forward", "stale info", "cannot lock ref", "failed to lock", "unable to lock",
    "failed to update ref", "reference already exists", "incorrect old value", "file exists", "already exists",
)  # fmt: skip


def find_target(clone: Clone, branch: str) -> Target | None:
    """Return where `branch` goes, None without a remote. Raises RemoteUnclear when there are several to choose from."""
    remotes = (clone.find("remote") or "").split()
    remote = clone.find("config", f"branch.{branch}.remote")
    if remote in remotes:
        theirs = clone.find("config", f"branch.{branch}.merge")
        return Target(str(remote), theirs.removeprefix("refs/heads/") if theirs else None)
    if not remotes:
        return None
    if "origin" not in remotes and len(remotes) > 1:
        raise RemoteUnclear(tuple(remotes))
    return Target("origin" if "origin" in remotes else remotes[0], None)


def list_addresses(clone: Clone, remote: str) -> list[str]:
    """Return every address that pushing to `remote` sends to."""
    return (clone.find("remote", "get-url", "--push", "--all", remote) or "").split("\n")


def fetch(clone: Clone, target: Target, branch: str, ways: Mapping[str, str]) -> tuple[Target, str | None]:
    """Bring in what colleagues sent; return the target, its branch known, and the commit there, None when it is empty.

    `branch` is the name here. Raises what `diagnose` finds, or BranchUnclear.
    """
    theirs = target.branch or _choose_branch(clone, target, branch, ways)
    if theirs is None:
        return Target(target.remote, branch), None
    tracking = f"refs/remotes/{target.remote}/{theirs}"
    deepen = ("--unshallow",) if clone.find("rev-parse", "--is-shallow-repository") == "true" else ()
    words = (
        "fetch",
        "--no-tags",
        "--no-recurse-submodules",
        *deepen,
        target.remote,
        f"+refs/heads/{theirs}:{tracking}",
    )
    code, said = clone.go_outside(*_steady(), *words, given=ways)
    if code and "couldn't find remote ref" in said and target.branch:
        return fetch(clone, Target(target.remote, None), branch, ways)
    if code:
        raise diagnose(clone, target.remote, said)
    return Target(target.remote, theirs), clone.find("rev-parse", "--verify", "--quiet", tracking)


def _choose_branch(clone: Clone, target: Target, branch: str, ways: Mapping[str, str]) -> str | None:
    """Return the branch that the team works on: that with our name, the server's own choice, or the only one."""
    code, said = clone.go_outside(
        *_steady(), "ls-remote", "--symref", target.remote, "HEAD", "refs/heads/*", given=ways
    )
    if code:
        raise diagnose(clone, target.remote, said)
    lines = [line.split("\t") for line in said.split("\n") if "\t" in line]
    heads = [name.removeprefix("refs/heads/") for _, name in lines if name.startswith("refs/heads/")]
    chosen = [one.removeprefix("ref: refs/heads/") for one, name in lines if one.startswith("ref: ") and name == "HEAD"]
    if not heads:
        return None
    found = next((name for name in (branch, *chosen, "main", "master") if name in heads), None)
    if found is None and len(heads) > 1:
        raise BranchUnclear(tuple(heads))
    return found or heads[0]


def push(clone: Clone, target: Target, commit: str, ways: Mapping[str, str]) -> Sent:
    """Send `commit` to the team; never over what stands there. Raises what `diagnose` finds, or PushRefused."""
    words = ("push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no", target.remote)
    code, said = clone.go_outside(*_steady(), *words, f"{commit}:refs/heads/{target.branch}", given=ways)
    if not code:
        return Sent.DONE
    if any(mark in said.lower() for mark in _OVERTAKEN) and "hook declined" not in said:
        return Sent.OVERTAKEN
    raise diagnose(clone, target.remote, said)


def follow(clone: Clone, branch: str, target: Target) -> None:
    """Let git know which branch of the team this one belongs to."""
    wanted = {"remote": target.remote, "merge": f"refs/heads/{target.branch}"}
    for key, value in wanted.items():
        name = f"branch.{branch}.{key}"
        if clone.find("config", "--local", name) != value:
            clone.require("config", "--local", name, value)


def diagnose(clone: Clone, remote: str, said: str) -> KompasError:
    """Return what git's words mean; GitFailed with those words when they mean nothing we know."""
    low, told = said.lower(), _shorten(clone, remote)
    if "remote rejected" in low or "hook declined" in low:
        return PushRefused(told, _quote_server(said))
    for marks, error in ((_DENIED, AccessDenied), (_UNREACHABLE, Unreachable), (_ABSENT, RemoteNotFound)):
        if any(mark in low for mark in marks):
            return error(told)
    if any(mark in low for mark in _READ_ONLY):
        return PushRefused(told, _quote_server(said))
    return GitFailed(said.strip())


def choose_ways(clone: Clone, environment: Mapping[str, str], *, may_ask: bool) -> dict[str, str]:
    """Return the variables with which git goes to a server: a password is asked on a terminal, and nowhere else."""
    if may_ask:
        return {}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "GCM_INTERACTIVE": "never"}
    if "GIT_SSH" in environment:
        return quiet
    ssh = environment.get("GIT_SSH_COMMAND") or clone.find("config", "core.sshCommand") or "ssh"
    return quiet | {"GIT_SSH_COMMAND": f"{ssh} -o BatchMode=yes -o ConnectTimeout=20"}


def _steady() -> tuple[str, ...]:
    """Give up a server that sends nothing for half a minute."""
    return ("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=30")


def _shorten(clone: Clone, remote: str) -> str:
    """Return the address of a remote without a password that may stand in it."""
    address = list_addresses(clone, remote)[0] or remote
    scheme, mark, rest = address.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}" if mark else address


def _quote_server(said: str) -> str:
    """Return what the server said, and of the rest nothing."""
    lines = [line.removeprefix("remote:").strip() for line in said.split("\n") if line.startswith("remote:")]
    return " ".join(line for line in lines if line)
