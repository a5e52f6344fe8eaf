"""Fields that see only themselves: all their groups are met from that one municipal field."""

from collections import defaultdict

from kompas.domain.group import group_key
from kompas.domain.mirror.figure import Figure, Part, Reflection, split_bar
from kompas.domain.mirror.practice import FEWEST_NOTES, Practice, trace_note


def reflect_fields(practice: Practice) -> Reflection:
    """Tell how many of our fields share a group with another field of the team, and how many see only their own."""
    fields_by_group: dict[str, set[str]] = defaultdict(set)
    for filed in practice.known:
        if field := filed.note.field:
            fields_by_group[group_key(filed.note.group)].add(field)
    together = frozenset(field for fields in fields_by_group.values() if len(fields) > 1 for field in fields)
    traces = [trace_note(filed, field, field) for filed in practice.notes if (field := filed.note.field)]
    bars = split_bar(Part.TOGETHER, traces, together, Part.ALONE)
    return Reflection(Figure.FIELDS, "see-the-whole", len(traces), FEWEST_NOTES, bars)
