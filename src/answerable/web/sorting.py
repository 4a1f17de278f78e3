"""Sorting a table by a column, kept in the address: "due" upwards, "-due" downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OrderBy, QuerySet
from django.http import HttpRequest

from answerable.web.address import with_values

Columns = Mapping[str, Sequence[str]]
"""A column's key, and the fields it sorts by."""


@dataclass(frozen=True, slots=True)
class Sort:
    """How a table is sorted. A key that is not a column's counts as the default."""

    request: HttpRequest
    columns: Columns
    default: str

    @property
    def value(self) -> str:
        asked = self.request.GET.get("sort", "")
        return asked if asked.removeprefix("-") in self.columns else self.default

    @property
    def key(self) -> str:
        return self.value.removeprefix("-")

    @property
    def descending(self) -> bool:
        return self.value.startswith("-")

    def direction(self, key: str) -> str:
        """What aria-sort says of a column."""
        if key != self.key:
            return "none"
        return "descending" if self.descending else "ascending"

    def href(self, key: str) -> str:
        """The same list sorted by this column, the other way round where it is already."""
        turned = f"-{key}" if key == self.key and not self.descending else key
        return with_values(self.request, sort=None if turned == self.default else turned, page=None)

    def apply(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows in this order; what has no value stands last, equals stand by age of the row."""
        orders = [_order(name, self.descending) for name in self.columns[self.key]]
        return rows.order_by(*orders, "-id" if self.descending else "id")


def _order(name: str, descending: bool) -> OrderBy:
    field = F(name)
    return field.desc(nulls_last=True) if descending else field.asc(nulls_last=True)
