"""The shapes of answers, made from the one list of fields (``core.publication.open_data``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field, create_model

from answerable.core.publication.open_data import field as fields
from answerable.core.publication.open_data.field import Resource, Type

Date = Annotated[str, Field(json_schema_extra={"format": "date"})]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
TYPES: dict[Type, Any] = {
    Type.TEXT: str | None,
    Type.DATE: Date | None,
    Type.PATH: str | None,
    Type.WHOLE: int | None,
    Type.NUMBER: float | None,
    Type.YES_NO: bool | None,
    Type.TEXTS: list[str],
    Type.PATHS: list[str],
}


class Problem(Schema):
    """What is wrong and what to do (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Envelope(Schema):
    """What every line says of itself; ``data`` is null where ``gone`` is true."""

    path: str = Field(description="its permanent address without the first slash")
    url: str = Field(description="the same for a browser")
    kind: str
    office: str = Field(description="the office's name in addresses")
    forum: str | None = Field(description="the path of the series of meetings")
    date: Date | None
    part: str = Field(description="the path of the snapshot that it is told from")
    modified: Moment = Field(description="when the public store last changed it")
    gone: bool = Field(description="true for what was published here and is not any more")
    tags: dict[str, list[str]] = Field(description="what it can be chosen by: topic, owner, state, area")


def data_schema(resource: Resource) -> type[Schema]:
    """What a line of a kind gives."""
    return _model(resource.kind.capitalize(), resource.says, resource.fields)


def _model(name: str, says: str, of: Sequence[fields.Field]) -> type[Schema]:
    made: dict[str, Any] = {}
    for one in of:
        made[one.name] = (_type(name, one), Field(description=one.says))
    return create_model(name, __base__=Schema, __doc__=says, **made)


def _type(owner: str, one: fields.Field) -> Any:
    if not one.fields:
        return TYPES[one.type]
    inner = _model(f"{owner}{one.name.title().replace('_', '')}", one.says, one.fields)
    return list[inner] if one.type is Type.RECORDS else inner | None  # type: ignore[valid-type]


def line_schema(resource: Resource) -> type[Schema]:
    """A line of a kind."""
    data = data_schema(resource)
    made: dict[str, Any] = {"data": (data | None, Field())}
    return create_model(f"{data.__name__}Line", __base__=Envelope, **made)


class AnyLine(Envelope):
    """A line of any kind."""

    data: dict[str, Any] | None = Field(description="as the resource of its kind has it")


def page_schema(row: type[Schema]) -> type[Schema]:
    """A page of rows."""
    return create_model(
        f"{row.__name__}s",
        __base__=Schema,
        as_of=(Moment | None, Field(description="ask modified_since this next time: nothing is missed")),
        next=(str | None, Field(description="where the next page is; null on the last one")),
        rows=(list[row], Field()),  # type: ignore[valid-type]
    )


class Office(Schema):
    """An office that has published."""

    slug: str = Field(description="its name in addresses")
    name: str
    path: str
    url: str
    content: dict[str, Any] = Field(description="what it says of itself: words, forces, areas, forums")


class Offices(Schema):
    """All offices."""

    rows: list[Office]


class PublicationRow(Schema):
    """A decision to publish, correct, withdraw or publish again."""

    office: str
    number: int
    url: str
    at: Moment
    doing: str
    title: str
    duty: str
    note: str
    taken_at: Moment = Field(description="when the public store took it in")
    hash: str = Field(description="the SHA-256 of its header")


class PartRow(Schema):
    """What a publication brought."""

    path: str
    url: str
    kind: str
    version: int
    media_type: str
    state: str = Field(description="current, replaced or withdrawn")
    size: int
    sha256: str


class OnePublication(PublicationRow):
    """A decision with its parts, and what is needed to check it."""

    header: str = Field(description="the text that was hashed")
    key: str = Field(description="the key that signed the hash")
    signature: str
    parts: list[PartRow]


class SnapshotRow(PartRow):
    """A frozen part."""

    publication: PublicationRow
    ended_by: PublicationRow | None
    content: dict[str, Any] | None = Field(description="what was frozen; null for a file")


class At(Schema):
    """What stands at a permanent address: a line, a snapshot, or both."""

    path: str
    url: str
    line: AnyLine | None
    snapshot: SnapshotRow | None


class Root(Schema):
    """Where everything is."""

    version: str
    documentation: str
    description: str = Field(description="the OpenAPI description")
    licence: str
    resources: dict[str, str]
