"""What a publication is made of: parts, each with a permanent address and frozen bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from answerable.core.chain.canonical import canonical

FORMAT = "answerable-snapshot/1"
JSON = "application/json"


class Kind(StrEnum):
    """What a part is; the shape of its content is in ``shapes``, and what is told from it in ``lines``."""

    OFFICE = "office"
    AGENDA = "agenda"
    MEETING = "meeting"
    ACTION = "action"
    REGISTER = "register"
    TOPIC = "topic"
    MEASURE = "measure"
    PEOPLE = "people"
    DECISION = "decision"
    SCHEME = "scheme"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Part:
    """``path`` is the address within the site, without its first slash: "wyvern/assurance/2022-08-25".

    ``content`` is canonical JSON, or a file's bytes, whose name is the end of its path.
    """

    path: str
    kind: Kind
    content: bytes
    media_type: str = JSON

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()

    def read(self) -> dict[str, Any]:
        """The content of a part that is no file."""
        return dict(json.loads(self.content))


def made(path: str, kind: Kind, content: Mapping[str, Any]) -> Part:
    """A part of JSON: equal contents have equal bytes. Raises NotJson."""
    return Part(path, kind, canonical({"format": FORMAT, "kind": str(kind), **content}).encode())
