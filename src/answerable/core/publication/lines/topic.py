"""The line of a topic. What was said of it are lines of meetings, which its part tags: ``giving``."""

from __future__ import annotations

from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.shapes_topics import TopicContent


def lines_of_topic(content: TopicContent) -> list[LineFact]:
    """One line; none of a topic that was merged into another."""
    if content["into"]:
        return []
    data = {"name": content["name"], "also": content["also"], "measures": content["measures"]}
    also = ". ".join(content["also"])
    return [LineFact("topic", content["path"], content["name"], also, None, "", data)]
