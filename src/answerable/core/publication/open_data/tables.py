"""A resource as a table: its columns, the cells of a line, and what CSVW says of them.

Values are as they are: nothing is put before a "=" that a spreadsheet would take for a formula, since a file
for programs that changes words is no record. Lists stand in one cell with "|" between; records as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.core.publication.open_data.field import Field, Resource, Type

SEPARATOR = "|"
IN_PLACE_OF_IT = "¦"
LICENCE_URL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
DATATYPES: Mapping[Type, Any] = {
    Type.TEXT: "string",
    Type.DATE: "date",
    Type.PATH: "string",
    Type.WHOLE: "integer",
    Type.NUMBER: "number",
    Type.YES_NO: "boolean",
    Type.TEXTS: "string",
    Type.PATHS: "string",
    Type.RECORDS: "json",
}
MOMENT = "dateTime"


@dataclass(frozen=True, slots=True)
class Column:
    """``at`` leads to its value in a line as the API gives it."""

    name: str
    datatype: str
    says: str
    at: tuple[str, ...]
    listed: bool = False
    required: bool = False


FIRST = (
    Column("path", "string", "its permanent address without the first slash", ("path",), required=True),
    Column("url", "string", "the same for a browser", ("url",), required=True),
    Column("part", "string", "the path of the snapshot that it is told from", ("part",), required=True),
    Column("modified", MOMENT, "when the public store last changed it", ("modified",), required=True),
    Column("forum_path", "string", "the path of the series of meetings", ("forum",)),
    Column("date", "date", "its day", ("date",)),
)
TOPICS = Column(
    "topics", "string", "the paths of the subjects that it is about", ("tags", "topic"), listed=True
)


def columns(resource: Resource) -> list[Column]:
    """The columns of a resource, in an order that stays: new ones come last."""
    found = list(FIRST)
    for field in resource.fields:
        if field.type is Type.RECORD:
            found += [_column(one, (field.name, one.name)) for one in field.fields]
        elif (field.name, field.type) != ("date", Type.DATE):
            found.append(_column(field, (field.name,)))
    return [*found, TOPICS] if "topic" in resource.filters else found


def _column(field: Field, at: tuple[str, ...]) -> Column:
    return Column(
        "_".join(at), DATATYPES[field.type], field.says, ("data", *at), field.type in (Type.TEXTS, Type.PATHS)
    )


def cells(of: Sequence[Column], line: Mapping[str, Any]) -> list[str]:
    """A line as the API gives it, cell by cell."""
    return [_cell(one, _found(line, one.at)) for one in of]


def _found(line: Mapping[str, Any], at: Sequence[str]) -> Any:
    value: Any = line
    for name in at:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.listed:
        return SEPARATOR.join(str(one).replace(SEPARATOR, IN_PLACE_OF_IT) for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def csvw(resource: Resource) -> dict[str, Any]:
    """The metadata of a resource's CSV file (W3C: Metadata Vocabulary for Tabular Data)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{resource.name}.csv",
        "dc:title": resource.name.capitalize(),
        "dc:description": resource.says,
        "dc:license": {"@id": LICENCE_URL},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [_described(one) for one in columns(resource)],
            "primaryKey": "path",
            "aboutUrl": "{+url}",
        },
    }


def _described(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.says,
        "datatype": column.datatype,
    }
    if column.listed:
        found["separator"] = SEPARATOR
    if column.required:
        found["required"] = True
    return found
