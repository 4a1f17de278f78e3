"""Points that are asked for again and again, kept under a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Gone
from answerable.core.papers.points import problem_with
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.papers.models import Template
from answerable.papers.versions import clash_over, template_version

SAVE = "papers.save_template"
LONGEST_NAME = 200


@transaction.atomic
def save_template(
    *,
    office: Office,
    name: str,
    points: Sequence[str],
    forum: Forum | None,
    template: Template | None = None,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> Template:
    """Make a template, or change one. Raises Clash, Gone, Refusal."""
    hold_office(office.pk)
    name, points = name.strip()[:LONGEST_NAME], list(points)
    _check(name, points)
    taken = Template.objects.filter(office=office, name__iexact=name)
    if (taken.exclude(pk=template.pk) if template else taken).exists():
        raise Refusal(f"There is a template called “{name}” already: choose another name.")
    held = _held(template) if template else Template(office=office)
    if template and seen and template_version(held) != seen:
        raise clash_over(
            "the template", held, _choices(held, name, points, forum), template_version(held), SAVE
        )
    held.name, held.points, held.forum = name, points, forum
    held.save()
    audit.record(
        by=by, at=at, operation=SAVE, about=held, office_id=office.pk,
        summary=f"{'Changed' if template else 'Made'} the template {name}.",
    )  # fmt: skip
    return held


@transaction.atomic
def remove_template(*, template: Template, seen: str | None = None, by: User, at: datetime) -> None:
    """Remove a template; terms of reference that were made from it stay. Raises Clash, Gone."""
    hold_office(template.office_id)
    held = _held(template)
    if seen and template_version(held) != seen:
        choice = Choice("remove", "The template", theirs="\n".join(held.points), yours="Remove it")
        raise clash_over("the template", held, [choice], template_version(held), SAVE)
    audited = ("papers.template", held.pk)
    held.delete()
    audit.record(
        by=by, at=at, operation="papers.remove_template", about=audited, office_id=template.office_id,
        summary=f"Removed the template {held.name}.",
    )  # fmt: skip


def _held(template: Template) -> Template:
    held = Template.objects.select_related("forum").filter(pk=template.pk).first()
    if held is None:
        raise Gone("the template")
    return held


def _check(name: str, points: Sequence[str]) -> None:
    if not name:
        raise Refusal("Give the template a name.")
    problem = problem_with(points)
    if problem:
        raise Refusal(problem)


def _choices(held: Template, name: str, points: Sequence[str], forum: Forum | None) -> list[Choice]:
    names = {"": "Any forum"} | {str(one.pk): one.name for one in (held.forum, forum) if one}
    theirs, yours = (str(one.pk) if one else "" for one in (held.forum, forum))
    lists = ["\n".join(f"{at}. {one}" for at, one in enumerate(some, 1)) for some in (held.points, points)]
    return [
        Choice("name", "Name", theirs=held.name, yours=name, shape="text"),
        Choice("points", "Points", theirs=lists[0], yours=lists[1], shape="long"),
        Choice("forum", "Forum", theirs=theirs, yours=yours, shape="choice", options=names),
    ]
