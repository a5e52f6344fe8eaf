"""For whom a story shows what community development is worth: the essay's three heads."""

from enum import StrEnum


class Worth(StrEnum):
    """Whom a story was worth something to, in the order of the page."""

    SOCIETY = "society"
    GROUPS = "groups"
    MUNICIPALITY = "municipality"
