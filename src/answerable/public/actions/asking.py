"""What the address of a list of public lines asks for: as choices on the page, and as conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.published.models import Line
from answerable.published.queries import lines_of
from answerable.published.register import tagged, values_of, years_of
from answerable.web.address import Asked, asked

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Filter:
    """A select: its name in the address, its label, what there is to choose, what was chosen."""

    name: str
    label: str
    choices: Choices
    value: str

    @property
    def said(self) -> str:
        """What was chosen, in words; "" where nothing was."""
        return dict(self.choices)[self.value] if self.value else ""


@dataclass(frozen=True, slots=True)
class Asking:
    """The filters of a list with what was chosen, and words to look for."""

    filters: Mapping[str, Filter]
    text: str
    asked: Asked

    def __getitem__(self, name: str) -> str:
        return self.filters[name].value

    @property
    def any(self) -> bool:
        return bool(self.text) or any(one.value for one in self.filters.values())

    @property
    def in_words(self) -> str:
        """What is asked for, for the page's title and its print: "Overdue, DCC, 2018"."""
        named = [one.said for one in self.filters.values() if one.value]
        return ", ".join([*named, f"“{self.text}”"] if self.text else named)


def asking(request: HttpRequest, office: dict[str, Any], kind: str, states: Mapping[str, str]) -> Asking:
    """The filters over an office's lines of a kind, which have ``states``. Five queries."""
    values, slug = asked(request), office["slug"]
    topics = {one.path: one.title for one in lines_of(slug, "topic").defer("text", "data")}
    there = values_of(slug, kind, "topic")
    owners = values_of(slug, kind, "owner")
    places = values_of(slug, kind, "area")
    choices: list[tuple[str, str, Choices]] = [
        ("state", _("State"), [(key, words.said(name)) for key, name in states.items()]),
        ("owner", _("Owner") if kind == "action" else _("By"), [(one, one) for one in owners]),
        ("forum", _("Forum"), [(one["path"].partition("/")[2], one["name"]) for one in office["forums"]]),
        ("topic", _("Topic"), [(_slug(one), topics[one]) for one in there if one in topics]),
        ("area", _("Area"), [(key, name) for key, name in area_names(office).items() if key in places]),
        ("year", _("Given") if kind == "action" else _("Said"), _years(slug, kind)),
    ]
    found = {name: _filter(values, name, label, among) for name, label, among in choices}
    return Asking(found, values.text("text"), values)


def area_names(office: dict[str, Any]) -> dict[str, str]:
    """The areas of an office's forces by their slugs, in the order of their names."""
    areas = [area for force in office["forces"] for area in force["areas"]]
    return {one["slug"]: one["name"] for one in sorted(areas, key=lambda one: one["name"])}


def _filter(values: Asked, name: str, label: str, choices: Choices) -> Filter:
    chosen = values.text(name)
    if chosen not in ("", *(key for key, _ in choices)):
        said = _("Choose from the list “%(label)s”: “%(value)s” is not on it")
        values.refuse(name, said % {"label": label, "value": chosen})
        chosen = ""
    return Filter(name, label, [("", _("Any")), *choices], chosen)


def _years(office: str, kind: str) -> Choices:
    return [(str(year), str(year)) for year in years_of(lines_of(office, kind))]


def _slug(path: str) -> str:
    return path.rpartition("/")[2]


def chosen(rows: QuerySet[Line], want: Asking, office: str) -> QuerySet[Line]:
    """The lines that the filters leave, but for their state, which is told in another way by each kind."""
    if want["owner"]:
        rows = rows.filter(tagged("owner", want["owner"]))
    if want["forum"]:
        rows = rows.filter(forum=f"{office}/{want['forum']}")
    if want["topic"]:
        rows = rows.filter(tagged("topic", f"{office}/topics/{want['topic']}"))
    if want["area"]:
        rows = rows.filter(tagged("area", want["area"]))
    if want["year"]:
        rows = rows.filter(date__year=int(want["year"]))
    for word in want.text.split():
        rows = rows.filter(Q(text__icontains=word) | Q(title__iexact=word))
    return rows
