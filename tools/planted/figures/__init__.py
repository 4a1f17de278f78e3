"""The figures of Wyvern Valley, wholly made up: what is measured, and values drawn from a seed.

They agree with what the sample's minutes say of the same months, where ``pins`` say so, and differ where a
test or a reader should find that they do.
"""

from __future__ import annotations

from collections.abc import Sequence

from planted.figures import contact, countryside, justice, trust, victims
from planted.figures.given import Given

EVERY: Sequence[Given] = (
    *contact.GIVEN,
    *victims.GIVEN,
    *countryside.GIVEN,
    *justice.GIVEN,
    *trust.GIVEN,
)
