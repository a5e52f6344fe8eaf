"""What has faded, or soon will, as a listing."""

from collections.abc import Iterable

from kompas.domain.fading import Fading
from kompas.render.listing import Listing


def list_fading_rows(fading: Iterable[Fading]) -> Listing:
    """Return a row for each group: whether its notes have faded, on which day the last does, and how many there are."""
    rows = [
        {
            "group": one.group,
            "fading": "faded" if one.is_faded else "soon",
            "until": one.last,
            "number": len(one.paths),
            "notes": one.paths,
        }
        for one in fading
    ]
    return Listing(("group", "fading", "until", "number", "notes"), ("fading", "until", "number", "group"), rows)
