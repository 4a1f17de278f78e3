"""A question to each address that anybody can try: what the documentation leads to, and tests ask."""

from __future__ import annotations

from typing import Any

from answerable.core.publication.open_data.resources import BY_NAME
from answerable.public.api.filters import SAID_AS

A_FEW = 5  # rows: enough to see what a line looks like
VALUES = {"state": "open", "entry": "question"}
"""Values of tags that every office has."""


def example(path: str, office: str) -> str:
    """The question to an address of the description, about an office that has published."""
    if "{" in path:
        return path.replace("{office}", office).replace("{number}", "1")
    name = path.rpartition("/")[2]
    if name == "at":
        return f"{path}?path={office}"
    if name not in (*BY_NAME, "lines", "publications"):
        return path
    return f"{path}?office={office}{_chosen(name)}&limit={A_FEW}"


def _chosen(name: str) -> str:
    filters: tuple[Any, ...] = tuple(BY_NAME[name].filters) if name in BY_NAME else ()
    tag = next((one for one in VALUES if one in filters), "")
    return f"&{SAID_AS.get(tag, tag)}={VALUES[tag]}" if tag else ""
