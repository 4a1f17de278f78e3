"""Reports of an owner's side: drafted, changed by two people, released, dropped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.actions.models import Action, Report, ReportDocument
from answerable.actions.operations.living import renew_lives
from answerable.actions.reports import owned_by, owners_of, report_version
from answerable.audit import operations as audit
from answerable.core.actions.reporting import speaks_for, why_not_now, why_not_report, why_not_said
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.permissions.markings import Marking, Why
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.documents.operations import NOT_READ, keep_document
from answerable.offices.operations import hold_office

DRAFT, RELEASED, DROPPED = Report.State.DRAFT, Report.State.RELEASED, Report.State.DROPPED
WHY_RESTRICTED = "It goes with a report on an action"
DONE_WORDS = {"yes": "It is done", "no": "It is not done yet"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says; ``owner`` is the one that it is from, as printed, "" for all of the side's."""

    text: str
    done: bool = False
    done_on: date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to go with a report; ``name`` is the sender's, without a folder."""

    name: str
    sha256: str
    content: bytes
    media_type: str = "application/octet-stream"


@transaction.atomic
def save_report(
    *,
    action: Action,
    report: Said,
    files: Sequence[NewFile] = (),
    leave_out: Collection[int] = (),
    release: bool = False,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> Report:
    """Save the draft of one's side on an action, and with ``release`` let the other side have it.

    ``leave_out``: files of the draft, by their key, that go with it no more. ``seen``: the version of the
    draft that the form showed. Raises Clash, Gone, Refusal.
    """
    held, side = _held(action, roles)
    said = _checked(held, side, report, timezone.localdate(at))
    draft = draft_of(held, side, said.owner)
    if seen and report_version(draft) != seen:
        raise _clash(held, draft, said)
    draft = _write(draft, held, side, said, by, at)
    _files(draft, files, leave_out, by, at)
    if release:
        _release(draft, by, at)
    what = "release" if release else "draft"
    audit.record(
        by=by, at=at, operation=f"actions.{what}_report", about=[draft, held], office_id=held.office_id,
        summary=f"{'Released' if release else 'Drafted'} a report on action {held.number or held.pk}.",
        details={"done": draft.done, "side": side},
    )  # fmt: skip
    return draft


@transaction.atomic
def drop_report(
    *, report: Report, seen: str | None = None, roles: Collection[Role], by: User, at: datetime
) -> None:
    """Drop a draft: it stays where it is, with what it said, and is shown to its own side alone.

    Raises Clash, Gone, Refusal.
    """
    hold_office(report.office_id)
    held = Report.objects.select_related("action", "drafted_by").filter(pk=report.pk).first()
    if held is None or held.side != speaks_for(roles):
        raise Gone("the report")
    if held.state != DRAFT:
        raise Refusal(f"This report was {held.state} already.")
    if seen and report_version(held) != seen:
        raise _clash(held.action, held, Said(held.text, held.done, held.done_on, held.owner))
    held.state = DROPPED
    held.save(update_fields=["state"])
    audit.record(
        by=by, at=at, operation="actions.drop_report", about=[held, held.action], office_id=held.office_id,
        summary=f"Dropped a draft report on action {held.action.number or held.action_id}.",
    )  # fmt: skip


def draft_of(action: Action, side: str, owner: str) -> Report | None:
    """The draft of a side, for one of its owners or ("") all of them."""
    rows = Report.objects.filter(action=action, side=side, owner=owner, state=DRAFT)
    return rows.select_related("drafted_by").prefetch_related("documents").order_by("pk").last()


def _held(action: Action, roles: Collection[Role]) -> tuple[Action, str]:
    """The action as it is now, and the side that reports. Raises Gone, Refusal."""
    hold_office(action.office_id)
    held = Action.objects.prefetch_related("owners__post").filter(pk=action.pk).first()
    if held is None:
        raise Gone("the action")
    refused = why_not_report(owned_by(held), roles) or why_not_now(held.state, held.draft)  # type: ignore[arg-type]
    side = speaks_for(roles)
    if refused or side is None:
        raise Refusal(refused or "Only office and force report on actions.")
    return held, side


def _checked(action: Action, side: str, said: Said, today: date) -> Said:
    """What is said with a day where it is done, and the owner where there are several. Raises Refusal."""
    wrong = why_not_said(said.text, said.done_on, given=action.given, today=today)
    if wrong:
        raise Refusal(f"{wrong[1]}.")
    every, own = list(action.owners.all()), [one.printed for one in owners_of(action, side)]
    if said.owner and said.owner not in own:
        raise Refusal("Choose from the list whose report it is.")
    owner = said.owner if len(every) > 1 else ""
    if len(every) > 1 and not owner and len(own) == 1:
        owner = own[0]
    return Said(said.text.strip(), said.done, said.done_on if said.done else None, owner)


def _clash(action: Action, draft: Report | None, said: Said) -> Clash:
    """What the draft says by now beside what is typed; one that is no draft any more is final."""
    if draft is None:
        last = Report.objects.filter(action=action, owner=said.owner).select_related(
            "released_by", "drafted_by"
        )
        gone = last.exclude(state=DRAFT).order_by("pk").last()
        who = (gone.released_by or gone.drafted_by).name if gone else None
        return Clash("the report, which is no draft any more,", who=who, final=True)
    theirs = {"done": "yes" if draft.done else "no", "done_on": str(draft.done_on or "")}
    yours = {"done": "yes" if said.done else "no", "done_on": str(said.done_on or "")}
    choices = [
        Choice("text", "What the report says", draft.text, said.text, shape="long"),
        Choice("done", "Is it done?", theirs["done"], yours["done"], shape="choice", options=DONE_WORDS),
        Choice("done_on", "Done on", theirs["done_on"], yours["done_on"], shape="text"),
    ]
    return Clash(
        "the draft report", choices, who=draft.drafted_by.name, at=draft.drafted_at,
        version=report_version(draft),
    )  # fmt: skip


def _write(draft: Report | None, action: Action, side: str, said: Said, by: User, at: datetime) -> Report:
    row = draft or Report(office_id=action.office_id, action=action, side=side, owner=said.owner)
    row.text, row.done, row.done_on = said.text, said.done, said.done_on
    row.restricted = action.restricted
    row.drafted_at, row.drafted_by = at, by
    row.save()
    return row


def _release(report: Report, by: User, at: datetime) -> None:
    report.state = RELEASED
    report.released_at, report.released_by, report.released_on = at, by, timezone.localdate(at)
    report.save(update_fields=["state", "released_at", "released_by", "released_on"])
    keys = report.documents.values_list("document_id", flat=True)
    Document.objects.filter(pk__in=list(keys)).update(kept_for="")
    renew_lives(report.office_id, Action.objects.filter(pk=report.action_id))


def _files(
    report: Report, files: Sequence[NewFile], leave_out: Collection[int], by: User, at: datetime
) -> None:
    report.documents.filter(pk__in=list(leave_out)).delete()
    kept = set(report.documents.values_list("document__sha256", flat=True))
    for file in files:
        if file.sha256 not in kept:
            kept.add(file.sha256)
            document = _document(report, file, by, at)
            ReportDocument.objects.create(report=report, document=document, name=file.name)


def _document(report: Report, file: NewFile, by: User, at: datetime) -> Document:
    """The original. One that is held already stays as it is: the minutes' places count in its text.

    A new one is its side's alone until the report is released, and after that for those who may read what
    is restricted.
    """
    held = Document.objects.filter(office=report.office_id, sha256=file.sha256).first()
    if held is not None:
        if held.kept_for not in ("", report.side):  # the other side drafts with the same file: both have it
            Document.objects.filter(pk=held.pk).update(kept_for="")
        return held
    made = keep_document(
        office=report.office, name=file.name, media_type=file.media_type, sha256=file.sha256, pages=None,
        text="", content=file.content, read_with=NOT_READ, by=by, at=at,
    )  # fmt: skip
    made.marking, made.marking_why, made.marking_note = Marking.RESTRICTED, Why.OTHER, WHY_RESTRICTED
    made.restricted, made.kept_for = True, report.side
    made.save(update_fields=["marking", "marking_why", "marking_note", "restricted", "kept_for"])
    return made
