"""The line of a decision."""

from __future__ import annotations

from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.shapes_decisions import DecisionContent


def lines_of_decision(content: DecisionContent) -> list[LineFact]:
    text = " ".join(one for one in (content["decision"], content["background"]) if one)
    title = f"{content['number']} {content['title']}"
    tags = (("owner", content["taken_by"]),)
    return [LineFact("decision", content["path"], title, text, content["taken_on"], "", content, tags)]
