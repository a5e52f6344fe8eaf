"""What became of a suggestion."""

from enum import StrEnum


class Answer(StrEnum):
    """What the two groups said to being introduced."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    ON_THEIR_OWN = "on-their-own"
