"""Bytes to characters: what encodings the text files of offices come in."""

from __future__ import annotations

import codecs

from answerable.readers.errors import Unreadable

HEAD = 4096
"""Bytes in which UTF-16 without its mark shows itself."""
MOSTLY = 0.8
"""Share of every second byte that is 0 in it: of letters up to U+00FF."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, name: str, errors: str = "strict") -> str:
    """The characters of a text file: by its byte order mark or its noughts, else UTF-8, else Windows-1252.

    The mark itself is no part of the text. In a file that is not all UTF-8 each byte that cannot be is read
    as Windows-1252, and the five that it leaves undefined as Latin-1, so that no character is lost. Raises
    Unreadable where the bytes are not what the mark says, unless ``errors`` is another of Python's ways.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, name, errors)
    if encoding := without_mark(data):
        return _marked(data, encoding, name, errors)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", WINDOWS)


def without_mark(data: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where the bytes look like Western text in it without its mark, else ""."""
    even, odd = data[:HEAD:2], data[1:HEAD:2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) > MOSTLY * len(zeros) and not others.count(0):
            return encoding
    return ""


def _marked(data: bytes, encoding: str, name: str, errors: str) -> str:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError:
        raise Unreadable(
            f"{name} is damaged: it begins as {encoding.upper()} text but is not all such;"
            " open it in an editor and save it as UTF-8."
        ) from None


def _windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start : error.start + 1]
    try:
        return byte.decode("cp1252"), error.start + 1
    except UnicodeDecodeError:
        return byte.decode("latin-1"), error.start + 1


WINDOWS = "answerable-windows-1252"
"""Python's name for reading each byte that is no UTF-8 as Windows-1252, where a file is read as a stream."""
codecs.register_error(WINDOWS, _windows)
