"""What a line or a publication says in a feed."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.core.publication.deciding import DOING_NAMES, Doing
from answerable.core.publication.standards.atom import FeedEntry
from answerable.public.feeds.queries import Told
from answerable.published.models import Line, Publication

TITLE_LENGTH = 100  # letters
SUMMARY_LENGTH = 600


def entry(told: Told) -> FeedEntry:
    """A line, or its tombstone."""
    line = told.line
    address = f"{settings.SITE}/{line.path}"
    if line.gone:
        return FeedEntry(address, told.at, gone=True)
    title, summary = SAID.get(line.kind, _line)(line)
    if told.note and line.path == line.owner:
        summary = f"{summary} {told.note}".strip()
    return FeedEntry(
        address, told.at, words.shortened(title, TITLE_LENGTH), words.shortened(summary, SUMMARY_LENGTH),
        line.kind,
    )  # fmt: skip


def publication_entry(one: Publication) -> FeedEntry:
    """A decision: what was published, corrected, withdrawn."""
    title = f"{words.said(DOING_NAMES[Doing(one.doing)])}: {one.title}"
    return FeedEntry(
        f"{settings.SITE}/{one.office}/publications/{one.number}", one.at, title, one.note, one.doing
    )


def _meeting(line: Line) -> tuple[str, str]:
    day = words.date(line.date)
    if line.kind == "agenda":
        return _("Agenda: %(title)s, %(day)s") % {"title": line.data["forum"], "day": day}, line.data["theme"]
    return _("Minutes: %(title)s, %(day)s") % {"title": line.data["forum"], "day": day}, line.title


def _action(line: Line) -> tuple[str, str]:
    owners = words.listed(line.data["owners"]) or _("nobody named")
    due = line.data.get("due")
    by = words.date(_day(due)) if due else _("no date")
    said = _("Owner: %(owners)s. Due: %(due)s. State: %(state)s.") % {
        "owners": owners, "due": by, "state": words.said(line.data["state"]),
    }  # fmt: skip
    return f"{line.title}: {line.text}", said


def _line(line: Line) -> tuple[str, str]:
    return line.title or line.text or line.path, line.text


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


SAID = {"meeting": _meeting, "agenda": _meeting, "action": _action}
