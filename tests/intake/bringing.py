"""Bringing records in, and the whole state of the record as plain values that can be compared."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import json
from typing import Any

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionOwner, ActionUpdate
from answerable.core.records import check, fingerprint
from answerable.intake import operations
from answerable.intake.operations import Outcome
from answerable.intake.queries import record_of
from answerable.intake.reading import Checked, ReadMinutes
from answerable.meetings.models import Attendance, Forum, Meeting, TopicLink
from answerable.offices.models import Office
from answerable.people.models import Tenure
from answerable.search.models import SearchRow
from answerable.topics.models import Topic

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def office(name: str = "Wyvern Valley") -> Office:
    return Office.objects.get_or_create(name=name, defaults={"slug": name.lower().replace(" ", "-")})[0]


def user(name: str = "Robin Ashe") -> User:
    email = f"{name.split()[0].lower()}@wyvern.example"
    return User.objects.get_or_create(email=email, defaults={"name": name, "made_at": AT})[0]


def checked(record: dict[str, Any]) -> Checked:
    whole = check(copy.deepcopy(record))
    return Checked(whole, fingerprint(whole))


def bring_file(
    *records: dict[str, Any], name: str = "records.jsonl", again: bool = False, forum: str | None = None
) -> Outcome:
    """One file of records, imported; what follows from it is not worked out yet."""
    content = "\n".join(json.dumps(one, sort_keys=True) for one in records)
    return operations.import_records(
        office=office(), name=name, sha256=hashlib.sha256(content.encode()).hexdigest(),
        records=map(checked, records), again=again, forum_name=forum, by=user(), at=AT,
    )  # fmt: skip


def bring(*records: dict[str, Any], **options: Any) -> list[Outcome]:
    """Each record as a file of its own, and everything worked out."""
    outcomes = [
        bring_file(one, name=f"{n}-{one['meeting']['date']}.json", **options) for n, one in enumerate(records)
    ]
    finish()
    return outcomes


def finish() -> None:
    operations.finish_import(office=office(), by=user(), at=AT)


def minutes(record: dict[str, Any], content: bytes = b"minutes", name: str = "minutes.txt") -> ReadMinutes:
    """A record as if it had been read from an original."""
    sha256 = hashlib.sha256(content).hexdigest()
    made = copy.deepcopy(record)
    made["source"] = {"name": name, "media_type": "text/plain", "sha256": sha256, "pages": None}
    one = checked(made)
    return ReadMinutes(name, sha256, content, "text/plain", None, content.decode(), one)


def bring_minutes(read: ReadMinutes, again: bool = False) -> Outcome:
    outcome = operations.import_minutes(office=office(), minutes=read, again=again, by=user(), at=AT)
    finish()
    return outcome


def the_meeting(date: str = "2024-03-12") -> Meeting:
    return Meeting.objects.get(office=office(), date=date)


def the_action(text: str) -> Action:
    return Action.objects.get(text=text)


def state() -> dict[str, Any]:
    """All that is known, without ids and without the order in which it came."""
    return {
        "records": {f"{one}": record_of(one) for one in Meeting.objects.order_by("date", "forum__slug")},
        "meetings": sorted(Meeting.objects.values_list("forum__name", "date", "state", "settled")),
        "forums": sorted(Forum.objects.values_list("name", "succeeds__name"), key=str),
        "actions": sorted(map(_action, Action.objects.select_related("meeting")), key=str),
        "owners": sorted(
            ActionOwner.objects.values_list(
                "action__number", "position", "printed", "post__key", "body__name", "person__name"
            ),
            key=str,
        ),
        "updates": sorted(
            ActionUpdate.objects.values_list(
                "meeting__date", "position", "link", "score", "why", "action__number"
            ),
            key=str,
        ),
        "attendance": sorted(
            Attendance.objects.values_list(
                "meeting__date", "position", "person__name", "post__key", "acting"
            ),
            key=str,
        ),
        "tenures": sorted(
            Tenure.objects.values_list("person__name", "post__key", "start", "end", "acting", "portfolio"),
            key=str,
        ),
        "topics": sorted(Topic.objects.values_list("name", "state", "why")),
        "links": sorted(
            TopicLink.objects.values_list("topic__name", "meeting__date", "item__position", "score"), key=str
        ),
        "found": sorted(SearchRow.objects.values_list("kind", "date", "anchor", "title", "text"), key=str),
    }


def _action(one: Action) -> tuple[Any, ...]:
    return (
        one.number, one.meeting.date, one.position, one.text, one.state, one.due, one.first_due,
        one.overdue_from, one.lapses_from, one.silent_from, one.last_mentioned, one.ended,
    )  # fmt: skip
