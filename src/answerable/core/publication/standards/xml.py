"""Writing XML: every text and attribute goes through one place that makes it safe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold at all (its production 2, Char): a text from a file may have it."""


class Xml(str):
    """Text that is XML already."""

    __slots__ = ()


def text(words: str) -> Xml:
    """Words as XML holds them; what it cannot hold goes."""
    return Xml(escape(_NOT_XML.sub("", words)))


def element(name: str, attributes: Mapping[str, str | None] | None = None, *inside: str) -> Xml:
    """An element. Attributes that are None are left out; ``inside`` is escaped where it is not XML yet."""
    given = {key: value for key, value in (attributes or {}).items() if value is not None}
    said = "".join(f' {key}="{text(value)}"' for key, value in given.items())
    within = "".join(one if isinstance(one, Xml) else text(one) for one in inside)
    return Xml(f"<{name}{said}>{within}</{name}>" if inside else f"<{name}{said}/>")


def document(root: Xml) -> str:
    """The whole file."""
    return f"{HEAD}{root}\n"
