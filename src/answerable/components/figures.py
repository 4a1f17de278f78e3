"""All drawings of figures, for pages and templates: ``figures.chart(picture)``."""

from __future__ import annotations

from answerable.components.figures_chart import chart

__all__ = ["chart"]
