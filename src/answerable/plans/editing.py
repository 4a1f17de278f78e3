"""Rows that are edited field by field: the version of what a form shows, and what two people differ about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from answerable.audit.queries import who_changed
from answerable.core.clash import Choice, Clash, Shape, version
from answerable.core.refusal import Refusal


def as_typed(value: Any) -> str:
    """A value as its input holds it: a day as 2026-03-27, a truth as yes or no, a row as its key."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, models.Model):
        return str(value.pk)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def as_words(value: Any) -> str:
    """A value for the options of a choice: a row by its name."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Field:
    """One value that a form edits: ``name`` is the column's and the input's. ``says`` is it as typed, and
    ``words`` as an option of a choice."""

    name: str
    label: str
    shape: Shape = "text"
    says: Callable[[Any], str] = as_typed
    words: Callable[[Any], str] = as_words


def shown(row: models.Model | None, fields: Sequence[Field]) -> dict[str, str]:
    """The values of a row as the form's inputs hold them; nothing of no row."""
    return {one.name: one.says(getattr(row, one.name)) for one in fields} if row else {}


def fields_version(row: models.Model, fields: Sequence[Field]) -> str:
    return version([one.says(getattr(row, one.name)) for one in fields])


def put(
    row: models.Model,
    fields: Sequence[Field],
    values: Mapping[str, Any],
    *,
    seen: str | None,
    thing: str,
    operation: str,
) -> list[str]:
    """Put values into a row that is held, and save it; the names of those that changed.

    Part of a larger write. Raises Clash where others were put there since ``seen``, Refusal where nothing
    would change.
    """
    wanted = [one for one in fields if one.name in values and values[one.name] != getattr(row, one.name)]
    if not wanted:
        raise Refusal("Nothing was changed: that is what it says already.")
    held = fields_version(row, fields)
    if seen and seen != held:
        choices = [_choice(one, getattr(row, one.name), values[one.name]) for one in wanted]
        raise clash_over(thing, row, choices, held, operation)
    for one in wanted:
        setattr(row, one.name, values[one.name])
    changed = [one.name for one in wanted]
    row.save(update_fields=changed)
    return changed


def clash_over(thing: str, row: models.Model, choices: Sequence[Choice], held: str, operation: str) -> Clash:
    """What the second of two people is told; who was first is told by the last event about the row."""
    who, at = who_changed(row, operation)
    return Clash(thing, choices, who=who, at=at, version=held)


def _choice(field: Field, theirs: Any, yours: Any) -> Choice:
    options = None
    if field.shape == "choice":
        options = {field.says(one): field.words(one) for one in (theirs, yours)}
    return Choice(
        field.name, field.label, theirs=field.says(theirs), yours=field.says(yours), shape=field.shape,
        options=options,
    )  # fmt: skip
