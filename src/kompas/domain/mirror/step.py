"""The step of a time line."""

from enum import StrEnum


class Step(StrEnum):
    """How long a period of a time line is."""

    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """Its length in months."""
        return 1 if self is Step.MONTH else 3
