"""What a list can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ninja import Schema
from pydantic import Field, create_model

from answerable.core.publication.open_data.resources import RESOURCES
from answerable.public.api.values import ROWS, After, Day, Limit, PathText, Text, When
from answerable.published.open_data import Chosen

TAGS = {
    "action": "the path of the action that it is about",
    "area": "a force area, as its “tags” have it",
    "body": "a partner body, by its name",
    "entry": "note, question, response, action, update, commitment or decision",
    "measure": "the path of a measure",
    "owner": "who owes or took it, as printed, such as DCC",
    "person": "the path of a person",
    "post": "the path of a post",
    "state": "its state, such as open",
    "topic": "the path of a subject, such as wyvern-valley/topics/answering-101",
}
"""What a line can be chosen by, and what it means."""
SAID_AS = {"entry": "kind"}
"""Tags that a list is asked for by another word."""


class Paged(Schema):
    """What every list can be asked for."""

    office: Text = Field("", description="an office, by its name in addresses")
    since: Day | None = Field(None, alias="from", description="not before this day")
    until: Day | None = Field(None, alias="to", description="not after this day")
    cursor: After | None = Field(None, description="from “next” of the page before")
    limit: Limit = Field(ROWS, description="how many to a page")


class Filters(Paged):
    """What every list of lines can be asked for."""

    forum: PathText = Field("", description="a series of meetings, by its path")
    text: Text = Field("", description="words that stand in it, as they stand there")
    modified_since: When | None = Field(
        None, description="changed or gone at this moment or later; what is gone comes as a tombstone"
    )


def filters_of(name: str, tags: Sequence[str], **more: Any) -> type[Filters]:
    """The filters of a list of lines that have these tags."""
    made: dict[str, Any] = {
        SAID_AS.get(one, one): (PathText, Field("", description=TAGS[one])) for one in tags
    }
    return create_model(f"{name}Filters", __base__=Filters, **more, **made)


def chosen(kind: str, tags: Sequence[str], asked: Any) -> Chosen:
    """What was asked for, for the store."""
    values = {one: getattr(asked, SAID_AS.get(one, one)) for one in tags}
    return Chosen(
        kind=kind, office=asked.office, forum=asked.forum, since=asked.since, until=asked.until,
        text=asked.text, tags={name: value for name, value in values.items() if value},
        modified_since=asked.modified_since, after=asked.cursor or 0,
    )  # fmt: skip


KINDS = tuple(one.kind for one in RESOURCES)
ALL_TAGS = tuple(sorted({tag for one in RESOURCES for tag in one.filters} - {"entry"}))
