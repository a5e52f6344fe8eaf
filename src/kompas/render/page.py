"""Jinja2, at its one home: a page that stands alone, without network and without script."""

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kompas.errors import PaperMissing
from kompas.render.clean import clean
from kompas.wording.words import Words

_TEMPLATES = Path(__file__).parent / "templates"
GENERATOR = b'<meta name="generator" content="kompas">'
"""What stands in every page of ours, and tells it from other files."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What every page is written on: the words it speaks, the language of the notes, and the day in it."""

    words: Words
    notes_language: str
    today: Any


def render_page(template: str, paper: Paper, **values: Any) -> str:
    """Return the page of `template`, all text escaped and cleaned. Raises PaperMissing without Jinja2."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 an extra, and slow to load
    except ImportError as error:
        raise PaperMissing from error
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_clean_text,
    )
    environment.filters["theirs"] = lambda text: _mark_theirs(text, paper)
    environment.filters["headed"] = lambda text: f"{text[:1].upper()}{text[1:]}"
    told = {"language": paper.words.language, "today": paper.today, "say": paper.words.say, "day": paper.words.day}
    return environment.get_template(template).render(**told, **_read_style(), **values)


def _clean_text(value: Any) -> Any:
    return value if hasattr(value, "__html__") or not isinstance(value, str) else clean(value)


def _mark_theirs(text: str, paper: Paper) -> Any:
    """Set people's text apart: in the language of the notes, and whatever way it is written."""
    from markupsafe import Markup  # noqa: PLC0415 comes with Jinja2

    told = clean(text, lines=False)
    if paper.notes_language == paper.words.language:
        return Markup("<bdi>{}</bdi>").format(told)
    return Markup('<bdi lang="{}">{}</bdi>').format(paper.notes_language, told)


def _read_style() -> dict[str, Any]:
    """Return the style sheet, and its hash: the page allows that style and no other."""
    from markupsafe import Markup  # noqa: PLC0415 comes with Jinja2

    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    mark = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"style": Markup(style), "style_hash": Markup(f"sha256-{mark}")}  # noqa: S704 a file of ours
