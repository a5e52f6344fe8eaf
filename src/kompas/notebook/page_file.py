"""Pages on disk: outside the notebook unless somebody says so, and never over a file that is no page of ours."""

from pathlib import Path

from kompas.errors import NotAPage, NotWritten, name_reason

_LONGEST_LOOK = 2000


def choose_place(root: Path | None, folder: Path, name: str) -> Path:
    """Return where a page goes unasked: in `folder`, or in the user's home when that lies in the notebook."""
    inside = root is not None and folder.resolve().is_relative_to(root.resolve())
    return (Path.home() if inside else folder) / name


def write_page(place: Path, text: str, mark: bytes) -> None:
    """Write `text` at `place`; a page with `mark` in it is replaced. Raises NotAPage and NotWritten."""
    try:
        if place.exists() and mark not in place.read_bytes()[:_LONGEST_LOOK]:
            raise NotAPage(place)
        place.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise NotWritten(place, name_reason(error)) from error
