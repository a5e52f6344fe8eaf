"""The do's and don'ts of Oelkers (2013), as values in one language."""

from typing import Any

from kompas.domain.checklist import Field, Topic, TopicKind
from kompas.policy.source import read_policy


def read_topics(language: str) -> tuple[Topic, ...]:
    """Return all topics in `language`: those for every door in door order, then one for each municipal field."""
    policy = read_policy("checklist.toml")
    order: list[str] = policy["door_order"]
    topics = [_build_topic(topic, language) for topic in policy["topic"]]
    return tuple(sorted(topics, key=lambda topic: order.index(topic.id) if topic.id in order else len(order)))


def read_fields() -> tuple[Field, ...]:
    """Return the municipal fields with their names in every language."""
    return tuple(
        Field(topic["id"], (topic["nl"]["title"], topic["en"]["title"]))
        for topic in read_policy("checklist.toml")["topic"]
        if topic["kind"] == TopicKind.FIELD
    )


def _build_topic(topic: dict[str, Any], language: str) -> Topic:
    said = topic[language]
    return Topic(
        id=topic["id"],
        kind=TopicKind(topic["kind"]),
        source=topic["source"],
        title=said["title"],
        dos=tuple(said["do"]),
        donts=tuple(said["dont"]),
        after=said["after"],
    )
