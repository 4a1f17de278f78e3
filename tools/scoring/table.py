"""The tables that the accuracy script prints."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from scoring.run import Result, groups
from scoring.tally import Tally, total

FIELDS_BY_FILE = (
    "header",
    "attendance",
    "items",
    "actions",
    "owners",
    "dues",
    "updates",
    "exchanges",
    "askers",
    "commitments",
    "figures",
    "next_meeting",
    "warnings",
)

NO_VALUE = "·"


def print_fields(console: Console, results: Sequence[Result]) -> None:
    """Precision, recall and F1 by field, a table for each group of files."""
    for name, members in groups(results).items():
        table = Table(title=f"{name}: {len(members)} files", title_justify="left")
        table.add_column("field")
        for head in ("precision", "recall", "F1", "right", "missed", "wrong"):
            table.add_column(head, justify="right")
        for key, tally in total([(one.case.name, one.tallies) for one in members]).items():
            if not tally.empty:
                table.add_row(key, *_row(tally))
        console.print(table)


def _row(tally: Tally) -> list[str]:
    counts = (tally.right, len(tally.missed), len(tally.wrong))
    return [f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1)] + [
        str(one) for one in counts
    ]


def print_files(console: Console, results: Sequence[Result]) -> None:
    """F1 by file for the main fields, breaches of the contract, time."""
    table = Table(title="F1 by file", title_justify="left")
    table.add_column("file", no_wrap=True)
    for key in FIELDS_BY_FILE:
        table.add_column(key[:7], justify="right", no_wrap=True)
    table.add_column("breach", justify="right", no_wrap=True)
    table.add_column("ms", justify="right", no_wrap=True)
    for result in results:
        if result.failed:
            continue
        cells = [_f1(result.tallies.get(key)) for key in FIELDS_BY_FILE]
        table.add_row(
            result.case.name[-40:],
            *cells,
            str(len(result.breaches) or NO_VALUE),
            f"{result.seconds * 1000:.0f}",
        )
    console.print(table)


def _f1(tally: Tally | None) -> str:
    return NO_VALUE if tally is None or tally.empty else f"{tally.f1:.2f}"


def print_failures(console: Console, results: Sequence[Result]) -> None:
    for result in results:
        if result.failed:
            console.print(f"not read: {result.case.name}: {result.failed}", markup=False, highlight=False)


def print_breaches(console: Console, results: Sequence[Result], most: int) -> None:
    """The breaches of the contract, at most so many of each file."""
    for result in results:
        for line in result.breaches[:most]:
            console.print(f"{result.case.name}: {line}", markup=False, highlight=False)
        if len(result.breaches) > most:
            console.print(f"{result.case.name}: and {len(result.breaches) - most} more")


def print_details(console: Console, results: Sequence[Result], fields: Sequence[str]) -> None:
    """Every miss and every false one of the named fields, file by file."""
    for result in results:
        for key in fields:
            tally = result.tallies.get(key)
            if tally is None or not (tally.missed or tally.wrong):
                continue
            console.print(f"\n{result.case.name}: {key}", style="bold", markup=False, highlight=False)
            for sign, lines in (("-", tally.missed), ("+", tally.wrong)):
                for line in lines:
                    console.print(f"  {sign} {line}", markup=False, highlight=False, soft_wrap=True)
