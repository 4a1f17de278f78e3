"""The page's address is its state: values out of it, and the same address with one value changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _

LONGEST_TEXT = 200  # characters of a text to look for: longer ones are cut, nobody types them
LARGEST_ID = 2**63 - 1  # what a 64-bit key column holds: a larger number names nothing


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that cannot be used: the sentence says what to do about it."""

    field: str
    message: str


@dataclass(slots=True)
class Asked:
    """Values of the query string; one that cannot be used is None and leaves a problem."""

    values: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The text without blanks at its ends and control characters; "" where there is none."""
        kept = "".join(character for character in self.values.get(name, "") if character.isprintable())
        return kept.strip()[:LONGEST_TEXT]

    def choice(self, name: str, choices: Mapping[str, str], what: str) -> str | None:
        """One of the choices. ``what`` names it in the sentence: "the status"."""
        value = self.text(name)
        if not value or value in choices:
            return value or None
        known = ", ".join(choices)
        said = _("Choose %(what)s from the list: “%(value)s” is not one of %(known)s")
        self.refuse(name, said % {"what": what, "value": value, "known": known})
        return None

    def number(self, name: str, what: str) -> int | None:
        """A whole number from 1, for the key of a row or a year."""
        value = self.text(name)
        if not value:
            return None
        if value.isascii() and value.isdigit() and 0 < int(value[:20]) <= LARGEST_ID:
            return int(value)
        said = _("Choose %(what)s from the list: “%(value)s” is not on it")
        self.refuse(name, said % {"what": what, "value": value})
        return None

    def date(self, name: str, what: str) -> dt.date | None:
        """A day, written 2018-03-27 (as date fields send it) or 27/3/2018."""
        value = self.text(name)
        if not value:
            return None
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return dt.datetime.strptime(value, form).date()  # noqa: DTZ007  a day has no time zone
            except ValueError:
                continue
        self.refuse(name, _("Write %(what)s as a day, month and year, such as 27/3/2018") % {"what": what})
        return None

    def error(self, name: str) -> str | None:
        return next((one.message for one in self.problems if one.field == name), None)

    def refuse(self, name: str, message: str) -> None:
        """Say what is wrong with a value, and what to do about it."""
        self.problems.append(Problem(name, message))


def asked(request: HttpRequest) -> Asked:
    """The values in the address of a request; of a name given twice the last counts."""
    return Asked(request.GET.dict())


def with_values(request: HttpRequest, **changes: object) -> str:
    """The query string of the request with values changed; None or "" takes one out. Begins with "?"."""
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return "?" + query.urlencode()
