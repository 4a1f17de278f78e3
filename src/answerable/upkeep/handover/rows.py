"""A row of a table as JSON, and the row again."""

from __future__ import annotations

import base64
import datetime as dt
import mimetypes
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import models

from answerable.upkeep.handover.tables import Model

NEVER = {"accounts.User": ("password", "last_login", "is_active")}
"""Columns that nobody is handed: whoever takes over makes accounts of their own."""

NO_PASSWORD = "!"  # noqa: S105  # no password is this, so nobody signs in by it


def columns_of(model: Model) -> list[Any]:
    """The columns that are handed over, in their order."""
    left = NEVER.get(model._meta.label, ())
    return [one for one in model._meta.concrete_fields if one.name not in left]


def as_json(row: models.Model) -> dict[str, Any]:
    """Its values by column: days and moments as ISO 8601, bytes as base64, a file as its name."""
    return {one.attname: _told(one, getattr(row, one.attname)) for one in columns_of(type(row))}


def _told(column: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column, models.FileField):
        return value.name
    if isinstance(column, models.BinaryField):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(column, models.DateTimeField):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(column, models.DateField):
        return value.isoformat()
    return str(value) if isinstance(column, models.UUIDField) else value


def row_of(model: Model, told: Mapping[str, Any]) -> models.Model:
    """The row that some values make. Raises ValueError, KeyError, TypeError where they are none."""
    values = {one.attname: _value(one, told[one.attname]) for one in columns_of(model)}
    if model._meta.label == "accounts.User":
        values |= {"password": NO_PASSWORD, "is_active": False}
    return model(**values)


def _value(column: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column, models.BinaryField):
        return base64.b64decode(value)
    if isinstance(column, models.DateTimeField):
        return dt.datetime.fromisoformat(value)
    if isinstance(column, models.DateField):
        return dt.date.fromisoformat(value)
    return UUID(value) if isinstance(column, models.UUIDField) else value


def original_name(name: str, media_type: str) -> str:
    """Where a file lies in the folder: with the ending by which a browser or a desktop knows what it is."""
    return name + (mimetypes.guess_extension(media_type) or "")


def schema_of(model: Model) -> dict[str, Any]:
    """What a table is and what each of its columns holds, for whoever reads it without this program."""
    return {
        "table": model._meta.label,
        "about": " ".join((model.__doc__ or "").split()),
        "columns": [_column(one) for one in columns_of(model)],
    }


def _column(column: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.attname, "type": _type(column), "empty": column.null}
    if column.is_relation:
        told["names_a_row_of"] = column.related_model._meta.label
    if column.choices:
        told["values"] = {str(value): str(label) for value, label in column.flatchoices}
    return told


TYPES: tuple[tuple[type, str], ...] = (
    (models.BooleanField, "true or false"),
    (models.JSONField, "JSON"),
    (models.FileField, "the name of a file in originals"),
    (models.BinaryField, "bytes as base64"),
    (models.DateTimeField, "moment, ISO 8601"),
    (models.DateField, "day, ISO 8601"),
    (models.FloatField, "number"),
    (models.IntegerField, "whole number"),
    (models.ForeignKey, "key of a row"),
)


def _type(column: Any) -> str:
    return next((word for kind, word in TYPES if isinstance(column, kind)), "text")
