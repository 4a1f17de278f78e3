"""Bytes to characters: what encodings the text files of offices come in."""

from __future__ import annotations

import codecs

from answerable.readers.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, name: str) -> str:
    """The characters of a text file: by its byte order mark, else UTF-8, else Windows-1252.

    The mark itself is no part of the text. The five bytes that Windows-1252 leaves undefined are read as
    Latin-1, so that no character is lost.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_CP1252[byte] for byte in data)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(
            f"{name} is damaged: it says that it is {encoding.upper()} text but is not;"
            " open it in an editor and save it as UTF-8."
        ) from None


def _windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_CP1252 = [_windows(byte) for byte in range(256)]
