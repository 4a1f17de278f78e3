"""What the office of Wyvern Valley pays for: grants and posts, some of which nothing was heard of."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from answerable.accounts.models import User
from answerable.actions.operations.tying import tie_to_plan
from answerable.core.funding.money import pence_in
from answerable.core.minutes.sheet import Sheet, Text
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from answerable.plans.models import Funding
from answerable.plans.operations.files import NewFile
from answerable.plans.operations.funding import add_funding, report_on_funding
from answerable.writers.docx import MEDIA_TYPE, write_docx
from planted.finding import action_like, topic_like, when

People = Mapping[Role, User]

HELD = Path(__file__).resolve().parents[2] / "sample" / "cycle" / "funding.json"


def plant(office: Office, people: People) -> None:
    """Six pieces of work, of which two are overdue with a report, and one post is empty."""
    for one in json.loads(HELD.read_text("utf-8")):
        made = _funding(office, one, people[Role.POLICY_OFFICER])
        for told in one["reports"]:
            report_on_funding(
                funding=made, on=dt.date.fromisoformat(told["on"]), text=told["text"],
                file=_file(told.get("file", ""), told["text"]), by=people[Role.POLICY_OFFICER],
                at=when(told["on"]),
            )  # fmt: skip
        action = action_like(office, one["action"]) if one.get("action") else None
        if action:
            tie_to_plan(to=made, what=action, by=people[Role.POLICY_OFFICER], at=when("2026-11-02"))


def _funding(office: Office, one: Mapping[str, Any], by: User) -> Funding:
    plain = ("kind", "title", "recipient", "purpose", "expected", "measure", "follows", "reports_every")
    days = ("start", "end", "wanted_from", "filled_on")
    values = {name: one[name] for name in plain if name in one}
    values |= {name: dt.date.fromisoformat(one[name]) for name in days if name in one}
    values["pence"] = pence_in(one["amount"])[0]
    values["topic"] = topic_like(office, one["topic"]) if "topic" in one else None
    return add_funding(office=office, values=values, by=by, at=when(one["start"]))


def _file(name: str, text: str) -> NewFile | None:
    if not name:
        return None
    content = write_docx(Sheet("Report to the Commissioner", [Text(text)]))
    return NewFile(name, MEDIA_TYPE, hashlib.sha256(content).hexdigest(), content)
