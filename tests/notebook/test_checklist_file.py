"""The team's own checklist on disk: read like a note, added to without touching what people typed."""

import datetime
from pathlib import Path

import pytest

from kompas.domain.checklist import LineKind
from kompas.domain.problem import Problem
from kompas.domain.team_lines import Rewording, TeamChecklist, TeamLine
from kompas.errors import NotRewritten
from kompas.notebook.checklist_file import add_line, read_team_checklist, retire_line
from kompas.policy.checklist import read_fields

TEXT = """\
# van ons
[[line]]
kind = "dont"
text = "Begin niet over ons groenplan."   # zie bougie
field = "openbare ruimte"
added = 2026-11-02

[[reword]]
topic = "their-goal-first"
do = ["Vraag naar hun droom."]
"""
DAY = datetime.date(2026, 11, 23)
NEW = TeamLine(LineKind.DO, 'Neem "koek" mee\\.', None, DAY)


def read(root: Path) -> TeamChecklist | list[Problem]:
    """Return the checklist in the notebook at `root`."""
    return read_team_checklist(root, ["their-goal-first"], read_fields())


def lay(root: Path, text: str) -> Path:
    """Write the checklist of the notebook at `root`."""
    target = root / "checklist.toml"
    target.write_bytes(text.encode())
    return target


@pytest.mark.parametrize("change", ["", "crlf", "bom"])
def test_what_a_person_typed(notebook: Path, change: str) -> None:
    """Also as Windows Notepad writes it; a field answers to its Dutch name."""
    text = TEXT.replace("\n", "\r\n") if change == "crlf" else TEXT
    lay(notebook, f"\ufeff{text}" if change == "bom" else text)
    line = TeamLine(LineKind.DONT, "Begin niet over ons groenplan.", "public-space", datetime.date(2026, 11, 2))
    assert read(notebook) == TeamChecklist((line,), (Rewording("their-goal-first", dos=("Vraag naar hun droom.",)),))


def test_there_need_not_be_one(notebook: Path) -> None:
    """No file, an empty one or one of comments alone is a checklist without lines."""
    assert read(notebook) == TeamChecklist()
    lay(notebook, "# nog niets\n")
    assert read(notebook) == TeamChecklist()


def test_the_first_line_makes_the_file(notebook: Path) -> None:
    """A new file begins with what it is, and the line comes back as it was given."""
    add_line(notebook, NEW, "\nOnze regels.\nSamen.\n")
    assert (
        (notebook / "checklist.toml").read_text(encoding="utf-8").startswith("# Onze regels.\n# Samen.\n\n[[line]]\n")
    )
    assert read(notebook) == TeamChecklist((NEW,))


def test_what_was_typed_stays(notebook: Path) -> None:
    """A line is added and retired with every comment and line of the person who typed the file kept."""
    target = lay(notebook, TEXT)
    add_line(notebook, NEW, "niet nodig")
    retire_line(notebook, 0, DAY)
    told = read(notebook)
    assert isinstance(told, TeamChecklist)
    assert [line.retired for line in told.lines] == [DAY, None]
    assert [line for line in TEXT.splitlines() if line not in target.read_text(encoding="utf-8").splitlines()] == []
    assert "niet nodig" not in target.read_text(encoding="utf-8")
    retire_line(notebook, 0, None)
    again = read(notebook)
    assert isinstance(again, TeamChecklist)
    assert [line.retired for line in again.lines] == [None, None]
    assert sorted(path.name for path in notebook.iterdir()) == ["checklist.toml", "kompas.toml"]


def test_what_cannot_be_read_is_not_written_over(notebook: Path) -> None:
    """A file that is no file, or that kompas cannot follow, stays as it is."""
    (notebook / "checklist.toml").mkdir()
    with pytest.raises(NotRewritten):
        add_line(notebook, NEW, "")
