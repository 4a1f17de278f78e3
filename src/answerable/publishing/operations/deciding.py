"""Deciding about what was put forward, and stopping what waits under embargo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.core.publication.embargo import is_open
from answerable.core.publication.states import Facts, why_not_decided, why_not_opened
from answerable.core.publication.versions import split_version
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.publishing.book import paths_of, same_subject, waiting
from answerable.publishing.following import words_went_since
from answerable.publishing.hidden import anything_hidden, fingerprint
from answerable.publishing.models import Frozen, Publication
from answerable.publishing.operations.chaining import chain
from answerable.publishing.operations.clock import look

OVER = "This was decided already."


@transaction.atomic
def decide(*, publication: Publication, as_role: str, by: User, at: datetime) -> Publication:
    """Decide to do it: from now on nothing of it changes. Raises Refusal.

    What has no embargo joins the chain of the office at once, everything else when it opens.
    """
    hold_office(publication.office_id)
    found = Publication.objects.select_for_update(of=("self",)).select_related("office", "meeting")
    held = found.get(pk=publication.pk)
    if held.state != Publication.State.PROPOSED:
        raise Refusal(OVER)
    reasons = why_not(held, by=by)
    if reasons:
        raise Refusal(" ".join(reasons))
    held.two_people = held.two_people or anything_hidden(held)
    held.state, held.decided_at, held.decided_by = Publication.State.DECIDED, at, by
    held.decided_as = as_role
    if held.opens_at is None or is_open(held.opens_at, look(at=at), at):
        chain(held, at=at)
    held.save()
    until = "" if held.number else f", under embargo until {held.opens_at:%Y-%m-%d %H:%M %Z}"
    record(
        by=by, at=at, operation="publishing.decide", about=held, office_id=held.office_id,
        summary=f"Decided to {held.doing}: {held.title}{until}.",
        details={"number": held.number, "hash": held.hash, "parts": _hashes(held)},
    )  # fmt: skip
    return held


def why_not(publication: Publication, *, by: User) -> list[str]:
    """Why this person cannot decide to do it now, a sentence each; empty where they can."""
    return why_not_decided(facts_of(publication, by=by))


def facts_of(publication: Publication, *, by: User) -> Facts:
    """What the conditions of a decision ask."""
    return Facts(
        two_people=publication.two_people or anything_hidden(publication),
        by_the_same=publication.put_forward_by_id == by.pk,
        checked=publication.scanned_at is not None,
        overtaken=_decided_since(publication).exists() or words_went_since(publication),
        hidden_changed=publication.hidden != fingerprint(publication),
        embargoed=bool(waiting_on(publication.office, paths_of(publication))),
    )


def why_shut(publication: Publication) -> list[str]:
    """Why what waits under embargo does not become public when it ends, a sentence each.

    It was decided as it was then: what is left out since is left out of it as well, so it is stopped and put
    forward again. A withdrawal since has stopped it, or took versions away that it does not bring.
    """
    newer = _decided_since(publication).exclude(doing=Publication.Doing.WITHDRAW)
    facts = Facts(
        overtaken=newer.exists() or words_went_since(publication),
        hidden_changed=publication.hidden != fingerprint(publication),
    )
    return why_not_opened(facts)


def _decided_since(publication: Publication) -> QuerySet[Publication]:
    """What was decided about the same after it was put forward, but for itself."""
    made = publication.put_forward_at
    since = Q(decided_at__gt=made) | Q(decided_at=made, pk__gt=publication.pk)
    decided = same_subject(publication).filter(since, state=Publication.State.DECIDED)
    return decided.exclude(pk=publication.pk)


@transaction.atomic
def drop(*, publication: Publication, why: str, by: User, at: datetime) -> None:
    """Decide not to do it. Raises Refusal."""
    found = _held(publication)
    if found.state != Publication.State.PROPOSED:
        raise Refusal(OVER)
    set_dropped(found, why, by, at)
    record(
        by=by, at=at, operation="publishing.drop", summary=f"Decided not to publish: {found.title}.",
        about=found, office_id=found.office_id, details={"why": why},
    )  # fmt: skip


@transaction.atomic
def stop(*, publication: Publication, why: str, by: User, at: datetime) -> None:
    """Stop what waits under embargo: nothing of it was ever public. Raises Refusal."""
    found = _held(publication)
    if found.state != Publication.State.DECIDED or found.number is not None:
        raise Refusal("This does not wait under embargo any more.")
    set_dropped(found, why, by, at)
    record(
        by=by, at=at, operation="publishing.stop", about=found, office_id=found.office_id,
        summary=f"Stopped before it became public: {found.title}.", details={"why": why},
    )  # fmt: skip


def _held(publication: Publication) -> Publication:
    hold_office(publication.office_id)
    return Publication.objects.select_for_update().get(pk=publication.pk)


def waiting_on(office: Office, paths: Collection[str]) -> list[Publication]:
    """What waits under embargo and has any of these addresses."""
    wanted = {split_version(one)[0] for one in paths}
    held = list(waiting(office))
    brought: dict[int, list[str]] = defaultdict(list)
    for pk, path in Frozen.objects.filter(publication__in=held).values_list("publication_id", "path"):
        brought[pk].append(path)
    each = ((one, (*brought[one.pk], *one.withdrawn)) for one in held)
    return [one for one, has in each if wanted & {split_version(path)[0] for path in has}]


def set_dropped(publication: Publication, why: str, by: User, at: datetime) -> None:
    """It will not become public. Only where the office is held. Raises Refusal."""
    if not why.strip():
        raise Refusal("Say why it is not published.")
    publication.state, publication.why_dropped = Publication.State.DROPPED, why
    publication.decided_at, publication.decided_by = at, by
    publication.save(update_fields=["state", "why_dropped", "decided_at", "decided_by"])


def _hashes(publication: Publication) -> list[list[str]]:
    return [list(one) for one in publication.parts.values_list("path", "sha256")]
