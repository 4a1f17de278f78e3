"""All drawings of figures, for pages and templates: ``figures.chart(picture)``, ``figures.spark(points)``.

``chart`` a series over time; ``small`` several side by side; ``spark`` a line among words; ``funnel`` and
``interval_rows`` areas beside one another; the icons with their words; ``rows`` and ``place_rows`` what the
tables of figures.html say.
"""

from __future__ import annotations

from answerable.components.figures_areas import funnel
from answerable.components.figures_chart import chart
from answerable.components.figures_icons import assurance_icon, variation_icon
from answerable.components.figures_rows import interval_rows
from answerable.components.figures_small import small, spark
from answerable.components.figures_table import place_rows, rows

__all__ = [
    "assurance_icon", "chart", "funnel", "interval_rows", "place_rows", "rows", "small", "spark",
    "variation_icon",
]  # fmt: skip
