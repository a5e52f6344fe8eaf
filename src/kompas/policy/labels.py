"""The labels of lines from a phone, in both languages at once."""

import re
from functools import cache

from kompas.domain.group import fold
from kompas.domain.phone.labels import Labels, list_words
from kompas.policy.source import read_policy


@cache
def read_labels() -> Labels:
    """Return the labels, with the words that go with them."""
    policy = read_policy("labels.toml")
    answers = policy["answers"]
    return Labels(
        keys={_spell(label): key for key, labels in policy["labels"].items() for label in labels.split(",")},
        fillers=frozenset(fold(policy["fillers"]).split()),
        answers={_spell(text): said == "yes" for said in answers for text in answers[said].split(",")},
        ours=frozenset(_spell(text) for text in policy["obstacle"]["ours"].split(",")),
        signature=_join(policy["left_out"]["lines"]),
        mail_head=_join(policy["left_out"]["mail"]),
    )


def _spell(label: str) -> str:
    return " ".join(list_words(label))


def _join(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)
