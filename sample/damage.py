"""Spoils meetings of the sample as converters do: ``python sample/damage.py`` writes sample/damaged.

Each file has one kind of damage, so that a test can say which repair failed. The labels beside it are the
meeting's own: a reader should find the same in the spoilt text. ``damaged`` marks what cannot be found whole.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from builder.converted import Line, pages_of, text_of  # noqa: E402
from builder.labels import labels_of  # noqa: E402
from builder.notation import read_meeting  # noqa: E402
from builder.shapes import Meeting  # noqa: E402

CYRILLIC = str.maketrans("ACEcae", "\u0410\u0421\u0415\u0441\u0430\u0435")
SLICE = 5  # paragraphs that a converter runs together in one cell
CLIPPED = 3  # characters that a false column boundary cuts off
CLIPPED_ITEMS = ("2.3", "2.4")
Labels = dict[str, Any]
Spoiler = Callable[[Meeting, Labels], str]


def twice(meeting: Meeting, labels: Labels) -> str:
    """The second page stands there whole, and then once more in slices, each of them a list in one cell.

    A slice begins in the middle of the last sentence of the one before it.
    """
    pages = pages_of(meeting)
    whole = pages[1]
    slices = [whole[start : start + SLICE] for start in range(0, len(whole), SLICE)]
    again = [Line("", _as_list(part), _owners(part)) for part in slices]
    labels["warnings"].append("duplicate-text")
    return text_of(meeting, [pages[0], whole, again, *pages[2:]])


def _as_list(lines: list[Line]) -> str:
    half = lines[0].text[len(lines[0].text) // 2 :]
    entries = [half, *(re.sub(r"^(•|o|\d\.) ", "", line.text) for line in lines[1:])]
    return f"<ul> {' '.join(f'<li>{text}</li>' for text in entries)} </ul>"


def _owners(lines: list[Line]) -> str:
    return " ".join(line.owner for line in lines if line.owner)


def homoglyph(meeting: Meeting, labels: Labels) -> str:
    """Every second owner in the action column has Cyrillic letters for Latin ones."""
    pages = pages_of(meeting)
    owners = [line for page in pages for line in page if line.owner and line.owner != "ACTION"]
    for line in owners[::2]:
        line.owner = line.owner.translate(CYRILLIC)
    labels["warnings"].append("homoglyph")
    return text_of(meeting, pages)


def clipped(meeting: Meeting, labels: Labels) -> str:
    """Where the roads are discussed, a false boundary has cut off the first letters of every paragraph."""
    pages = pages_of(meeting)
    number, lost = "", list[str]()
    for line in (line for page in pages for line in page):
        number = line.number or number
        if number in CLIPPED_ITEMS and not line.number:
            lost.append(line.text)
            line.text = line.text[CLIPPED:]
    for key, part in (("actions", "text"), ("exchanges", "question"), ("commitments", "text")):
        for label in labels[key]:
            if any(label[part][:40] in text for text in lost):
                label["damaged"] = True
    labels["warnings"].append("damaged-text")
    return text_of(meeting, pages)


def tags(meeting: Meeting, labels: Labels) -> str:
    """Bullets are left as HTML in their cells, and line breaks as <br>."""
    pages = pages_of(meeting)
    for line in (line for page in pages for line in page):
        if line.listed:
            line.text = f"<ul> <li>{line.text.removeprefix('• ')}</li> </ul>"
        elif "ACTION" in line.text[:8]:
            line.text = line.text.replace(" ", "<br>", 1)
    return text_of(meeting, pages)


def header(meeting: Meeting, labels: Labels) -> str:
    """The running header and the page number stand inside the sentence that a page break cut."""
    pages = pages_of(meeting)
    for number, page in enumerate(pages[:-1], 1):
        line = max(page[-6:], key=lambda one: len(one.text))
        words = line.text.split()
        middle = len(words) // 2
        line.text = " ".join([*words[:middle], f"Page {number} OFFICIAL", *words[middle:]])
    return text_of(meeting, pages)


SPOILT: dict[str, tuple[str, Spoiler]] = {
    "2023-10-twice": ("2023-10", twice),
    "2023-12-homoglyph": ("2023-12", homoglyph),
    "2024-02-clipped": ("2024-02", clipped),
    "2024-06-tags": ("2024-06", tags),
    "2024-09-header": ("2024-09", header),
}


def spoilt(name: str) -> tuple[str, Labels]:
    """The text and the labels of one damaged file."""
    key, spoiler = SPOILT[name]
    meeting = read_meeting(HERE / "source" / f"{key}.txt")
    labels = labels_of(meeting)
    labels["source"] = f"{name}.txt"
    return spoiler(meeting, labels), labels


def main() -> None:
    folder = HERE / "damaged"
    for name in SPOILT:
        text, labels = spoilt(name)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.json").write_text(json.dumps(labels, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
