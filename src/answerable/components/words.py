"""Values as a reader expects to see them: "27 March 2018", "10:30am", "3 actions", "CC and ACC"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS
from django.utils.translation import gettext, ngettext
from markupsafe import Markup, escape

from answerable.core.publication.redaction import Category, marker

NOON = 12
DAYS_A_MONTH = 30.44  # the mean of the Gregorian calendar
MONTHS_A_YEAR = 12
SHORT_AGE = 60  # days: up to two months an age is told in days
LONG_AGE = 24  # months: from two years on an age is told in years


def date(value: dt.date | None, otherwise: str = "no date") -> str:
    """27 March 2018"""
    return f"{_day(value).day} {month(value)}" if value else said(otherwise)


def _day(value: dt.date) -> dt.date:
    """A day as it is; that of a moment by the clock of the office, which is not that of the database."""
    return timezone.localdate(value) if isinstance(value, dt.datetime) else value


def short_date(value: dt.date | None, otherwise: str = "–") -> str:
    """27 Mar 2018, for tables"""
    if not value:
        return otherwise
    day = _day(value)
    return f"{day.day} {str(MONTHS_3[day.month]).capitalize()} {day.year}"


def iso_date(text: str | None) -> dt.date | None:
    """The day that "2018-03-27" says, for the filters that write it in words"""
    return dt.date.fromisoformat(text) if text else None


def weekday_date(value: dt.date | None, otherwise: str = "no date") -> str:
    """Tuesday 27 March 2018"""
    return f"{WEEKDAYS[_day(value).weekday()]} {date(value)}" if value else said(otherwise)


def month(value: dt.date | None, otherwise: str = "no date") -> str:
    """March 2018"""
    return f"{MONTHS[_day(value).month]} {_day(value).year}" if value else said(otherwise)


def time(value: dt.time | str | None, otherwise: str = "") -> str:
    """10:30am, 2pm, midday; also of a text such as "14:30", which is how a record keeps it"""
    if not value:
        return otherwise
    if isinstance(value, str):
        try:
            return time(dt.time.fromisoformat(value))
        except ValueError:
            return value
    if (value.hour, value.minute) == (NOON, 0):
        return gettext("midday")
    hour = value.hour % NOON or NOON
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{hour}{minutes}{gettext('am') if value.hour < NOON else gettext('pm')}"


def moment(value: dt.datetime | None, otherwise: str = "") -> str:
    """27 March 2018, 2:30pm, by the clock of the office"""
    if value is None:
        return otherwise
    local = timezone.localtime(value)
    return f"{date(local.date())}, {time(local.time())}"


def number(value: int | None, otherwise: str = "–") -> str:
    """1,204"""
    return otherwise if value is None else f"{value:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """1 action, 3 actions"""
    return f"{number(count)} {ngettext(one, many or one + 's', count)}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """CC, ACC and DPCC"""
    parts = [str(word) for word in words]
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {gettext(last)} {parts[-1]}"


def said(words: object) -> str:
    """Words of ours, "Closed", in the language of the page; what no catalogue has stays as it is."""
    return gettext(str(words)) if words else ""  # the translation of nothing is the catalogue's head


def age(days: int) -> str:
    """1 day, 23 days, 4 months, 3 years: as coarse as it is useful; of years those that are full"""
    if days <= SHORT_AGE:
        return plural(days, "day")
    months = round(days / DAYS_A_MONTH)
    if months < LONG_AGE:
        return plural(months, "month")
    return plural(months // MONTHS_A_YEAR, "year")


def shortened(text: str, length: int) -> str:
    """The text where it is short, else its beginning up to the end of a word, and an ellipsis."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


SMALL_WORDS = frozenset(["of", "and", "the", "for", "in", "on", "to", "at", "with"])
LONGEST_INITIALS = 4  # letters: a lower-case word without a vowel up to here is initials, "lcjb"


def as_name(text: str) -> str:
    """A name as it was printed; one that came without any capital gets them: "lcjb chair" is "LCJB Chair"."""
    if not text.islower():
        return text
    return " ".join(_capital(word, place == 0) for place, word in enumerate(text.split()))


def _capital(word: str, first: bool) -> str:
    if len(word) <= LONGEST_INITIALS and word.isalpha() and not set(word) & set("aeiouy"):
        return word.upper()
    return word if word in SMALL_WORDS and not first else word[:1].upper() + word[1:]


FOUND_IN = {
    "title": "agenda items",
    "heading": "headings",
    "action": "actions",
    "label": "labels",
    "name": "names",
    "acronym": "abbreviations",
    "wording": "similar words",
}


def found_in(why: str) -> str:
    """Why a topic was offered: "title, heading" is "Found in agenda items and headings"; else as it says."""
    parts = [part.strip() for part in why.split(",")]
    if not all(part in FOUND_IN for part in parts):
        return why
    return f"Found in {listed(FOUND_IN[part] for part in parts)}"


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!…" else ".")


def as_words(value: object) -> str:
    """A value of a meeting record as a person would write it: lists with commas, nothing as "nothing"."""
    if isinstance(value, list):
        parts = [one["date"] or one["text"] if isinstance(one, dict) else str(one) for one in value]
        return listed(parts) or "nothing"
    return "nothing" if value in (None, "") else str(value)


def paragraphs(text: str) -> Markup:
    """Text with line breaks as paragraphs of HTML."""
    parts = [part for part in (piece.strip() for piece in text.split("\n")) if part]
    return Markup("").join(Markup('<p class="govuk-body">{}</p>').format(escape(part)) for part in parts)


_LEFT_OUT = re.compile("(" + "|".join(re.escape(marker(one)) for one in Category) + ")")


def told_apart(text: str) -> list[tuple[bool, str]]:
    """A published text in pieces, each with whether it is a marker in place of words that are left out."""
    return [(bool(_LEFT_OUT.fullmatch(one)), one) for one in _LEFT_OUT.split(text) if one]
