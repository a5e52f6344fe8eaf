"""Files that leave kompas: written where they are asked for, and never over something else."""

import os
from pathlib import Path

from kompas.errors import NotWritten, PlaceTaken, name_reason
from kompas.notebook.filename import make_id


def write_export(target: Path, text: str, mark: str) -> None:
    """Write `text` at `target`; the file that lies there is replaced when it begins with `mark`, as ours do.

    Raises PlaceTaken or NotWritten.
    """
    spare = target.with_name(f".{target.name}.{make_id()}.part")
    try:
        if target.exists() and not _begins_with(target, mark):
            raise PlaceTaken(target)
        with spare.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(target)
    except OSError as error:
        raise NotWritten(target, name_reason(error)) from error
    finally:
        spare.unlink(missing_ok=True)


def _begins_with(target: Path, mark: str) -> bool:
    with target.open("rb") as file:
        return file.read(len(mark)) == mark.encode()
