"""The line of an agenda."""

from __future__ import annotations

from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.shapes import AgendaContent


def lines_of_agenda(content: AgendaContent) -> list[LineFact]:
    """One line, found by its items' titles and notes and by the papers' names."""
    words = [content["theme"]]
    for item in content["items"]:
        words += [f"{item['number'] or ''} {item['title']}".strip(), item["note"]]
    words += [one["name"] for one in content["papers"]]
    tags = (("state", content["state"]),)
    return [
        LineFact(
            "agenda", content["path"], content["title"], "\n".join(one for one in words if one),
            content["date"], content["forum_path"], content, tags,
        )
    ]  # fmt: skip
