"""The house style that a forum's papers are printed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Layout = Literal["column", "numbered", "inline", "table"]
LAYOUTS: tuple[Layout, ...] = ("column", "numbered", "inline", "table")
Numbering = Literal["decimal", "letters", "none"]

NO_LABELS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Style:
    """``layout`` says where actions stand, ``labels`` how standing things are called ("action": "ACTION").

    ``marking`` is printed at the head of every page ("OFFICIAL", "DRAFT").
    """

    layout: Layout = "column"
    numbering: Numbering = "decimal"
    labels: Mapping[str, str] = field(default_factory=lambda: NO_LABELS)
    marking: str = ""

    def label(self, name: str, default: str) -> str:
        return self.labels.get(name) or default
