"""The set of hostile files: each is code that makes it, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Maker = Callable[[], bytes]
WORDS = "The force will report back on the boats."
"""What a hostile file that can be read says."""


class Case(NamedTuple):
    """A file, what it is made to do, and what is made of it.

    ``refused``: the whole sentence with "{name}" for the file's name, "" where the file is read.
    ``reads``: what stands in the text; ``never``: what does not. ``warns``: the record's warnings that
    speak of it, by their codes. ``treatment``: a sentence for the table. ``needs``: programs.
    """

    name: str
    group: str
    about: str
    make: Maker
    refused: str
    reads: tuple[str, ...]
    never: tuple[str, ...]
    warns: tuple[str, ...]
    treatment: str
    needs: tuple[str, ...]


CASES: list[Case] = []


def hostile(
    name: str,
    group: str,
    about: str,
    *,
    refused: str = "",
    reads: tuple[str, ...] = (WORDS,),
    never: tuple[str, ...] = (),
    warns: tuple[str, ...] = (),
    treatment: str = "Read as any other.",
    needs: tuple[str, ...] = (),
) -> Callable[[Maker], Maker]:
    """Put the function under it into the set as the maker of the file ``name``."""

    def add(make: Maker) -> Maker:
        assert name not in {case.name for case in CASES}
        CASES.append(Case(name, group, about, make, refused, reads, never, warns, treatment, needs))
        return make

    return add


def every() -> list[Case]:
    """All cases in a settled order, their makers imported."""
    from tests.hostile import (  # noqa: F401 - each registers what it makes
        making_html,
        making_names,
        making_odf,
        making_old,
        making_pdf,
        making_pdf_pages,
        making_pictures,
        making_text,
        making_word,
        making_word_parts,
        making_zip,
    )

    return sorted(CASES, key=lambda case: (case.group, case.name))
