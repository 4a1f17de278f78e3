"""The parts of a DOCX: which XML is the body, the styles, the headers."""

from __future__ import annotations

import posixpath

from lxml import etree

from answerable.readers.archive import Archive
from answerable.readers.docx.names import STRICT, WORD
from answerable.readers.errors import Unreadable
from answerable.readers.xml import parse

_STRICT_BYTES = STRICT.encode()
_WORD_BYTES = WORD.encode()
_STRICT_RELATIONS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Package:
    """The archive of a DOCX with its relations resolved."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._archive = Archive(data, name)
        self.main = self._main_part()
        self._targets = self._relations(self.main)

    def _main_part(self) -> str:
        for kind, target in self._relations("").values():
            if kind.endswith("/officeDocument"):
                return target
        raise Unreadable(
            f"{self.name} is damaged: it names no main document; open it in Word and save it again."
        )

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Type and target of each relation of a part, by its id; targets outside the file are left out."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", base + ".rels")
        if path not in self._archive:
            return {}
        found = {}
        for element in parse(self._archive.read(path), self.name):
            if element.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            found[element.get("Id", "")] = (element.get("Type", ""), target.lstrip("/"))
        return found

    def part(self, path: str) -> etree._Element:
        """The root of a part; a strict document's names become the usual ones."""
        data = self._archive.read(path)
        if _STRICT_BYTES in data:
            data = data.replace(_STRICT_BYTES, _WORD_BYTES).replace(_STRICT_RELATIONS, _RELATIONS)
        return parse(data, self.name)

    def related(self, kind: str) -> etree._Element | None:
        """The root of the main document's part of a kind ("styles", "numbering"); None where it has none."""
        for its, target in self._targets.values():
            if its.endswith("/" + kind) and target in self._archive:
                return self.part(target)
        return None

    def count(self, *kinds: str) -> int:
        """How many parts of these kinds the main document holds."""
        return sum(its.endswith(tuple(f"/{kind}" for kind in kinds)) for its, _ in self._targets.values())

    def by_id(self, key: str) -> etree._Element | None:
        """The root of the part that a relation's id names; None where it is missing."""
        target = self._targets.get(key, ("", ""))[1]
        return self.part(target) if target in self._archive else None
