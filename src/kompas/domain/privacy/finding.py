"""Findings: the words of a text at which the door stops, warns or asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """What the door does: it refuses the text, warns once, or gives a tip; the gravest first."""

    REFUSED = "refused"
    WARNING = "warning"
    TIP = "tip"


class FindingKind(StrEnum):
    """What was found; each is a key of a sentence in `wording/`."""

    BSN = "bsn"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    NAME = "name"
    HEALTH = "health"
    FAITH = "faith"
    ORIGIN = "origin"
    CRIME = "crime"
    BENEFITS = "benefits"
    MAPPING = "mapping"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of `words.toml`: `label` and `instead` by language ("nl", "en"), to show with a finding.

    A plain word is a tip. A slur is a warning, and so are words for mapping people (key figure, force field, in view).
    """

    id: str
    label: Mapping[str, str] = field(compare=False)
    instead: Mapping[str, str] = field(compare=False)
    kind: FindingKind = FindingKind.WORD
    severity: Severity = Severity.TIP


@dataclass(frozen=True, slots=True)
class Finding:
    """The marked `text` from `start` up to `end`; `word` is the entry of our list that was hit, if any."""

    kind: FindingKind
    severity: Severity
    start: int
    end: int
    text: str
    word: Word | None = None


def build_finding(
    kind: FindingKind, severity: Severity, text: str, span: tuple[int, int], word: Word | None = None
) -> Finding:
    """Return the finding that marks `span` of `text`."""
    return Finding(kind, severity, *span, text[slice(*span)], word)


def settle_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` by their start, without overlaps: the gravest stays, of two equals the longest."""
    settled: list[Finding] = []
    for finding in sorted(findings, key=lambda one: (one.start, one.end, one.kind)):
        if not settled or finding.start >= settled[-1].end:
            settled.append(finding)
        elif _rank(finding) < _rank(settled[-1]):
            settled[-1] = finding
    return settled


def _rank(finding: Finding) -> tuple[int, int]:
    return list(Severity).index(finding.severity), finding.start - finding.end
