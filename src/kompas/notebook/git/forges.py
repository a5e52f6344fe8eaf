"""Addresses of repositories, and which of them lie where anybody may look."""

import re

PUBLIC = frozenset(
    {"github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "sr.ht", "gitee.com", "notabug.org", "framagit.org"}
    | {"sourceforge.net", "sf.net", "gitea.com", "disroot.org", "launchpad.net", "savannah.gnu.org", "pagure.io"}
)
"""Forges on which anybody may open an account, and a repository is one click from public."""

_URL = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^@/]*@)?([^/:]*)(?::\d*)?/*(.*)$", re.IGNORECASE)
_SCP = re.compile(r"^(?:[^@/]*@)?([^/:]{2,}):/*(.*)$")


def plain_address(address: str) -> str:
    """Return an address as `host/path`, however it is written; a folder stays a folder.

    `git@github.com:team/notes.git` is github.com/team/notes.
    """
    found = _URL.match(address) or _SCP.match(address)
    place = f"{found[1].lower()}/{found[2]}" if found else address
    return place.rstrip("/").removesuffix(".git")


def is_public(address: str) -> bool:
    """Tell whether `address` lies on a forge where anybody may have an account, or on a part of one."""
    host = plain_address(address).split("/")[0].rstrip(".")
    return any(host == forge or host.endswith(f".{forge}") for forge in PUBLIC)


def is_named(address: str, names: tuple[str, ...]) -> bool:
    """Tell whether one of `names` is `address`, or a place that it lies in."""
    place = plain_address(address)
    named = [plain_address(name) for name in names]
    return any(place == name or place.startswith(f"{name}/") for name in named)


def may_send(address: str, names: tuple[str, ...]) -> bool:
    """Tell whether notes may go to `address` unasked: named by the team, or not public when the team named nothing."""
    return is_named(address, names) or (not names and not is_public(address))
