"""The content of a decision's part."""

from __future__ import annotations

from typing import TypedDict


class DecisionContent(TypedDict):
    """``left_out``: the category of a part that is not published, where there is one.

    ``meeting`` and ``entry`` are addresses: where minutes that are public say it.
    """

    path: str
    number: str
    title: str
    taken_on: str
    taken_by: str
    background: str
    decision: str
    papers: list[str]
    left_out: str | None
    meeting: str | None
    entry: str | None
