"""Putting something forward: its parts are frozen as they would be published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.core.publication.parts import Part
from answerable.core.publication.versions import WITHDRAWN, Book, current
from answerable.core.refusal import Refusal
from answerable.measures.models import Measure
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.publishing.before import hides_otherwise, versions_before, versions_that_say_more
from answerable.publishing.book import book_of, paths_of_subject
from answerable.publishing.building import build
from answerable.publishing.checking import scan
from answerable.publishing.files.child import Cleaner
from answerable.publishing.following import quoting
from answerable.publishing.hidden import anything_hidden, fingerprint
from answerable.publishing.left_over import left_over_in
from answerable.publishing.models import Frozen, Publication
from answerable.topics.models import Topic

Doing, Subject = Publication.Doing, Publication.Subject
OPEN_MINUTES = ("", Meeting.Minutes.APPROVED)
"""Minutes that can be published: approved, or read from a file and never written here."""
NOT_APPROVED = "These minutes are not approved yet. They can be published once they are."


class NothingNew(Refusal):
    """Nothing can be put forward that is not public already."""


@transaction.atomic
def put_forward(
    *,
    office: Office,
    subject: str,
    title: str,
    as_role: str,
    by: User,
    at: datetime,
    meeting: Meeting | None = None,
    topic: Topic | None = None,
    measure: Measure | None = None,
    doing: str = Doing.PUBLISH,
    duty: str = "",
    note: str = "",
    opens_at: datetime | None = None,
    follows: Publication | None = None,
    withdraw_before: bool = False,
    renews: bool = False,
    because_of: Publication | None = None,
    cleaner: Cleaner | None = None,
) -> Publication:
    """A publication with its parts frozen, to be decided. Raises Refusal.

    What is public already with the same bytes is not frozen again; what is public and gone from the record
    is withdrawn with it. ``withdraw_before``: the versions before go as well, as they should not have been
    public; so they do by themselves where something else is left out of the meeting than was then.
    ``renews``: what hangs on it is brought up to date once it is public. ``cleaner`` cleaned its files ahead.
    """
    hold_office(office.pk)
    if meeting and subject != Subject.AGENDA and meeting.minutes_state not in OPEN_MINUTES:
        raise Refusal(NOT_APPROVED)
    made = Publication.objects.create(
        office=office, subject=subject, meeting=meeting, topic=topic, measure=measure, doing=doing,
        title=title, duty=duty, note=note, opens_at=opens_at, put_forward_at=at, put_forward_by=by,
        put_forward_as=as_role, follows=follows, renews=renews, because_of=because_of,
    )  # fmt: skip
    held = book_of(office)
    before = {path: held.get(path, []) for path in paths_of_subject(made)}
    _refuse_unfit(made, before)
    cleaner = cleaner or Cleaner()
    parts = build(made, at, cleaner)
    changed = [part for part in parts if not _is_public(part, held)]
    made.withdrawn = [*made.withdrawn, *_gone(parts, before)]
    made.two_people, made.hidden = anything_hidden(made), fingerprint(made)
    if withdraw_before or hides_otherwise(made):
        every = sorted({*before, *(part.path for part in changed)} - set(made.withdrawn))
        made.withdrawn += _said_before(office, held, every, changed, parts)
    else:
        made.withdrawn += versions_that_say_more(office, held, changed)
    if not changed and not made.withdrawn:
        raise NothingNew(_nothing(parts))
    freeze(made, changed)
    scan(made, at, cleaner, left_over_in(made))
    made.save(update_fields=["two_people", "hidden", "findings", "scanned_at", "withdrawn"])
    record(
        by=by, at=at, operation="publishing.put_forward", summary=f"Put forward for publication: {title}.",
        about=made, office_id=office.pk, details={"subject": subject, "parts": len(changed)},
    )  # fmt: skip
    return made


def _said_before(
    office: Office, held: Book, paths: Sequence[str], changed: Sequence[Part], parts: Sequence[Part]
) -> list[str]:
    """Versions at these paths, and what else can be read of their words, but for what is brought now."""
    brought = {part.path for part in parts}
    quoted = (path for path in quoting(office, held, paths) if path not in brought)
    return [*versions_before(held, paths, changed), *quoted]


def freeze(publication: Publication, parts: Sequence[Part]) -> None:
    Frozen.objects.bulk_create(
        Frozen(
            publication=publication, position=place, path=part.path, kind=part.kind,
            media_type=part.media_type, content=part.content, sha256=part.sha256,
        )
        for place, part in enumerate(parts)
    )  # fmt: skip


def _refuse_unfit(publication: Publication, before: Book) -> None:
    """Is there what is to be corrected or put back? Minutes that are public are corrected, not published."""
    public = any(current(versions) for versions in before.values())
    gone = any(versions[-1].state == WITHDRAWN for versions in before.values() if versions)
    doing = publication.doing
    if doing == Doing.PUBLISH and publication.subject == Subject.MINUTES and public:
        raise Refusal("These minutes are public already: correct them, with a note that says what was wrong.")
    if doing == Doing.CORRECT and not public:
        raise Refusal("Nothing of this is public, so there is nothing to correct.")
    if doing == Doing.CORRECT and not publication.note.strip():
        raise Refusal("Say what was wrong: the public reads it beside the correction.")
    if doing == Doing.PUT_BACK and not gone:
        raise Refusal("Nothing of this was withdrawn, so there is nothing to put back.")


def _is_public(part: Part, held: Book) -> bool:
    """Does the same stand at its address now?"""
    stands = current(held.get(part.path, []))
    return stands is not None and stands.sha256 == part.sha256


def _gone(parts: Sequence[Part], before: Book) -> list[str]:
    """Addresses of the same subject at which something stands that is not in the record any more."""
    made = {part.path for part in parts}
    return sorted(path for path, versions in before.items() if current(versions) and path not in made)


def _nothing(parts: Sequence[Part]) -> str:
    if parts:
        return "Nothing in it has changed since it was published."
    return "There is nothing in it that can be published."


def about_the_same(publication: Publication) -> dict[str, Any]:
    """What ``put_forward`` needs to know to be about the same thing again."""
    names = ("office", "subject", "meeting", "topic", "measure")
    return {name: getattr(publication, name) for name in names}
