"""Reports of an inspectorate about Wyvern Valley: one that is answered, one that is due, one that is late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from answerable.accounts.models import User
from answerable.actions.operations.tying import tie_to_plan
from answerable.core.inspections.pasted import recommendations_in
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from answerable.people.models import Post
from answerable.plans.models import Inspection, Recommendation
from answerable.plans.operations.inspections import add_inspection, say_concerns
from answerable.plans.operations.recommendations import (
    add_recommendations,
    edit_recommendation,
    supersede,
    take_step,
)
from answerable.plans.operations.responses import comment_for_force, comment_for_office, publish_response
from planted.finding import action_like, post_like, topic_like, when

People = Mapping[Role, User]

OLD = """Areas for improvement
1. The force should record all crime within 24 hours.
2. The force should make sure that victims are told within 28 days what is done about their case."""

PEEL = """Cause of concern
1. The quality of investigations is not good enough, and supervisors do not see that it is not.
Areas for improvement
1. The force should make sure that every investigation has a plan that a supervisor has read.
2. The force should have enough detectives for the crimes that it gives them.
3. The force should send files to the Crown Prosecution Service that are complete the first time.
4. The force should take footage as evidence of domestic abuse where the victim does not support a charge.
5. The force should answer 101 before callers give up."""

NATIONAL = """Recommendations
1. By 31 March 2027, chief constables should know how long callers in the countryside wait, and publish it.
2. By 31 March 2027, chief constables should make sure that an officer who is taken away from a rural team is
replaced for the shift.
3. By 30 June 2027, chief constables should tell whoever reports a rural crime who their officer is.
4. By 31 December 2026, all forces should record crime that is reported in the countryside within 24 hours."""


def plant(office: Office, people: People) -> None:
    """Four reports; the response to the newest is due on 2 December 2026."""
    old = _report(office, people, "PEEL 2021/22: Wyvern Valley", "2022-10-13", OLD)
    _respond(old, people, "2022-12-06")
    _custody(office, people)
    _peel(office, people)
    national = _national(office, people)
    last = national.recommendations.get(number="4")
    at = when("2026-10-12")
    supersede(old=old.recommendations.get(number="1"), new=last, by=people[Role.POLICY_OFFICER], at=at)
    _step(old.recommendations.get(number="2"), "close", "Closed by HMICFRS in its report of January 2025.",
          "2025-01-23", people)  # fmt: skip
    _ports(office, people)


def _report(
    office: Office, people: People, title: str, published: str, recommends: str, **values: Any
) -> Inspection:
    officer, at = people[Role.POLICY_OFFICER], when(published)
    said = {
        "title": title,
        "inspectorate": "HMICFRS",
        "published": dt.date.fromisoformat(published),
        **values,
    }
    made = add_inspection(office=office, values=said, by=officer, at=at)
    add_recommendations(inspection=made, found=recommendations_in(recommends), by=officer, at=at)
    return made


def _custody(office: Office, people: People) -> None:
    """Published five days late."""
    made = _report(
        office, people, "Custody in Wyvern Valley: an unannounced visit", "2024-05-16",
        "Area for improvement 1: The force should write down why somebody is kept for longer than a night.",
    )  # fmt: skip
    one = made.recommendations.get()
    _say(one, people, "2024-07-12", force="The custody record asks for it since June.",
         office="The office’s visitors will look at twenty records.",
         done="Twenty custody records are read each quarter by the independent visitors.")  # fmt: skip
    _whole(
        made, people, "2024-07-12", "We accept the report.", "A fair report, and a better one than the last."
    )
    _respond(made, people, "2024-07-15")
    _own(one, people, post_like(office, "ACC Local", "Assistant Chief Constable"), None, "2024-07-15")
    _step(
        one, "done", "The record asks for the reason, and refuses to go on without it.", "2024-09-02", people
    )
    _step(one, "close", "Tested: 19 of 20 records that the visitors read had it.", "2024-12-03", people)


def _peel(office: Office, people: People) -> None:
    """The report of January 2025: answered in time, five of its six points outstanding."""
    made = _report(office, people, "PEEL 2023–25: Wyvern Valley", "2025-01-23", PEEL,
                   address="https://inspectorate.example/peel-wyvern-valley-2025")  # fmt: skip
    crime, deputy = (
        post_like(office, "ACC Crime", "Assistant Chief Constable"),
        post_like(office, "DCC", "Deputy Chief Constable"),
    )
    local = post_like(office, "ACC Local", "T/ACC", "Assistant Chief Constable")
    owners = [(crime, "2026-03-31"), (crime, "2025-12-31"), (deputy, "2027-03-31"), (deputy, "2026-06-30"),
              (crime, "2028-03-31"), (local, "2026-05-31")]  # fmt: skip
    said = [
        ("A detective superintendent reads ten cases a week.", "We will ask to see what she found.",
         "The Commissioner will read the dip sample with the Deputy at each quarterly Board."),
        ("Plans are read at the seven-day review.", "A plan that is read is not yet a good plan.",
         "The office tests twenty plans in the autumn of 2025 and publishes what it finds."),
        ("61 posts were empty in 2024 and fewer than 40 are now.", "Detectives are what the Plan puts first.",
         "The Commissioner pays for a trainer of detectives from 2026 on."),
        ("A file checker in each area began in March.", "File quality returns to the Board every quarter.",
         "Reviewed at the Board each quarter, yearly from October 2026 on."),
        ("Footage is to be used first.", "We share the aim of a charge rate of 16% by March 2028.",
         "The ACC Crime reports progress against it every three months."),
        ("Handlers begin in pairs, twelve a year.", "Callers who give up are counted in what we publish.",
         "The Commissioner pays for the licences that handlers need to answer the first time."),
    ]  # fmt: skip
    rows = list(made.recommendations.order_by("position"))
    for one, (post, due), (force, reply, done) in zip(rows, owners, said, strict=True):
        _own(one, people, post, due, "2025-02-03")
        _say(one, people, "2025-03-11", force=force, office=reply, done=done)
    _whole(
        made, people, "2025-03-11",
        "We accept the report. Custody was graded as good, and investigations will be by the next one.",
        "The public can trust a force that is told so plainly where it fails. We will follow all six points "
        "at the Board, and answer the Chief Constable’s comments there.",
    )  # fmt: skip
    _respond(made, people, "2025-03-18", "https://wyvern-valley.example/response-peel-2025")
    _step(rows[5], "done", "Every handler has Lodestar since 18 May; callers waited for 66 seconds.",
          "2026-06-08", people)  # fmt: skip
    _topics(office, rows, people)


def _topics(office: Office, rows: Sequence[Recommendation], people: People) -> None:
    """What is followed in the meetings under the same subject, and an action or two that serve it."""
    officer, at = people[Role.POLICY_OFFICER], when("2026-10-14")
    for place, words in ((2, "vacanc"), (3, "file quality"), (5, "101")):
        topic = topic_like(office, words)
        if topic:
            edit_recommendation(recommendation=rows[place], values={"topic": topic}, by=officer, at=at)
    for place, words in ((3, "file"), (4, "trajectory"), (5, "Lodestar")):
        action = action_like(office, words)
        if action:
            tie_to_plan(to=rows[place], what=action, by=officer, at=at)


def _national(office: Office, people: People) -> Inspection:
    """About all forces; its response is due on 2 December 2026 and half written."""
    made = _report(office, people, "A long way from help: policing the countryside", "2026-10-08", NATIONAL,
                   national=True)  # fmt: skip
    local = post_like(office, "ACC Local", "Assistant Chief Constable")
    rows = list(made.recommendations.order_by("position"))
    for one, due in zip(rows, ("2027-03-31", "2027-03-31", "2027-06-30", "2026-12-31"), strict=True):
        _own(one, people, local, due, "2026-10-12")
    _say(rows[0], people, "2026-11-16",
         force="The median was 61 minutes in Upper Wyvern and 34 in the towns. We will publish it.",
         office="It is what the December Board asks about.",
         done="Published with the Board’s papers from March 2027 on.")  # fmt: skip
    _say(rows[1], people, "2026-11-17", force="Weekend cover cannot be ended before June 2027.")
    comment_for_force(
        about=made, text="We knew of two of the four before the report came, and accept all of them.",
        by=people[Role.CHIEF_OFFICER], at=when("2026-11-18"),
    )  # fmt: skip
    return made


def _ports(office: Office, people: People) -> None:
    made = _report(office, people, "Policing of ports and ferries", "2026-09-24",
                   "Recommendation 1: Forces with a port should agree with its owner who keeps watch.",
                   national=True)  # fmt: skip
    say_concerns(
        inspection=made, concerns_us=False, why_not="Wyvern Valley has neither a port nor a ferry.",
        by=people[Role.POLICY_OFFICER], at=when("2026-09-29"),
    )  # fmt: skip


def _own(one: Recommendation, people: People, post: Post | None, due: str | None, day: str) -> None:
    values: dict[str, Any] = {"post": post} if post else {}
    values |= {"due": dt.date.fromisoformat(due)} if due else {}
    if values:
        edit_recommendation(recommendation=one, values=values, by=people[Role.POLICY_OFFICER], at=when(day))


def _say(
    one: Recommendation, people: People, day: str, *, force: str = "", office: str = "", done: str = ""
) -> None:
    at = when(day)
    if force:
        comment_for_force(about=one, text=force, by=people[Role.CONTRIBUTOR], at=at)
    if office:
        values = {"office_comment": office, "done_or_why_not": done}
        comment_for_office(about=one, values=values, by=people[Role.POLICY_OFFICER], at=at)


def _whole(made: Inspection, people: People, day: str, force: str, office: str) -> None:
    comment_for_force(about=made, text=force, by=people[Role.CHIEF_OFFICER], at=when(day))
    values = {"office_comment": office}
    comment_for_office(about=made, values=values, by=people[Role.COMMISSIONER], at=when(day))


def _respond(made: Inspection, people: People, day: str, address: str = "") -> None:
    publish_response(
        inspection=made, on=dt.date.fromisoformat(day), address=address, by=people[Role.POLICY_OFFICER],
        at=when(day),
    )  # fmt: skip


def _step(one: Recommendation, step: str, why: str, day: str, people: People) -> None:
    force = step == "done"
    take_step(
        recommendation=one, step=step, side="force" if force else "office", why=why,
        by=people[Role.CONTRIBUTOR if force else Role.POLICY_OFFICER], at=when(day),
    )  # fmt: skip
