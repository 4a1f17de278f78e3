"""The whole trail as a file of JSON lines that can be checked without this program."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from answerable.audit.queries import head_statements, key_statements
from answerable.audit.reading import read_events
from answerable.core.chain.events import moment

FORMAT = 1
VERIFIER = Path(__file__).with_name("verifier.py")
"""The stand-alone verifier: a file to hand out, never imported."""


def export(path: Path, *, at: datetime) -> int:
    """Write the trail to a file that only its owner can read; how many events there are."""
    written = 0
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            for line in _lines(at):
                file.write(json.dumps(line) + "\n")
                written += line["kind"] == "event"
        os.replace(unfinished, path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    return written


def _lines(at: datetime) -> Iterator[dict[str, Any]]:
    yield {"kind": "export", "format": FORMAT, "at": moment(at)}
    for key in key_statements():
        yield {"kind": "key", "statement": str(key)}
    for head in head_statements():
        yield {"kind": "head", "statement": str(head)}
    for event in read_events():
        yield {"kind": "event", **asdict(event)}
