"""Two people at one thing: the second is told what the first did, and chooses. Nothing typed is lost.

A form carries the version of what it shows. A version is a digest of the values that can be edited, so it
says whether somebody else's values stand there now, and nothing has to be counted up when a file is read
again. See docs/adr/0009-versions.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal

from answerable.core.refusal import Refusal

DIGITS = 16  # of a digest in hexadecimal: two texts with the same one will not be met
MOST_CHANGES = 4  # that a sentence lists

Shape = Literal["fixed", "text", "long", "choice"]


def version(*values: object) -> str:
    """A digest of values that are JSON or have words (dates, keys)."""
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True, slots=True)
class Choice:
    """One field that two people want to be different.

    ``name`` is the form's; ``was`` what the second person was shown, None where it is not known any more.
    ``options`` are the words of a choice's values. A field of the shape "fixed" is a decision, not text.
    ``touched`` and ``moved``: whether the second person, and whether the first, changed it.
    """

    name: str
    label: str
    theirs: str
    yours: str
    was: str | None = None
    shape: Shape = "fixed"
    options: Mapping[str, str] | None = None
    touched: bool = True
    moved: bool = True

    def said(self, value: str | None) -> str:
        """A value in words."""
        return (self.options or {}).get(value or "", value or "") or "nothing"

    @property
    def difference(self) -> str:
        """What yours has that theirs has not, and the other way round, in a sentence; "" of a decision."""
        return "" if self.shape in ("fixed", "choice") else in_words(self.theirs, self.yours)


class Clash(Refusal):
    """Somebody else changed ``thing`` since it was shown to the one who writes now.

    ``who`` is None where a new reading of the file did it, or nobody knows. ``version`` is that of what is
    held now. ``final``: it cannot be decided again, or is not there any more; what was typed is only shown.
    """

    def __init__(
        self,
        thing: str,
        choices: Sequence[Choice] = (),
        *,
        who: str | None = None,
        at: datetime | None = None,
        version: str = "",
        final: bool = False,
    ) -> None:
        super().__init__(f"{who or 'Somebody'} changed {thing} while you were writing.")
        self.thing, self.choices = thing, list(choices)
        self.who, self.at, self.version, self.final = who, at, version, final


class Gone(Clash):
    """What a form was about is not there any more."""

    def __init__(self, thing: str) -> None:
        super().__init__(thing, final=True)
        self.args = (f"{thing[:1].upper()}{thing[1:]} is not there any more.",)


def in_words(one: str, other: str) -> str:
    """How ``other`` differs from ``one``: “soon” became “by May”, “today” added."""
    if one.split() == other.split():
        return "The words are the same."
    said = list(_changes(one.split(), other.split()))
    more = f", and {len(said) - MOST_CHANGES} more" if len(said) > MOST_CHANGES else ""
    return f"{', '.join(said[:MOST_CHANGES])}{more}."


def _changes(one: list[str], other: list[str]) -> Iterator[str]:
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=True).get_opcodes():
        before, after = " ".join(one[a:b]), " ".join(other[c:d])
        if kind == "replace":
            yield f"“{before}” became “{after}”"
        elif kind == "delete":
            yield f"“{before}” left out"
        elif kind == "insert":
            yield f"“{after}” added"
