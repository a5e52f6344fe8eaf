"""Plain text from elsewhere: a phone, a mail program, Windows Notepad; in whatever encoding they use."""

from pathlib import Path

from kompas.errors import NotPlainText, NotReadable, name_reason
from kompas.notebook.toml import LARGEST

_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
# What a word processor writes is no plain text, whatever its name says: PDF, RTF, and Word's zip.
_OTHERS = (b"%PDF", b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_plain_text(path: Path) -> str:
    """Return the text of a file. Raises NotReadable, or NotPlainText for what is no text or larger than any notes."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise NotReadable(path, name_reason(error)) from error
    return decode_text(content, path)


def decode_text(content: bytes, path: Path) -> str:
    """Return the text that `content` holds: UTF-8, UTF-16 as Notepad saves it, or else Windows' own Latin letters.

    `path` is for the error: raises NotPlainText.
    """
    if content.startswith(_OTHERS) or len(content) > LARGEST:
        raise NotPlainText(path)
    encoding = _WIDE.get(content[:3]) or _WIDE.get(content[:2]) or _guess(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotPlainText(path) from error
    if "\0" in text:
        raise NotPlainText(path)
    return text


def _guess(content: bytes) -> str:
    for encoding, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[0::2])):
        if content and zeros.count(0) * 2 > len(zeros):
            return encoding
    try:
        content.decode()
    except UnicodeDecodeError:
        # Windows leaves five signs without a letter; Latin-1 has one for every byte.
        return "latin-1" if set(content) & {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "cp1252"
    return "utf-8"
