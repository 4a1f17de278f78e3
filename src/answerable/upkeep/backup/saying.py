"""What a person sees of a backup: a bar on a terminal, a line for each step otherwise, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from answerable.upkeep.backup.drilling import Compared
from answerable.upkeep.backup.making import Tell


@contextmanager
def progress(console: Console) -> Iterator[Tell]:
    """Gives the function that is told how far it is."""
    if not console.is_terminal:
        yield _line_of(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done)

        yield tell


def _line_of(console: Console) -> Tell:
    def tell(step: str, done: int, total: int) -> None:
        if done == total:
            say(console, f"{step}: done" if total == 1 else f"{step}: {total:,} done")

    return tell


def say(console: Console, line: str) -> None:
    console.print(line, markup=False, highlight=False, soft_wrap=True)


def show(console: Console, rows: Sequence[Compared]) -> None:
    """The drill's table."""
    table = Table("What", "In the backup", "Restored", "")
    for row in rows:
        table.add_row(row.what, row.said, row.restored, "same" if row.same else "DIFFERENT")
    console.print(table)
