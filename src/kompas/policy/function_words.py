"""The words on which phrases never match."""

from kompas.domain.group import fold
from kompas.policy.source import read_policy


def read_function_words() -> frozenset[str]:
    """Return the function words and frame words of both languages, folded."""
    return frozenset(fold(word) for words in read_policy("function_words.toml").values() for word in words.split())
