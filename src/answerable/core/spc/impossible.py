"""Numbers that cannot be."""

from __future__ import annotations


class Impossible(ValueError):
    """No chart can be made of these numbers. Its message is one sentence that says which, and why."""
