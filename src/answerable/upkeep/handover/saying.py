"""What a person at a terminal sees of a long piece of work: one line that says how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import OutputWrapper

from answerable.upkeep.handover.record import Tell

ANEW = "\r\033[K"  # to the start of the line, and what stands there goes


@contextmanager
def progress(to: OutputWrapper, verbosity: int) -> Iterator[Tell]:
    """Gives the function that is told. The line goes at the end, so that a refusal has one of its own."""
    if not verbosity or not to.isatty():
        yield lambda words: None
        return
    try:
        yield lambda words: to.write(f"{ANEW}{words}", ending="")
    finally:
        to.write(ANEW, ending="")
