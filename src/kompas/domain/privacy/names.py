"""What reads like a person's name. kompas does not know all names: whoever writes is the last check."""

import re
from collections.abc import Iterator

from kompas.domain.privacy.lexicon import NameWords

Span = tuple[int, int]

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0106\u010c\u010e\u0110\u0118\u011e\u0130\u0141\u0143\u0147\u0158\u015a\u015e\u0160\u0179\u017b\u017d"  # noqa: E501
_SPACE = r"(?:[ \t]{1,3}\n?|\n)"
_CAPITALISED = rf"(?:[dDlLO]['’])?[{_UPPER}]\w*(?:['’]\w+)?(?:-\w+){{0,4}}"
_WORD = re.compile(rf"(?<![\w'’-]){_CAPITALISED}")
_NEXT = re.compile(rf"{_SPACE}({_CAPITALISED})(?!\w)")
_PARTICLE = re.compile(rf"{_SPACE}((?:'|’)?[^\W\d_]+)(?={_SPACE})")
_INITIALS = re.compile(rf"(?<![\w.-])(?:(?:Th|Ch|Chr|Ph|Fr|IJ|Joh|[{_UPPER}])\.[ ]?){{1,4}}")
_ONE_INITIAL = re.compile(rf"{_SPACE}[{_UPPER}]\.")
_LAST_WORDS = re.compile(r"([^\W\d_]+)\.?(?:\s(?:de|het|the|'t))?\s?$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[\s-]([^\W\d_]+)")
_TITLE = re.compile(r"(?<![\w-])[^\W\d_]+(?=\.?[ \t\n])\.?")
_MOST_PARTICLES = 3
_MOST_SURNAMES = 3


def find_names(text: str, words: NameWords) -> Iterator[Span]:
    """Yield titles, initials and first names with a surname. A first name alone may stand: a group may want it.

    Names of places and groups are left alone, as are names that everybody knows.
    """
    for find in (_find_titled, _find_initialled, _find_first_named):
        for start, end in find(text, words):
            if not _is_place(text, start, end, words):
                yield start, end


def _find_titled(text: str, words: NameWords) -> Iterator[Span]:
    for match in _TITLE.finditer(text):
        title = match.group().rstrip(".")
        if title.casefold() in words.titles and not title.isupper():
            initials = re.compile(rf"{_SPACE}{_INITIALS.pattern}").match(text, match.end())
            end = _read_surname(text, initials.end() if initials else match.end(), words)
            if end:
                yield match.start(), end


def _find_initialled(text: str, words: NameWords) -> Iterator[Span]:
    for match in _INITIALS.finditer(text):
        initials = match.group().strip().casefold()
        before = _LAST_WORDS.search(text[max(0, match.start() - 20) : match.start()])
        is_label = before is not None and before[1].casefold() in words.labels
        end = _read_surname(text, match.end() - match.group().endswith(" "), words, may_touch=True)
        if end and initials not in words.initials and not is_label:
            yield match.start(), end


def _find_first_named(text: str, words: NameWords) -> Iterator[Span]:
    for match in _WORD.finditer(text):
        known = _is_first_name(match.group(), words)
        initial = _ONE_INITIAL.match(text, match.end()) if known else None
        if initial:
            yield match.start(), initial.end()
        elif known or _is_firm(text, match, words):
            end = _read_surname(text, match.end(), words)
            if end:
                yield match.start(), end


def _is_first_name(word: str, words: NameWords) -> bool:
    whole = word.casefold()
    return whole in words.first_names or whole.split("-")[0] in words.first_names


def _is_firm(text: str, match: re.Match[str], words: NameWords) -> bool:
    first = match.group().casefold()
    is_thing = first in words.places or first in words.no_surnames or first.endswith(words.endings)
    particles, _ = _read_particles(text, match.end(), words)
    return not is_thing and " ".join(particles) in words.firm_particles


def _read_particles(text: str, start: int, words: NameWords) -> tuple[list[str], int]:
    particles: list[str] = []
    while len(particles) < _MOST_PARTICLES and (match := _PARTICLE.match(text, start)):
        if match[1].casefold() not in words.particles:
            break
        particles.append(match[1].casefold())
        start = match.end()
    return particles, start


def _read_surname(text: str, start: int, words: NameWords, *, may_touch: bool = False) -> int | None:
    end: int | None = None
    is_given = True
    for _ in range(_MOST_SURNAMES):
        particles, after = _read_particles(text, end or start, words) if is_given else ([], end or start)
        match = _NEXT.match(text, after) or (_WORD.match(text, after) if may_touch and end is None else None)
        if match is None or _is_no_surname(match.group().strip(), words, has_particle=bool(particles)):
            break
        end, is_given = match.end(), _is_first_name(match.group().strip(), words)
    return end


def _is_no_surname(word: str, words: NameWords, *, has_particle: bool) -> bool:
    folded = word.casefold()
    is_place = folded in words.places and not (has_particle and folded in words.place_surnames)
    return is_place or folded in words.no_surnames or len(word) == 1


def _is_place(text: str, start: int, end: int, words: NameWords) -> bool:
    name = text[start:end].casefold()
    before = _LAST_WORDS.search(text[max(0, start - 30) : start])
    after = _NEXT_WORD.match(text, end)
    return (
        any(_ends_as_place(part, words) for part in name.split()[1:])
        or any(found is not None and found[1].casefold() in words.places for found in (before, after))
        or " ".join(name.split()) in words.public
    )


def _ends_as_place(part: str, words: NameWords) -> bool:
    return any(part.endswith(ending) and len(part) > len(ending) + 1 for ending in words.endings)
