"""Lines that belong together shown together: an update with its action, a line with what announces it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.meeting.minutes import LineOf, Section, holds

MOST_ANNOUNCING_WORDS = 5  # "Update:", "The DCC replied:": the same as the search leaves out
SCANNED = "no-text-layer"

_LABELLED = re.compile(r"(?P<label>[A-Z]\w+(?: \w+)?): +(?=\S)")


class Notice(NamedTuple):
    """Something about the minutes as a whole: a sentence, and the doubt that it leads to."""

    text: str
    warning: MeetingWarning


def put_together(found: Sequence[Section]) -> None:
    """Lay each update's words under its action, then lines that only announce before what they announce."""
    for section in found:
        _answer(section)
        _announce(section)
        for before, after in pairwise(section.lines):
            after.goes_on = _speaks_on(before, after)


def _speaks_on(before: LineOf, after: LineOf) -> bool:
    same = (before.entry.kind, before.entry.speakers) == (after.entry.kind, after.entry.speakers)
    return same and after.entry.kind in ("question", "response") and not before.actions and not after.headed


def _answer(section: Section) -> None:
    """An update that stands on two lines, the action's words and what is said of them, is one."""
    taken: set[int] = set()
    for line in section.lines:
        for update in line.updates:
            for place in update.source[1:]:
                later = _line_at(section.lines, place)
                if later and later is not line and _only_says(later) and later.entry.pk not in taken:
                    taken.add(later.entry.pk)
                    line.answers.append(later)
    section.lines = [line for line in section.lines if line.entry.pk not in taken]


def _line_at(lines: Sequence[LineOf], place: Mapping[str, int]) -> LineOf | None:
    return next((line for line in lines if holds(line.entry.source, place["start"])), None)


def _only_says(line: LineOf) -> bool:
    return line.entry.kind == "update" and not (line.updates or line.actions)


def _announce(section: Section) -> None:
    """Of a label that is followed by several lines, the first has it; one that nothing follows stays."""
    every = sorted(
        (one for line in section.lines for one in (line, *line.answers)), key=lambda one: one.entry.position
    )
    gone: set[int] = set()
    for label, after in pairwise(every):
        if _only_announces(label) and after.entry.kind != "heading":
            after.label = label.entry.text if not after.label else f"{after.label} {label.entry.text}"
            after.label_entry = label.entry
            gone.add(label.entry.pk)
    section.lines = [line for line in section.lines if line.entry.pk not in gone]


def _only_announces(line: LineOf) -> bool:
    text = line.entry.text
    plain = not (line.updates or line.actions or line.answers or line.promises or line.warnings)
    short = text.endswith(":") and len(text.split()) <= MOST_ANNOUNCING_WORDS
    return plain and short and line.entry.kind != "heading"


def labelled(text: str) -> tuple[str, str]:
    """The label that an update begins with, and the rest: "Update: Done." is "Update:" and "Done."."""
    found = _LABELLED.match(text)
    return (f"{found['label']}:", text[found.end() :]) if found else ("", text)


def notices(warnings: Sequence[MeetingWarning]) -> list[Notice]:
    """One sentence for all scanned pages, and each other sentence once."""
    scans = [one for one in warnings if one.code == SCANNED]
    found = [Notice(scan_in_words(_pages(scans)), scans[0])] if scans else []
    others: dict[str, MeetingWarning] = {}
    for one in warnings:
        if one.code != SCANNED:
            others.setdefault(one.message, one)
    return [*found, *(Notice(message, one) for message, one in others.items())]


def scan_in_words(pages: Sequence[int]) -> str:
    """Page 2 was read as a scan; Pages 1 to 3 were; Pages 1, 2 and 5 were."""
    if not pages:
        return "Some pages were read as a scan"
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    parts = [part for run in runs for part in _run_in_words(run)]
    named = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return (
        f"Page {named} was read as a scan" if len(set(pages)) == 1 else f"Pages {named} were read as a scan"
    )


def _run_in_words(run: Sequence[int]) -> list[str]:
    return [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(page) for page in run]


def _pages(warnings: Sequence[MeetingWarning]) -> list[int]:
    return [one.source[0]["page"] for one in warnings if one.source and one.source[0].get("page")]
