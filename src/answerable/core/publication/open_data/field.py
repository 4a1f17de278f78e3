"""A field of a resource: its name, its type and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Type(StrEnum):
    """How a field is written. A single value may be null; a list may be empty."""

    TEXT = "text"
    DATE = "date"  # "2022-08-25"
    PATH = "path"  # a permanent address without its first slash
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "true or false"
    TEXTS = "list of texts"
    PATHS = "list of paths"
    RECORD = "record"  # one, with fields of its own
    RECORDS = "list of records"


LISTS = frozenset({Type.TEXTS, Type.PATHS, Type.RECORDS})


@dataclass(frozen=True, slots=True)
class Field:
    """``fields`` are those of a record, or of each record of a list."""

    name: str
    type: Type
    says: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """``kind`` is the kind of its lines, ``name`` the word for many of them in addresses and file names.

    ``filters`` are the tags by which its lines can be chosen.
    """

    kind: str
    name: str
    says: str
    fields: tuple[Field, ...]
    filters: tuple[str, ...] = ()


def shaped(fields: tuple[Field, ...], data: Mapping[str, Any]) -> dict[str, Any]:
    """Just the fields that are promised, whatever more there is, each in its place."""
    return {one.name: _value(one, data.get(one.name)) for one in fields}


def _value(field: Field, value: Any) -> Any:
    if field.type is Type.RECORD:
        return shaped(field.fields, value) if isinstance(value, Mapping) else None
    if field.type is Type.RECORDS:
        return [shaped(field.fields, one) for one in value or [] if isinstance(one, Mapping)]
    if field.type in LISTS:
        return list(value or [])
    if field.type is Type.DATE and not value:
        return None
    return value
