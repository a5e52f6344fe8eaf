"""Oddities: what is strange in notes that can be used all the same."""

from kompas.domain.checking import find_oddities
from kompas.domain.problem import StrangeField
from kompas.policy.checklist import read_fields
from written import parse_all


def test_a_strange_field_is_a_warning() -> None:
    """A field that nobody knows is told with its note and those that exist, and is no fault."""
    fields = ("council", "tovenarij", "Wijkgericht werken", "", "TOWN HALL")
    texts = (f'date = 2026-11-20\ngroup = "Koor"\nfield = "{field}"' for field in fields)
    (problem,) = find_oddities(parse_all(*texts, 'date = 2026-11-20\ngroup = "Koor"'), read_fields())
    assert isinstance(problem, StrangeField)
    assert (problem.path, problem.value, problem.is_fault) == ("2026-11/b.toml", "tovenarij", False)
    assert len(problem.known) == 8
