"""A draft holds a note, and knows of which notebook it is and where its writer stopped."""

import datetime
from pathlib import Path

import pytest

from kompas.notebook.draft_file import Draft, Stop, dump_draft, parse_draft


def test_a_draft_knows_its_notebook_and_its_question(notebook: Path) -> None:
    """The folder of its notebook and where its writer stopped stand above the note; the note is read without them."""
    stop = Stop("does", 1, 'half "een\nzin" \\')
    draft = parse_draft(dump_draft('date = 2026-11-20\ngroup = "Koor"\n', notebook, stop))
    told = {"date": datetime.date(2026, 11, 20), "group": "Koor"}
    assert draft == Draft(told, str(notebook.resolve()), stop)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('group = "Koor', None),
        ('date = 2026-11-20\ngroup = "Koor"\nphone = "06"\n', None),
        ("date = 2026-11-20\n", {"date": datetime.date(2026, 11, 20)}),
        ('#:notebook = "half\ndate = 2026-11-20\n', {"date": datetime.date(2026, 11, 20)}),
    ],
    ids=["open", "unknown-key", "no-group-yet", "remarks-broken"],
)
def test_a_draft_that_is_no_note_yet(text: str, told: dict[str, object] | None) -> None:
    """A draft may lack its group; what is no note is not taken for one; broken remarks are passed over."""
    draft = parse_draft(text)
    assert (draft and draft.told) == told
    assert draft is None or draft.stop is None
