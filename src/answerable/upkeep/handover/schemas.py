"""What a row of each table is, as JSON Schema: for programs that read the record without this one."""

from __future__ import annotations

from typing import Any

from django.db import models

from answerable.upkeep.handover.rows import columns_of
from answerable.upkeep.handover.tables import Model

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES: tuple[tuple[type, dict[str, Any]], ...] = (
    (models.BooleanField, {"type": "boolean"}),
    (models.JSONField, {}),
    (models.FileField, {"type": "string", "description": "the name of a file in originals"}),
    (models.BinaryField, {"type": "string", "contentEncoding": "base64"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.UUIDField, {"type": "string", "format": "uuid"}),
    (models.FloatField, {"type": "number"}),
    (models.IntegerField, {"type": "integer"}),
    (models.ForeignKey, {"type": "integer"}),
)
TEXT: dict[str, Any] = {"type": "string"}


def row_schema(model: Model) -> dict[str, Any]:
    """A schema that each line of ``record/TABLE.jsonl`` keeps."""
    columns = columns_of(model)
    return {
        "$schema": DIALECT,
        "title": model._meta.label,
        "description": " ".join((model.__doc__ or "").split()),
        "type": "object",
        "properties": {one.attname: _column(one) for one in columns},
        "required": [one.attname for one in columns],
        "additionalProperties": False,
    }


def _column(column: Any) -> dict[str, Any]:
    told = dict(next((schema for kind, schema in TYPES if isinstance(column, kind)), TEXT))
    if column.is_relation:
        told["description"] = f"the id of a row of {column.related_model._meta.label}"
    if column.choices:
        told["enum"] = [value for value, _ in column.flatchoices]
        if column.blank and "" not in told["enum"]:
            told["enum"].append("")
    if not column.null:
        return told
    if "enum" in told:
        told["enum"].append(None)
    if "type" in told:
        told["type"] = [told["type"], "null"]
    return told
