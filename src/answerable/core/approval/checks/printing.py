"""The checks as a table in Markdown; the manual prints it."""

from __future__ import annotations

from collections.abc import Mapping

from answerable.core.approval.checks.table import CHECKS


def table(found: Mapping[str, int]) -> str:
    """Every check with what it holds up, its mend, and how often it found something: ``found`` by key."""
    head = [
        "| Looks for | Holds up the next step | The button beside it | Found in the sample |",
        "|---|---|---|---|",
    ]
    rows = (
        f"| {check.looks_for} | {'yes' if check.blocking else 'no, only told'} | {check.mend} "
        f"| {found.get(check.key, 0)} |"
        for check in CHECKS
    )
    return "\n".join([*head, *rows])
