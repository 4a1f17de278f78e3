"""A plan out of a spreadsheet: the file kept, then all of its parts at once or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.plans.changes import Change, changes, counts
from answerable.core.plans.parts import Part
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.people.models import Post
from answerable.plans.models import Plan, PlanItem, PlanProgress
from answerable.plans.operations.files import NewFile, kept
from answerable.plans.operations.plan_holding import hold_plan
from answerable.plans.operations.plans import begin_plan
from answerable.plans.queries.plans import kept_parts, tree_version

TAKE, IMPORT = "plans.take_plan_file", "plans.import_plan"
AT_A_TIME = 500  # rows of one statement
WRITTEN = (
    "number", "text", "kind", "owner", "post", "due", "state", "progress", "measure", "position", "row",
    "parent", "serves",
)  # fmt: skip
"""The columns of a part that an import writes."""


@transaction.atomic
def take_plan_file(*, office: Office, file: NewFile, by: User, at: dt.datetime) -> Document:
    """Keep a spreadsheet, so that it can be looked at before anything of it is imported."""
    hold_office(office.pk)
    document = kept(office=office, file=file, by=by, at=at)
    audit.record(
        by=by, at=at, operation=TAKE, office_id=office.pk, about=document,
        summary="Sent in the spreadsheet of a plan.", details={"sha256": file.sha256},
    )  # fmt: skip
    return document


@transaction.atomic
def import_plan(
    *,
    office: Office,
    document: Document,
    parts: Sequence[Part],
    columns: Collection[str],
    plan: Plan | None = None,
    values: Mapping[str, Any] | None = None,
    on: dt.date,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Plan:
    """Make a new plan of ``values``, or put a newer version into ``plan``, as ``core.plans.changes`` says.

    ``parts`` come without faults from ``core.plans``; ``seen`` is the version of the plan that the preview
    showed. Raises Gone, Refusal: of a plan that was changed since, of a file that changes nothing.
    """
    if plan is None:
        hold_office(office.pk)
    held = hold_plan(plan) if plan else begin_plan(office, values or {})
    before = kept_parts(held)
    if plan and seen and tree_version(before) != seen:
        raise Refusal("Somebody changed the plan since you looked at this: look at the changes again.")
    found = changes(before, parts, columns)
    counted = counts(found)
    if counted["same"] == len(found):
        raise Refusal("Nothing was changed: the plan says all of this already.")
    _store(held, found, document, on, by, at)
    Plan.objects.filter(pk=held.pk).update(document=document)
    audit.record(
        by=by, at=at, operation=IMPORT, office_id=office.pk, about=[held, document],
        summary=f"Imported the plan {held}: {in_words(counted)}.",
        details={**counted, "sha256": document.sha256},
    )  # fmt: skip
    return held


def in_words(counted: Mapping[str, int]) -> str:
    """3 parts new, 2 changed, 1 dropped, 34 as they were"""
    words = {"new": "new", "changed": "changed", "dropped": "dropped", "same": "as they were"}
    said = [f"{counted[what]} {word}" for what, word in words.items() if counted[what]]
    return ", ".join(said) or "no parts"


def _store(
    plan: Plan, found: Sequence[Change], document: Document, on: dt.date, by: User, at: dt.datetime
) -> None:
    """Every part in the order of the file, what was dropped behind them, and the history of each."""
    rows = {one.number.casefold(): one for one in plan.items.all()}
    posts = _posts(plan.office_id)
    for place, change in enumerate(found):
        row = rows.setdefault(change.now.number.casefold(), PlanItem(plan=plan))
        _fill(row, change, place, posts)
    new = [one for one in rows.values() if one.pk is None]
    PlanItem.objects.bulk_create(new, batch_size=AT_A_TIME)
    served = {one.number: one for one in plan.serves.items.all()} if plan.serves else {}
    for change in found:
        row = rows[change.now.number.casefold()]
        row.parent = rows.get(change.now.parent.casefold())
        row.serves = served.get(change.now.serves)
    PlanItem.objects.bulk_update(rows.values(), WRITTEN, batch_size=AT_A_TIME)
    PlanProgress.objects.bulk_create(
        [
            PlanProgress(
                item=rows[one.now.number.casefold()], on=on, progress=one.now.progress, state=one.now.state,
                text=_said(one, document), document=document, at=at, by=by,
            )
            for one in found if one.moved_on
        ],
        batch_size=AT_A_TIME,
    )  # fmt: skip


def _fill(row: PlanItem, change: Change, place: int, posts: Mapping[str, Post]) -> None:
    now = change.now
    for name in ("number", "text", "kind", "owner", "due", "state", "progress", "measure"):
        setattr(row, name, getattr(now, name))
    row.position = place
    row.row = change.row
    if change.was is None or change.was.owner != now.owner:
        row.post = posts.get(now.owner.casefold().strip())


def _said(change: Change, document: Document) -> str:
    """What is said with it; else where it stands."""
    if change.what == "dropped":
        return f"It is not in {document.name} any more."
    new = change.was is None or change.was.note != change.now.note
    if new and change.now.note:
        return change.now.note
    return f"As it stands in {document.name}, row {change.row}."


def _posts(office_id: int) -> dict[str, Post]:
    """The posts of an office by their abbreviations and titles."""
    posts = list(Post.objects.filter(office_id=office_id))
    by_title = {one.title.casefold(): one for one in posts}
    return by_title | {one.abbreviation.casefold(): one for one in posts if one.abbreviation}
