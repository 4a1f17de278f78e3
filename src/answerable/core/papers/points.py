"""A list of points as somebody pastes it: numbered lines, letters, bullets, or a line to a point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MOST_POINTS = 60  # of one meeting: more than a briefing note can answer
LONGEST_POINT = 2000  # characters: a page of print

_MARKER = re.compile(
    r"""^\s*(?:
        (?:point|question)\s+\d{1,2}\s*[.:)–-]?     # Point 3:
      | \(?\d{1,2}(?:\.\d{1,2})*\s*[.)]             # 1.  2)  (3)  1.2.
      | \d{1,2}(?:\.\d{1,2})+(?=\s)                 # 1.2
      | \d{1,2}(?=\t|[ ]{2,})                       # 1 and a gap, out of a table
      | \(?[a-z]\s*[.)]                             # a)  (b)
      | \(?[ivx]{1,4}\s*[.)]                        # ii.
      | [•●▪◦‣∙·*\-–—]                              # a bullet
    )\s+""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(slots=True)
class Pasted:
    """``introduction`` is what stood before the first marker, where there are markers."""

    points: list[str] = field(default_factory=list)
    introduction: str = ""


def points_in(text: str) -> Pasted:
    """The points of a pasted text.

    Where lines begin with numbers, letters or bullets, each of these begins a point and a line without one
    goes on with it; an empty line ends it. Where none does, each line is a point.
    """
    lines = [_folded(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if not any(_MARKER.match(line) for line in lines):
        return Pasted([line for line in (" ".join(one.split()) for one in lines) if line])
    found = Pasted()
    before: list[str] = []
    for marked, words in _joined(lines):
        if marked or found.points:
            found.points.append(words)
        else:
            before.append(words)
    found.introduction = "\n".join(before)
    return found


def problem_with(points: Sequence[str], there: int = 0) -> str:
    """The sentence for points that cannot be put in beside ``there`` others; "" where all can."""
    if not points:
        return "Write at least one point, or paste a list of them."
    if len(points) + there > MOST_POINTS:
        return f"Terms of reference can have {MOST_POINTS} points: leave some out, or join them."
    too_long = next((one for one in points if len(one) > LONGEST_POINT), None)
    if too_long:
        return f"A point can have {LONGEST_POINT} characters: “{too_long[:60]}…” is longer."
    return ""


def without_marker(line: str) -> str:
    """A point without the number that it was typed with: the page numbers it."""
    return " ".join(_MARKER.sub("", line, count=1).split())


def _joined(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Runs of lines that belong together, without markers, and whether each began with one."""
    run: list[str] = []
    marked = False
    for line in [*lines, ""]:
        starts = bool(_MARKER.match(line))
        if run and (starts or not line.strip()):
            yield marked, " ".join(" ".join(run).split())
            run, marked = [], False
        if line.strip():
            marked = marked or starts
            run.append(without_marker(line) if starts else line.strip())


def _folded(line: str) -> str:
    """The line without control characters and blanks of odd kinds; tabs stay, they say where a cell ends."""
    kept = (one if one.isprintable() or one == "\t" else " " for one in line.replace("\u00a0", " "))
    return "".join(kept)
