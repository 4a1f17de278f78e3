"""What is told beside the parts of a spreadsheet: merged cells, what is hidden, what a formula worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from answerable.core.plans.cells import Sheet, address, column_name

MOST_NAMED = 6  # places in a sentence


def noticed(sheet: Sheet, columns: Mapping[str, int], head: int) -> list[str]:
    """Sentences about a sheet, none where it is plain."""
    said = []
    merged = [one for one in sheet.merged if _column(one) in {column_name(at) for at in columns.values()}]
    if merged:
        said.append(f"Merged cells: the value of {listed(merged)} was taken for each of its rows.")
    if sheet.hidden_rows:
        rows = _runs(sheet.hidden_rows)
        said.append(f"Hidden, and not read: {_what('row', rows)} {listed(rows)}.")
    if sheet.hidden_columns:
        names = [column_name(one) for one in sheet.hidden_columns]
        said.append(f"Hidden, and not read: {_what('column', names)} {listed(names)}.")
    formulas = [
        address(row, at)
        for row, cells in sheet.rows.items()
        for at in columns.values()
        if row > head and at in cells and cells[at].formula and cells[at].kind != "error"
    ]
    if formulas:
        said.append(f"Formulas: what they came to when the file was saved was taken in {listed(formulas)}.")
    return said


def _column(area: str) -> str:
    return area.split(":")[0].rstrip("0123456789")


def _what(word: str, found: Sequence[str]) -> str:
    return word if len(found) == 1 and "to" not in found[0] else f"{word}s"


def _runs(numbers: Sequence[int]) -> list[str]:
    """7, 8, 9 and 12 as "7 to 9" and "12"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]


def listed(words: Sequence[str]) -> str:
    """D4, D5 and D9; of many the first few, and how many more."""
    if len(words) > MOST_NAMED:
        return f"{', '.join(words[:MOST_NAMED])} and {len(words) - MOST_NAMED} more"
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
