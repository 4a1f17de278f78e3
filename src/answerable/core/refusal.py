"""Why something is not done."""

from __future__ import annotations


class Refusal(Exception):
    """Its message is one sentence that a person can act on: the same on page, API and command line."""
