"""What the door remarks on, in words: a warning, or a tip with a question."""

from collections.abc import Iterable

from kompas.domain.privacy.finding import Finding, FindingKind
from kompas.render.clean import clean
from kompas.wording.words import Words


def render_remarks(findings: Iterable[Finding], words: Words) -> str:
    """Return a line for each finding; a word of our list brings its own question."""
    return "\n".join(_render_remark(finding, words) for finding in findings)


def _render_remark(finding: Finding, words: Words) -> str:
    text = clean(finding.text, lines=False)
    if finding.word and finding.kind is FindingKind.WORD:
        return words.say("remark.word", text=text, instead=finding.word.instead[words.language])
    return words.say(f"remark.{finding.kind.value}", text=text)
