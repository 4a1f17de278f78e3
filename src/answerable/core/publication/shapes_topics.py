"""The content of a topic's part. It holds no words of the minutes: only where these stand."""

from __future__ import annotations

from typing import TypedDict


class TopicContent(TypedDict):
    """``places`` are the lines that are about it, ``spoken`` those of them in which it is only spoken of.

    Of a topic that was merged into another only ``path`` and ``into`` say anything.
    """

    path: str
    name: str
    places: list[str]
    spoken: list[str]
    measures: list[str]  # paths
    also: list[str]  # names of topics that were merged into it, where these had been published
    into: str | None  # the path of the topic that it is now
