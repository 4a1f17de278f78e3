"""What the sample is to look at again: two items that people bring back, and one that need not come back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from answerable.accounts.models import User
from answerable.actions.models import Revisit
from answerable.actions.operations.revisiting import drop_revisit, set_revisit
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Exchange, Item
from answerable.offices.models import Office

AT = dt.datetime(2026, 10, 15, 9, 40, tzinfo=dt.UTC)
OF_OCTOBER = dt.date(2026, 10, 13)
BACK = (
    ("Victim satisfaction", dt.date(2026, 12, 1), "To see whether more victims are told within 28 days."),
    ("101 call answering", dt.date(2027, 3, 1), "To see what the fifteen new contact handlers change."),
    ("File quality", dt.date(2027, 3, 1), "To hear it beside the courts’ own figures."),
)
"""Title, the day from which it comes back, and why."""

NOT_NEEDED = "The justice board looks at file quality every quarter, and the office reads its minutes."


def plant(office: Office, people: Mapping[Role, User]) -> None:
    """Three items of October's meeting are brought back; the commissioner drops one of them again."""
    officer, commissioner = people[Role.POLICY_OFFICER], people[Role.COMMISSIONER]
    items = Item.objects.filter(meeting__office=office, meeting__date=OF_OCTOBER)
    by_title = {item.title: item for item in items}
    made = [_bring_back(by_title[title], due, why, officer) for title, due, why in BACK if title in by_title]
    if len(made) == len(BACK):
        drop_revisit(revisit=made[-1], why=NOT_NEEDED, by=commissioner, at=AT)


def _bring_back(item: Item, due: dt.date, why: str, by: User) -> Revisit:
    asked = Exchange.objects.filter(item=item).order_by("position").values_list("question", flat=True).last()
    return set_revisit(item=item, text=why, question=asked or "", due=due, by=by, at=AT)
