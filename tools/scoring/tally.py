"""Counts of what was found, missed and wrongly given, with the wordings behind them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Tally:
    """One field of one file, or the sum over files.

    ``missed`` are labels without a prediction, ``wrong`` predictions without a label. Where a value is
    compared as a whole (owners of a matched action) a difference stands in both.
    """

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        given = self.right + len(self.wrong)
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        wanted = self.right + len(self.missed)
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + len(self.missed) + len(self.wrong)
        return 2 * self.right / total if total else 1.0

    @property
    def empty(self) -> bool:
        """Nothing was labelled and nothing given: the field says nothing about the file."""
        return not (self.right or self.missed or self.wrong)

    def hit(self) -> None:
        self.right += 1

    def differ(self, label: str, prediction: str) -> None:
        """A matched pair whose values are not the same."""
        self.missed.append(f"{label} | got {prediction}")
        self.wrong.append(f"{prediction} | wanted {label}")

    def compare(self, same: bool, label: str, prediction: str) -> None:
        if same:
            self.hit()
        else:
            self.differ(label, prediction)

    def add(self, other: Tally, prefix: str = "") -> None:
        self.right += other.right
        self.missed.extend(prefix + line for line in other.missed)
        self.wrong.extend(prefix + line for line in other.wrong)


Tallies = dict[str, Tally]
"""Tallies by the field's name."""


def total(parts: list[tuple[str, Tallies]]) -> Tallies:
    """The sum over files, given with their names, which go before each line."""
    summed: Tallies = {}
    for name, tallies in parts:
        for key, tally in tallies.items():
            summed.setdefault(key, Tally()).add(tally, f"{name}: ")
    return summed
