"""Text as it can stand on paper: what no file can hold, or would show in another order, is left out."""

from __future__ import annotations

import re

_BLANK = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_LEFT_OUT = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    r"\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # no width, or another order
    r"\U000e0000-\U000e007f]"  # tags, which nobody sees
    + "|["
    + "".join(f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_JOINED = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), 0xFB00))
"""Letters joined into one character, as they come with what was copied out of a PDF."""
_HALVES = re.compile(r"[\ud800-\udfff]")
UNKNOWN = "\ufffd"


def printable(text: str) -> str:
    """``text`` without what XML cannot hold and without marks that have no width or turn the order about.

    Line ends and tabs become blanks, joined letters single ones, half characters the sign for an unknown
    one. What is left shows in the order in which it is stored.
    """
    if text.isascii() and text.isprintable():  # nearly always
        return text
    return _HALVES.sub(UNKNOWN, _LEFT_OUT.sub("", _BLANK.sub(" ", text))).translate(_JOINED)
