"""Labelled files: which there are, and which labels hold for each.

The corpus has a folder for each set of minutes (``minutes/<month>/`` with ``labels.json`` and
``labels-rebuilt.json``) and documents as published (``wild/documents``, ``wild/labels``). The sample archive
has ``labels/*.json`` that name their files in ``source``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Labels = dict[str, Any]

_CASE_PARTS = re.compile(r"\s*,\s*")


@dataclass(frozen=True)
class Case:
    """One file with its labels. ``group`` is minutes, wild or sample; scans are apart in the table."""

    path: Path
    group: str
    labels: Labels
    warnings_required: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def scan(self) -> bool:
        return "scan" in self.path.stem.lower() or self.labels.get("file") == "scan"


def find(corpus: Path | None, sample: Path | None) -> list[Case]:
    """Every labelled file of the corpus and the sample archive, in a fixed order."""
    found: list[Case] = []
    if corpus is not None and corpus.is_dir():
        found.extend(_minutes(corpus / "minutes"))
        found.extend(_wild(corpus / "wild"))
    if sample is not None and sample.is_dir():
        found.extend(_sample(sample))
    return found


def _load(path: Path) -> Labels:
    loaded: Labels = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def _minutes(folder: Path) -> Iterator[Case]:
    for labels_path in sorted(folder.glob("*/labels.json")):
        labels = _load(labels_path)
        rebuilt_path = labels_path.with_name("labels-rebuilt.json")
        rebuilt = _load(rebuilt_path) if rebuilt_path.exists() else {}
        for path in sorted(labels_path.parent.iterdir()):
            if path.suffix == ".json":
                continue
            if path.name == labels["source"]:
                yield Case(path, "minutes", labels, tuple(labels.get("warnings", ())))
            else:
                yield Case(path, "minutes", labels | rebuilt)


def _wild(folder: Path) -> Iterator[Case]:
    for labels_path in sorted((folder / "labels").glob("*.json")):
        labels = _load(labels_path)
        path = folder / "documents" / labels["source"]["file"]
        if path.exists():
            yield Case(path, "wild", labels, tuple(labels.get("warnings", ())))


def _sample(folder: Path) -> Iterator[Case]:
    files = {path.name: path for path in sorted(folder.rglob("*")) if path.is_file()}
    for labels_path in sorted((folder / "labels").glob("*.json")):
        labels = _load(labels_path)
        if not isinstance(labels, dict) or "meeting" not in labels:
            continue
        for name in _sources(labels, labels_path):
            stem_files = [path for key, path in files.items() if key == name]
            for path in stem_files:
                yield Case(path, "sample", labels, tuple(labels.get("warnings", ())))


def _sources(labels: Labels, labels_path: Path) -> list[str]:
    """The files that a label file is for: its ``source`` as a name, names with commas, or an object."""
    source = labels.get("source", labels_path.stem)
    if isinstance(source, list):
        return [str(name) for name in source]
    if isinstance(source, dict):
        source = source.get("file", source.get("files", ""))
        if isinstance(source, list):
            return [str(name) for name in source]
    return [Path(name).name for name in _CASE_PARTS.split(str(source)) if name]
