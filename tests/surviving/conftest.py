"""Whole installations, for tests that start real processes."""

from __future__ import annotations

from tests.houses import cluster, new_house, postgres_template, template

__all__ = ["cluster", "new_house", "postgres_template", "template"]
