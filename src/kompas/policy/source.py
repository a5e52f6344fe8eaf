"""Read a file of policy that comes with kompas."""

from functools import cache
from pathlib import Path
from typing import Any

from kompas.plain_toml import parse


def name_policy() -> str:
    """Name the texts and word lists that come with kompas, by their times and sizes: others have another name."""
    told = ((path.name, path.stat()) for path in sorted(Path(__file__).parent.glob("*.toml")))
    return " ".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in told)


@cache
def read_policy(name: str) -> dict[str, Any]:
    """Return the table in `name`, one of the TOML files in this folder."""
    return parse((Path(__file__).parent / name).read_text(encoding="utf-8"))
