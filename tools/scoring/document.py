"""The measured tables in the manual: written between two marks, so that the words around them stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scoring.run import Result, groups
from scoring.tally import total

START, STOP = "<!-- measured: start -->", "<!-- measured: stop -->"


def write(path: Path, results: Sequence[Result]) -> None:
    """Replace what stands between the marks; ValueError where the file has none."""
    text = path.read_text(encoding="utf-8")
    before, start, rest = text.partition(START)
    _old, stop, after = rest.partition(STOP)
    if not start or not stop:
        raise ValueError(f"{path} has no place for the measured tables")
    table = "\n".join(_tables(results))
    path.write_text(f"{before}{START}\n{table}\n{STOP}{after}", encoding="utf-8")


def _tables(results: Sequence[Result]) -> Iterator[str]:
    for name, members in groups(results).items():
        yield f"\n**{name.capitalize()}** ({len(members)} files)\n"
        yield "| field | precision | recall | F1 | right | missed | wrong |"
        yield "|---|---:|---:|---:|---:|---:|---:|"
        for key, tally in total([(one.case.name, one.tallies) for one in members]).items():
            if not tally.empty:
                measures = f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f}"
                yield f"| {key} | {measures} | {tally.right} | {len(tally.missed)} | {len(tally.wrong)} |"
