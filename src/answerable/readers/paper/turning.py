"""Places on a page that was turned upright, back on the page as it was scanned."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from answerable.core.minutes.document import Box


class Turn(NamedTuple):
    """A page of ``width`` by ``height`` points turned counter-clockwise by ``degrees`` about its middle."""

    degrees: float
    width: float
    height: float

    def back(self, box: Box) -> Box:
        """The box of the same size about where its middle was before the page was turned."""
        x0, y0, x1, y1 = box
        angle = radians(self.degrees)
        x, y = (x0 + x1 - self.width) / 2, (y0 + y1 - self.height) / 2
        across = x * cos(angle) - y * sin(angle) - x
        down = x * sin(angle) + y * cos(angle) - y
        return round(x0 + across, 1), round(y0 + down, 1), round(x1 + across, 1), round(y1 + down, 1)
