"""Read a file of policy that comes with kompas."""

from functools import cache
from pathlib import Path
from typing import Any

from kompas.plain_toml import parse


@cache
def read_policy(name: str) -> dict[str, Any]:
    """Return the table in `name`, one of the TOML files in this folder."""
    return parse((Path(__file__).parent / name).read_text(encoding="utf-8"))
