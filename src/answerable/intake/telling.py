"""What a person sees of an import: a bar on a terminal, plain lines otherwise, and the sum at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from answerable.intake.operations import Finished, Outcome
from answerable.intake.queries import left_to_review, warnings_by_code
from answerable.offices.models import Office

EVERY = 500
"""Records of one file between two plain lines."""

REVIEW = "/review/"


class Teller:
    """Counts outcomes and says them."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._counts: Counter[str] = Counter()
        self._outcomes: list[Outcome] = []
        self.refused = 0

    @contextmanager
    def progress(self, files: int) -> Iterator[None]:
        """A bar while files come in, on a terminal."""
        if not self._console.is_terminal:
            yield
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self._console, transient=True) as self._progress:
            self._task = self._progress.add_task("Reading", total=files)
            yield
        self._progress = None

    def tell(self, outcome: Outcome) -> None:
        """Say what became of a file; on a terminal only what is out of the ordinary."""
        self._counts[outcome.state] += 1
        self._counts["meetings"] += outcome.meetings
        self._counts["actions"] += outcome.actions
        self._counts["candidates"] += outcome.candidates
        self.refused += outcome.state == "refused"
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)
            if outcome.state in ("refused", "waiting"):
                self.say(_line(outcome))
        else:
            self.say(_line(outcome))

    def count(self, name: str, count: int) -> None:
        """Say how far a file of many records is."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=f"{name}: {count} meetings")
        elif count % EVERY == 0:
            self.say(f"{name}: {count} meetings so far")

    def say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def sum_up(self, office: Office, finished: Finished | None) -> None:
        """What the run came to, and what needs a person's eye."""
        counts, left = self._counts, left_to_review(office)
        self.say(
            f"{plural(counts['imported'], 'file')} imported, {counts['read again']} read again, "
            f"{counts['known']} known already, {counts['waiting']} waiting, {counts['refused']} refused: "
            f"{plural(counts['meetings'], 'meeting')}, {plural(counts['actions'], 'action')}."
        )
        if finished is not None:
            self.say(f"{finished.topics} subjects that return are offered as topics.")
        codes = warnings_by_code(office)
        if codes:
            self.say("Warnings not settled yet:")
            for code, count in codes:
                self.say(f"  {count:6}  {code}")
        if any(left.values()):
            doubts = (
                f"{plural(left['warnings'], 'warning')}, {plural(left['updates'], 'update')} whose action is "
                f"not sure, {plural(left['candidates'], 'record')} of meetings that are held already or "
                "cannot be placed"
            )
            self.say(f"For a person to look at: {doubts}. See {REVIEW}")


def teller() -> Teller:
    """One that writes to standard output."""
    return Teller(Console())


def _line(outcome: Outcome) -> str:
    if outcome.reason:
        return f"{outcome.name}: {outcome.state}. {outcome.reason}"
    if outcome.state == "known":
        return f"{outcome.name}: known already, nothing changed"
    waiting = f", {outcome.candidates} waiting" if outcome.candidates else ""
    held = f"{plural(outcome.meetings, 'meeting')}, {plural(outcome.actions, 'action')}"
    return f"{outcome.name}: {outcome.state}, {held}{waiting}"


def plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
