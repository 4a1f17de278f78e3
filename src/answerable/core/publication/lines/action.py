"""The line of an action with its life."""

from __future__ import annotations

from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.shapes import ActionContent


def lines_of_action(content: ActionContent) -> list[LineFact]:
    """One line, which can be filtered by its state, owners, areas and bodies; topics tag it themselves."""
    tags = [("state", content["state"])]
    tags += [("owner", one) for one in content["owners"]]
    tags += [("area", one) for one in content["areas"]]
    tags += [("body", one) for one in content["bodies"]]
    tags += [("owing", one) for one in content["owed_by"]]
    line = LineFact(
        "action", content["path"], content["number"], content["text"], content["given"],
        content["forum_path"], content, tuple(tags),
    )  # fmt: skip
    return [line]
