"""All figures of the mirror, in the order of the door."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from kompas.domain.matching.content import Reader
from kompas.domain.mirror.fields import reflect_fields
from kompas.domain.mirror.figure import Reflection
from kompas.domain.mirror.groups import reflect_groups, reflect_meetings
from kompas.domain.mirror.introductions import reflect_introductions
from kompas.domain.mirror.obstacles import reflect_obstacles
from kompas.domain.mirror.practice import Practice
from kompas.domain.mirror.promises import reflect_promises
from kompas.domain.mirror.shares import reflect_goals, reflect_told
from kompas.domain.mirror.visits import reflect_days, reflect_visits
from kompas.domain.mirror.words import reflect_words
from kompas.domain.privacy.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Light:
    """What the mirror needs beside the notes: our lists of words, and the day on which each path was first kept."""

    lexicon: Lexicon
    ignore: frozenset[str]
    reader: Reader
    written: Mapping[str, datetime.date]


def reflect(practice: Practice, light: Light) -> tuple[Reflection, ...]:
    """Return every figure, also those that rest on too little to say anything."""
    return (
        reflect_introductions(practice),
        reflect_visits(practice),
        reflect_days(practice, light.written),
        reflect_goals(practice),
        reflect_words(practice, light.lexicon, light.ignore),
        reflect_promises(practice),
        reflect_told(practice),
        reflect_groups(practice),
        reflect_meetings(practice),
        reflect_fields(practice),
        reflect_obstacles(practice, light.reader),
    )
