"""What a page says of a series besides its chart: the last value and its period, in words."""

from __future__ import annotations

from functools import cached_property

from answerable.core.measures.drawing import picture
from answerable.core.measures.facts import Facts, Observed
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Verdict
from answerable.core.measures.words import figure, short_period


class Charted:
    """A series that has been judged; whose it is, those say who derive from this."""

    facts: Facts
    verdict: Verdict

    @cached_property
    def last(self) -> Observed | None:
        """The last period that has a value."""
        return next((one for one in reversed(self.facts.observed) if one.value is not None), None)

    @property
    def value(self) -> str:
        """The last value in its unit."""
        return figure(self.last.value if self.last else None, self.facts.unit, self.facts.decimals)

    @property
    def period(self) -> str:
        return short_period(self.last.start, self.last.last, self.facts.frequency) if self.last else ""

    @property
    def drawn(self) -> Picture:
        return picture(self.facts, self.verdict)
