"""Values in lists that one question to the database takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

One = TypeVar("One")

AT_A_TIME = 500
"""Values of one question to the database: some take no more than a thousand."""


def batched(values: Iterable[One], size: int = AT_A_TIME) -> Iterator[list[One]]:
    """The values in lists of so many."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
