"""Some promises of the sample, decided about: one made an action, some watched, judged or dismissed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from answerable.accounts.models import User
from answerable.actions.models import Commitment
from answerable.actions.operations.promising import (
    NewAction,
    dismiss_promises,
    judge_promise,
    promote_promise,
    watch_promise,
)
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from answerable.people.models import Post
from answerable.workspace.lapsed.operations import ask_again

DECIDED = dt.datetime(2026, 11, 16, 10, 15, tzinfo=dt.UTC)

WATCHED = {
    "The CC was willing, and will name an officer": dt.date(2026, 11, 30),
    "15 contact handlers begin their training": dt.date(2027, 1, 31),
}
KEPT = {
    "A call-back option will be switched on": "Used by 2,300 people since, as the Board was told in 2024.",
    "Twelve new starters will take calls": "They did; the answer rate of November 2023 shows it.",
}
BROKEN = {
    "aims for 70% within a minute by September 2024": "66% were answered within a minute that month.",
}
IN_PASSING = ("intends to retire on 31 March 2025", "she will retire at the end of January")
TO_ACTION = "A second interview room at Tarnebury will open"
ASKED = "All 62 neighbourhoods will have a name"


def plant(office: Office, people: Mapping[Role, User]) -> None:
    officer, commissioner = people[Role.POLICY_OFFICER], people[Role.COMMISSIONER]
    for words, until in WATCHED.items():
        for promise in _found(office, words):
            watch_promise(promise=promise, until=until, by=officer, at=DECIDED)
    for kept, outcomes in ((True, KEPT), (False, BROKEN)):
        for words, what in outcomes.items():
            for promise in _found(office, words):
                judge_promise(promise=promise, kept=kept, what=what, by=commissioner, at=DECIDED)
    passing = [(one, None) for words in IN_PASSING for one in _found(office, words)]
    if passing:
        why = "Said of somebody’s own plans, not to the Board."
        dismiss_promises(promises=passing, why=why, by=officer, at=DECIDED)
    for promise in _found(office, TO_ACTION):
        owners = list(Post.objects.filter(office=office, abbreviation="DCC"))
        text = "DCC to confirm when the second interview room at Tarnebury opened"
        wanted = NewAction(text, owners, dt.date(2026, 12, 31))
        promote_promise(promise=promise, action=wanted, by=officer, at=DECIDED)
    for promise in _found(office, ASKED):
        ask_again(about=promise, by=officer, at=DECIDED)


def _found(office: Office, words: str) -> list[Commitment]:
    """The promise with these words, if the reader found it."""
    return list(Commitment.objects.filter(office=office, text__contains=words)[:1])
