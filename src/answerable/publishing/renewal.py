"""What is told from public minutes, and how far behind them it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from answerable.core.publication.versions import Book, current
from answerable.offices.models import Office
from answerable.publishing.book import book_of, decided
from answerable.publishing.models import Frozen, Publication

Subject = Publication.Subject
TOLD_FROM_MINUTES = (Subject.REGISTER, Subject.TOPICS, Subject.PEOPLE)


@dataclass(frozen=True, slots=True)
class Behind:
    """Something that stands as of ``on``; ``since`` meetings were published, corrected or taken away then."""

    subject: str
    title: str
    on: dt.datetime
    since: int


def public_wholes(office: Office, held: Book | None = None) -> list[tuple[str, str]]:
    """Those of which something can be read now, with the titles that the public knows them by.

    What an office never published is not published because a meeting is.
    """
    book = book_of(office) if held is None else held
    return [(subject, last.title) for subject, last in _last(office, book).items()]


def behind(office: Office, held: Book | None = None) -> list[Behind]:
    """What minutes became public after it, or changed or went, and nobody brought it along."""
    book = book_of(office) if held is None else held
    rows = decided(office).filter(subject=Subject.MINUTES)
    minutes = list(rows.values_list("number", "meeting_id", "renewed_at"))
    looked = max((number or 0 for number, _, renewed in minutes if renewed), default=0)
    found = []
    for subject, last in _last(office, book).items():
        upto = max(last.number or 0, looked)
        since = {meeting for number, meeting, _ in minutes if (number or 0) > upto}
        if since and last.opened_at:
            found.append(Behind(subject, last.title, last.opened_at, len(since)))
    return found


def _last(office: Office, book: Book) -> dict[str, Publication]:
    """Of each subject of which anything stands the last publication that was no withdrawal. Two queries."""
    rows = decided(office).filter(subject__in=TOLD_FROM_MINUTES)
    paths = Frozen.objects.filter(publication__in=rows).values_list("publication__subject", "path")
    stands = {subject for subject, path in paths if current(book.get(path, []))}
    last = {one.subject: one for one in rows.exclude(doing=Publication.Doing.WITHDRAW)}
    return {str(subject): last[subject] for subject in TOLD_FROM_MINUTES if subject in stands}
