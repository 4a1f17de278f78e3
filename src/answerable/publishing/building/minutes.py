"""Public minutes as the register reads them: what they gave, and what they said of earlier actions.

The words of the register are taken from here and from nowhere else, so that it says nothing that the minutes
do not say in public, with all that is left out of them left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.core.publication.parts import Part
from answerable.core.publication.promised import words_said
from answerable.core.publication.shapes import MeetingContent, PublishedDue, PublishedEntry, PublishedPromise
from answerable.offices.models import Office
from answerable.publishing.building.standing import public_meetings


@dataclass(frozen=True, slots=True)
class Gave:
    """An action as minutes gave it; ``item`` and ``entry`` are paths."""

    text: str
    owners: list[str]
    dues: list[PublishedDue]
    item: str | None
    entry: str | None


@dataclass(frozen=True, slots=True)
class Spoke:
    """What minutes said of an earlier action; ``entry`` is the path of the line."""

    text: str
    status: str
    entry: str | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The public minutes of a meeting; ``key`` is that of its row, ``gave`` by the action's path.

    ``said``: the words of its lines, for what they may speak of.
    """

    key: int
    path: str
    on: dt.date
    forum: str
    forum_path: str
    cancelled: bool
    gave: Mapping[str, Gave]
    spoke: Mapping[str, Spoke]
    said: Sequence[str]
    promises: Sequence[PublishedPromise]


def minutes_of(office: Office) -> dict[int, Minutes]:
    """The public minutes of an office, by the keys of their meetings."""
    return {key: read(key, part) for key, part in public_meetings(office)}


def read(key: int, part: Part) -> Minutes:
    content: MeetingContent = part.read()  # type: ignore[assignment]
    return Minutes(
        key, content["path"], dt.date.fromisoformat(content["date"]), content["forum"],
        content["forum_path"], content["state"] == "cancelled", _gave(content), _spoke(content),
        words_said(content), content["promises"],
    )  # fmt: skip


def _gave(content: MeetingContent) -> dict[str, Gave]:
    items = content["items"]
    found = {}
    for one in content["actions"]:
        item = items[one["item"]] if one["item"] is not None else None
        line = _line(content, one["entry"])
        if one["path"] and not (item and item["left_out"]) and not (line and line["left_out"]):
            found[one["path"]] = Gave(
                one["text"], one["owners"], one["dues"], item["path"] if item else None,
                line["path"] if line else None,
            )  # fmt: skip
    return found


def _spoke(content: MeetingContent) -> dict[str, Spoke]:
    found = {}
    for one in content["updates"]:
        line = _line(content, one.get("entry"))
        if line is None or not line["left_out"]:
            found[one["path"]] = Spoke(one["text"], one["status"], line["path"] if line else None)
    return found


def _line(content: MeetingContent, at: int | None) -> PublishedEntry | None:
    return content["entries"][at] if at is not None else None
