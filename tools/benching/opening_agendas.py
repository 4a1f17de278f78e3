"""Opens the agenda of a forum with as many open actions as OPEN_ACTIONS says and prints what its pages cost,
as JSON. Run by ``agendas.py``. Everything is taken back at the end.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys

from django.db import transaction
from typing_lines import NOW, _browser, _cost, _meeting  # sets Django up

from answerable.actions.models import Action, ActionUpdate
from answerable.meetings.models import Meeting
from answerable.workspace.agenda.operations import write_agenda

MENTIONS = 2  # of each action
FIRST = dt.date(2024, 1, 1)


def main() -> None:
    with transaction.atomic():
        user, held = _meeting()
        planned = Meeting.objects.create(
            office=held.office, forum=held.forum, date=NOW.date() + dt.timedelta(days=30), state="planned",
            record_sha256="0" * 64,
        )  # fmt: skip
        _fill(held, int(os.environ["OPEN_ACTIONS"]))
        write_agenda(meeting=planned, by=user, at=NOW)
        client = _browser(user)
        pages = {"agenda": "", "matters arising": "arising/", "pack": "pack/"}
        costs = {
            name: _cost(lambda path=path: client.get(f"/agendas/{planned.pk}/{path}"))
            for name, path in pages.items()
        }
        json.dump(costs, sys.stdout)
        transaction.set_rollback(True)


def _fill(held: Meeting, count: int) -> None:
    """So many open actions, each spoken of in later minutes."""
    actions = Action.objects.bulk_create(
        Action(
            office=held.office, number=f"A-{at + 1:04}", meeting=held, position=at, forum=held.forum,
            text=f"ACC to report on subject {at} to the next meeting, with what has changed.",
            owners_printed="ACC", given=FIRST, due=FIRST + dt.timedelta(days=at),
            overdue_from=FIRST + dt.timedelta(days=at + 1), state="reported" if at % 4 == 0 else "open",
        )
        for at in range(count)
    )  # fmt: skip
    ActionUpdate.objects.bulk_create(
        ActionUpdate(
            office=held.office, meeting=held, position=at, action=actions[at % count], link="linked",
            action_text="", text="The work goes on and will be reported in the spring.", status="open",
        )
        for at in range(count * MENTIONS)
    )  # fmt: skip


if __name__ == "__main__":
    main()
