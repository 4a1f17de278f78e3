"""The plans of Wyvern Valley: the Safer Valley Plan, what delivers it, and a homicide plan of 40 actions."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path

from answerable.accounts.models import User
from answerable.actions.operations.tying import tie_to_plan
from answerable.core.permissions.roles import Role
from answerable.core.plans.columns import guess_columns, head_row
from answerable.core.plans.rows import read_parts
from answerable.core.plans.serving import settle_serves
from answerable.meetings.models import Item
from answerable.offices.models import Office
from answerable.plans.models import Plan, PlanItem
from answerable.plans.operations.files import NewFile
from answerable.plans.operations.importing import import_plan, take_plan_file
from answerable.plans.operations.parts import add_part, edit_part
from answerable.plans.operations.plan_topics import tie_topic
from answerable.plans.operations.progress import report_progress
from answerable.readers.workbook import read_sheet
from planted.finding import action_like, topic_like, when

HELD = Path(__file__).resolve().parents[2] / "sample" / "plans"
SET_OUT, SAID = "2026-04-07", "2026-11-09"
WHY_RESTRICTED = "A plan’s spreadsheet, as it was sent in"
NAME = "Safer Valley Plan 2024 to 2028"

TOPICS = {
    "1": ("101",),
    "2": ("victim satisfaction", "file quality", "domestic abuse", "third party"),
    "3": ("rural", "burglary", "neighbourhood"),
    "4": ("stalking", "homicide", "knife"),
    "5": ("vetting", "custody"),
}
"""Words of the topics that belong to each objective."""
ITEMS = {"1": "101", "3": "rural", "5": "vetting"}
"""Words in the titles of agenda items that are tied to each objective."""
ACTIONS = {"1.3": "101", "2.4": "victim", "3.1": "rural", "5.1": "overdue renewals"}
"""Words of an action that is tied to each part of the delivery plan."""


def plant(office: Office, people: Mapping[Role, User]) -> None:
    """Three plans as spreadsheets, what belongs to them, and what the force said of two parts."""
    officer = people[Role.POLICY_OFFICER]
    first, last = dt.date(2024, 7, 1), dt.date(2028, 5, 4)
    whole = _imported(
        office, "safer-valley-plan.csv", officer, name=NAME, kind="police-and-crime", start=first, end=last
    )
    year = (dt.date(2026, 4, 1), dt.date(2027, 3, 31))
    delivery = _imported(
        office, "delivery-plan-2026-27.csv", officer, name="Delivery plan 2026/27", kind="delivery",
        start=year[0], end=year[1], serves=whole,
    )  # fmt: skip
    _tie(office, whole, delivery, officer)
    homicide = _imported(
        office, "homicide-action-plan.csv", officer, name="Homicide action plan 2026", kind="action",
        start=dt.date(2026, 1, 5), serves=whole,
    )  # fmt: skip
    _say(homicide, delivery, people)


def _imported(office: Office, file_name: str, by: User, **values: object) -> Plan:
    content = (HELD / file_name).read_bytes()
    file = NewFile(file_name, "text/csv", hashlib.sha256(content).hexdigest(), content, WHY_RESTRICTED)
    document = take_plan_file(office=office, file=file, by=by, at=when(SET_OUT))
    sheet = read_sheet(content, file_name).sheets[0]
    head = head_row(sheet)
    columns = guess_columns(sheet, head)
    found = read_parts(sheet, columns, head, str(values["kind"]))
    served = values.get("serves")
    if isinstance(served, Plan):
        objectives = list(served.items.values_list("number", "text"))
        settle_serves(found, columns, sheet.name, objectives, served.name)
    assert not found.faults, [one.sentence for one in found.faults]
    return import_plan(
        office=office, document=document, parts=found.parts, columns=set(columns), values=values,
        on=dt.date.fromisoformat("2026-10-30"), by=by, at=when("2026-11-02"),
    )  # fmt: skip


def _tie(office: Office, whole: Plan, delivery: Plan, by: User) -> None:
    for number, names in TOPICS.items():
        part = PlanItem.objects.get(plan=whole, number=number)
        topics = {topic.pk: topic for words in names if (topic := topic_like(office, words))}
        for topic in topics.values():
            tie_topic(part=part, topic=topic, by=by, at=when(SAID))
        spoken = Item.objects.filter(meeting__office=office, meeting__state="held")
        for item in spoken.filter(title__icontains=ITEMS[number]) if number in ITEMS else ():
            tie_to_plan(to=part, what=item, by=by, at=when(SAID))
    for number, words in ACTIONS.items():
        action = action_like(office, words)
        if action:
            part = PlanItem.objects.get(plan=delivery, number=number)
            tie_to_plan(to=part, what=action, by=by, at=when(SAID))


def _say(homicide: Plan, delivery: Plan, people: Mapping[Role, User]) -> None:
    """What the force says of the homicide plan as a whole, under which its strands go, and of one part."""
    objective = delivery.items.get(number="4.1").serves
    values = {
        "number": "H",
        "text": "Fewer people are killed",
        "kind": "objective",
        "owner": "ACC Crime and Justice",
    }
    whole = add_part(
        plan=homicide, values=values | {"serves": objective}, by=people[Role.POLICY_OFFICER], at=when(SAID)
    )
    for strand in homicide.items.filter(parent=None, kind="objective").exclude(pk=whole.pk):
        edit_part(part=strand, values={"parent": whole}, by=people[Role.POLICY_OFFICER], at=when(SAID))
    report_progress(
        part=whole, on=dt.date(2026, 11, 6), state="under-way", progress=75,
        text="Around 75% of the plan is delivered; the rest waits for refuge places and forensic results.",
        by=people[Role.CONTRIBUTOR], at=when(SAID),
    )  # fmt: skip
    report_progress(
        part=delivery.items.get(number="1.4"), on=dt.date(2026, 11, 13), state="under-way", progress=55,
        text="The call-back works in testing and goes live on 7 December.", by=people[Role.CONTRIBUTOR],
        at=when("2026-11-13"),
    )  # fmt: skip
