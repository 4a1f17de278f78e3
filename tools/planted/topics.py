"""Topics that the office of the sample has decided about: some kept, two that were one, one that was none."""

from __future__ import annotations

from collections.abc import Mapping

from answerable.accounts.models import User
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from answerable.topics.models import Topic
from answerable.topics.operations import decide_topic
from answerable.workspace.topics import operations
from planted.finding import when

DECIDED = when("2026-11-09")
KEPT = ("File quality", "Body-worn video", "Rural crime", "Victim satisfaction")
MERGED = (("Vacancies", "Detective vacancies"), ("File", "File quality"), ("Arrest rate", "Domestic abuse"))
RENAMED = (("Domestic abuse", "Domestic abuse arrests"), ("Third party", "Third party material"))
DROPPED = ("Overdue renewals", "Constable assessment")


def plant(office: Office, people: Mapping[Role, User]) -> None:
    officer = people[Role.POLICY_OFFICER]
    by_name = {one.name: one for one in Topic.objects.filter(office=office)}
    for names, keep in ((KEPT, True), (DROPPED, False)):
        for name in names:
            if name in by_name and by_name[name].state == Topic.State.OFFERED:
                decide_topic(topic=by_name[name], keep=keep, by=officer, at=DECIDED)
    for name, other in MERGED:
        if name in by_name and other in by_name:
            operations.merge(topic=by_name[name], into=by_name[other], by=officer, at=DECIDED)
    for name, new in RENAMED:
        if name in by_name:
            operations.rename(topic=by_name[name], name=new, by=officer, at=DECIDED)
