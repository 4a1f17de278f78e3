"""Who acts for which post in the sample, what was reported on its actions, and posts that change hands."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping

from answerable.accounts.models import User
from answerable.actions.models import Report
from answerable.actions.operations import refuse_report
from answerable.actions.operations.reporting import NewFile, Said, save_report
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from answerable.people.models import ActsFor, Post
from answerable.people.operations import set_acting
from answerable.workspace.posts.operations import change_holder
from planted.actions import open_action

REPORTED = dt.datetime(2026, 11, 16, 15, 20, tzinfo=dt.UTC)
REFUSED = dt.datetime(2026, 11, 18, 9, 40, tzinfo=dt.UTC)
DRAFTED = dt.datetime(2026, 11, 20, 16, 5, tzinfo=dt.UTC)
CHIEF, STAFF = frozenset({Role.CHIEF_OFFICER}), frozenset({Role.CONTRIBUTOR})
OFFICER = frozenset({Role.POLICY_OFFICER})

ACTING = {
    "CC": (Role.CHIEF_OFFICER, Role.CONTRIBUTOR),
    "ACC": (Role.CONTRIBUTOR,),
    "PCC": (Role.COMMISSIONER,),
    "CEx": (Role.POLICY_OFFICER,),
}
"""Whose account acts for which post, by the post's key."""

ENTRIES = "entry,answer,date\n1,Body-worn footage is counted each quarter,\n2,,31 January 2027\n"


def plant(office: Office, people: Mapping[Role, User]) -> None:
    """Nothing where somebody said already who acts for a post."""
    if ActsFor.objects.filter(post__office=office).exists():
        return
    posts = {one.key: one for one in Post.objects.filter(office=office)}
    for key, roles in ACTING.items():
        if key in posts:
            users = [people[role] for role in roles]
            set_acting(post=posts[key], users=users, by=people[Role.ADMINISTRATOR], at=REPORTED)
    report(office, people)
    hand_over(posts, people[Role.POLICY_OFFICER])


def report(office: Office, people: Mapping[Role, User]) -> None:
    """A report that waits for the office, one that it refused, one that says how far it is, two drafts."""
    chief, staff = people[Role.CHIEF_OFFICER], people[Role.CONTRIBUTOR]
    _said(
        office, "bring the 31 entries", chief, CHIEF, REPORTED, done=True, owner="CC",
        text="All 31 entries have an answer or a date. Nineteen are answered; of the other twelve the sheet "
        "gives the day and who answers. Nobody in the force owns entry 27, on the courts’ video links.",
        file=("entries-of-the-register.csv", ENTRIES),
    )  # fmt: skip
    _said(
        office, "weekly forecast of staffing", chief, CHIEF, REPORTED,
        text="The forecast goes out each Friday since 30 October. The weeks of the January rota are in it "
        "once the rota is agreed, on 11 December.",
    )  # fmt: skip
    made = _said(
        office, "frontline support of the 24 posts", chief, CHIEF, REPORTED, done=True, owner="CC",
        text="The effect was looked at and is small.",
    )  # fmt: skip
    if made:
        refuse_report(
            report=made, by=people[Role.POLICY_OFFICER], at=REFUSED, roles=OFFICER,
            reason="It does not say which of the 24 posts support response teams. Please show the count.",
        )  # fmt: skip
    _said(
        office, "comparison with the neighbouring forces", staff, STAFF, DRAFTED, done=True, release=False,
        text="We answer 101 slower than two of the four neighbours and lose fewer callers than three. "
        "The table has to be agreed with the other forces before it goes out.",
    )  # fmt: skip
    _said(
        office, "advice on a home for the register", people[Role.POLICY_OFFICER], OFFICER, DRAFTED,
        text="The county archive would take the minutes. The register waits for advice on people’s data.",
        release=False,
    )  # fmt: skip


def hand_over(posts: Mapping[str, Post], officer: User) -> None:
    """A post that was abolished with something still open, and one that changes hands in January."""
    analyst, acc = posts.get("performance analyst"), posts.get("ACC")
    if analyst:
        change_holder(
            post=analyst, on=dt.date(2026, 11, 1), leaving=None, abolished=True, by=officer, at=REPORTED
        )
    held = acc.tenures.filter(end=None).select_related("person").order_by("-start").first() if acc else None
    if acc and held:
        change_holder(
            post=acc, on=dt.date(2027, 1, 4), leaving=held.person, arriving="Theo Carrack-Bell", by=officer,
            at=REFUSED,
        )  # fmt: skip


def _said(
    office: Office, words: str, by: User, roles: Collection[Role], at: dt.datetime, *, text: str,
    done: bool = False, owner: str = "", release: bool = True, file: tuple[str, str] | None = None,
) -> Report | None:  # fmt: skip
    """A report on the open action with these words; None where the archive has it no more."""
    action = open_action(office, words)
    if action is None:
        return None
    content = file[1].encode() if file else b""
    files = [NewFile(file[0], hashlib.sha256(content).hexdigest(), content, "text/csv")] if file else []
    said = Said(text, done=done, owner=owner)
    return save_report(action=action, report=said, files=files, release=release, roles=roles, by=by, at=at)
