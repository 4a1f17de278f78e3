"""Long lists are shown a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from answerable.web.address import LARGEST_ID, with_values

ROWS = 50  # a page of a register (DESIGN.md, LOOK.md)
NEAR = 1  # pages to each side of this one that have a link of their own

T = TypeVar("T")


class Step(NamedTuple):
    """A link to a page; number 0 stands for pages left out."""

    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of ``total``; ``number`` counts from 1."""

    rows: Sequence[T]
    total: int
    number: int
    size: int
    link: Callable[[int], str]

    @property
    def count(self) -> int:
        return max(-(-self.total // self.size), 1)

    @property
    def first(self) -> int:
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.number * self.size, self.total)

    @property
    def previous(self) -> str | None:
        return self.link(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        return self.link(self.number + 1) if self.number < self.count else None

    @property
    def steps(self) -> list[Step]:
        """The first and last page and those near this one."""
        near = range(self.number - NEAR, self.number + NEAR + 1)
        shown = sorted({1, self.count, *(number for number in near if 1 <= number <= self.count)})
        steps: list[Step] = []
        for number in shown:
            if steps and number > steps[-1].number + 1:
                steps.append(Step(0, ""))
            steps.append(Step(number, self.link(number)))
        return steps


def page_number(request: HttpRequest) -> int:
    """The page that the address asks for. Raises Http404 for what is not a page's number."""
    value = request.GET.get("page", "1") or "1"
    if not (value.isascii() and value.isdigit()) or not 0 < int(value[:20]) < LARGEST_ID:
        raise Http404(_("There is no page “%(number)s”.") % {"number": value[:20]})
    return int(value)


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int = ROWS) -> Page[Any]:
    """The page that the address asks for. Raises Http404 for one that is not there."""
    number = page_number(request)
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    start = (number - 1) * size
    if number > 1 and start >= total:
        raise Http404(_("There is no page %(number)s: the list is shorter.") % {"number": number})
    return Page(list(rows[start : start + size]), total, number, size, page_link(request))


def page_link(request: HttpRequest) -> Callable[[int], str]:
    """The address of another page of the list that the request shows."""
    return lambda number: with_values(request, page=number if number > 1 else None)
