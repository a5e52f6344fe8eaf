"""Lines as a phone or a mail program leaves them: quoting, bullets and unseen signs taken off."""

import re
from dataclasses import dataclass

_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200e\u200f\u2060\u00ad\u202a\u202c\u2068\u2069")) | {
    0xA0: " ",
    0x202F: " ",
}
_QUOTED = re.compile(r"^\s*>[\s>]*")
_BULLET = re.compile(r"^(?:[-*•◦▪‣·–—☐☑✓✔+]|[-*]\s*\[[ xX]?\])\s+(?=\S)")  # noqa: RUF001 people's dashes
_RULE = re.compile(r"^[-=_*~.–—]{3,}$")  # noqa: RUF001
_HEADING = re.compile(r"^#+\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text: its number (from 1), as it was typed and without what stands around its words.

    `opens` when a blank line or nothing stands above it, `after_rule` when a rule of dashes or stars does.
    """

    number: int
    typed: str
    text: str
    is_listed: bool = False
    is_indented: bool = False
    opens: bool = False
    after_rule: bool = False


def list_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold any text, in their order."""
    lines: list[Line] = []
    opens, after_rule = True, False
    for number, typed in enumerate(text.translate(_UNSEEN).splitlines(), 1):
        inner = _QUOTED.sub("", typed)
        bare = inner.strip()
        if not bare or _RULE.match(bare):
            opens, after_rule = True, after_rule or bool(bare)
            continue
        plain = _HEADING.sub("", bare)
        listed = _BULLET.sub("", plain)
        lines.append(Line(number, bare, listed, listed != plain, inner[:1].isspace(), opens, after_rule))
        opens = after_rule = False
    return lines
