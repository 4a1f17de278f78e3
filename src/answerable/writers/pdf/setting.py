"""Typesetting: typst, with one template, no network and no other file."""

from __future__ import annotations

import json
import re
import threading
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): typst refuses what would not be accessible, such as a picture without words."""
_FOLDER = Path(__file__).parent
_TEMPLATE = _FOLDER / "sheet.typ"
_lock = threading.Lock()
"""A compiler does one thing at a time."""
_MISSING = re.compile(r"the text `\"(?P<text>.*)\"` could not be displayed", re.DOTALL)
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")
MOST_TRIES = 8
"""Kinds of characters without a font that are found one by one; then all but Latin letters are spelled."""
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
"""They make one sign of two, or choose among its looks."""
_OURS = ("LATIN", "DIGIT", "SPACE")
"""How names of characters begin of which one may be missing while the others are not."""


def typeset(data: dict[str, Any]) -> bytes:
    """The PDF that sheet.typ makes of the data. Characters that no font here has are spelled ("[U+4E2D]")."""
    text = json.dumps(data, ensure_ascii=False)
    for _ in range(MOST_TRIES):
        try:
            return _compiled(text)
        except typst.TypstError as error:
            found = _MISSING.search(str(error))
            if found is None:
                raise
            kinds = set(map(_kind, _not_ascii(found["text"]))) | set(_JOINERS)
            text = "".join(_spelled(each) if _kind(each) in kinds else each for each in text)
    return _compiled("".join(map(_spelled, text)))


def _compiled(data: str) -> bytes:
    with _lock:
        made = _compiler().compile(sys_inputs={"sheet": data}, pdf_standards=[STANDARD])
    assert isinstance(made, bytes)  # pages of PNG or SVG would come one by one
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """The one compiler of this process: it has looked the machine's fonts up. It sees this folder only."""
    return typst.Compiler(input=str(_TEMPLATE), root=str(_FOLDER))


def _not_ascii(quoted: str) -> str:
    """What typst quotes, its escapes undone."""
    text = _ESCAPED.sub(lambda code: chr(int(code["code"], 16)), quoted)
    return "".join(each for each in text if not each.isascii())


def _kind(letter: str) -> str:
    """What a font has all or nothing of: a script, by the first word of its characters' names."""
    first, _, _ = unicodedata.name(letter, "").partition(" ")
    return letter if letter in _JOINERS or first in _OURS else first


def _spelled(letter: str) -> str:
    """A sign by its name, a letter by its number; what only joins others goes with them."""
    if letter.isascii():
        return letter
    if letter in _JOINERS:
        return ""
    if unicodedata.category(letter) == "So":
        return f"[{unicodedata.name(letter).lower()}]"
    return f"[U+{ord(letter):04X}]"
