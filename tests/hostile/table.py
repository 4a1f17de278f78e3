"""The table of hostile files in the documentation: ``python -m tests.hostile.table`` writes it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from answerable.readers.naming import shown
from tests.hostile.cases import Case, every

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/hostile-files.md"
HEAD = """# Hostile files

{count} files that are made to do harm: {refused} are refused, {read} are read. The tests make each of them
(`tests/hostile`), import it as a worker does, and compare what came of it with this table, word for word
where a sentence is quoted. They also measure: the process that imports grows by at most 64 MB over all the
files together, and the child process that reads stays within its 512 MB.
[Untrusted files](../explanation/untrusted-files.md) says how.

This page is made by `python -m tests.hostile.table`; a test compares it.
"""
COLUMNS = ["", "| File | What it is | What comes of it |", "|---|---|---|"]
LONGEST_NAME = 40


def page() -> str:
    """The whole page."""
    cases = every()
    refused = sum(1 for case in cases if case.refused)
    parts = [HEAD.format(count=len(cases), refused=refused, read=len(cases) - refused)]
    for group, of_group in groupby(cases, key=lambda case: case.group):
        parts.append("\n".join([f"## {group}", *COLUMNS, *map(_row, of_group), ""]))
    return "\n".join(parts)


def _row(case: Case) -> str:
    return f"| `{_name(case)}` | {_plain(case.about)} | {_plain(_comes_of(case))} |"


def _comes_of(case: Case) -> str:
    if case.refused:
        return f"“{case.refused.replace('{name}', '…')}”"
    warned = "".join(f" Warning `{code}`." for code in case.warns)
    return case.treatment + warned


def _name(case: Case) -> str:
    name = shown(case.name).replace("|", "\\|").replace("`", "'")
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
