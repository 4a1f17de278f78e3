"""A small public site with a page of each kind and state, for browsers and for whoever follows its links."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.core.publication.deciding import Doing
from answerable.core.publication.parts import Kind, Part, made
from answerable.published.models import Publication
from tests import open_data
from tests.core.publication import contents
from tests.core.publication.contents import PATH, entry, item
from tests.public.given import AT, OFFICE, agenda, meeting, office, small_meeting, topic

GONE = f"{OFFICE}/assurance/2020-05-01"
CORRECTION = "It named somebody."
GAP = "[left out: personal data]"
LATER = f"{OFFICE}/assurance/2023-03-16"
DUE = {"text": "by autumn", "date": "2022-11-30", "precision": "season"}


def register(**more: Any) -> Part:
    """As of March 2023: the promise of the meeting has passed its date."""
    path = f"{OFFICE}/actions"
    told = {
        "path": path, "as_of": "2023-03-31", "actions": 4, "meetings": 3, "first": "2022-08-25",
        "last": "2023-03-16", "promises_passed": [f"{PATH}#promise-1"], "promises_lapsed": [], **more,
    }  # fmt: skip
    return made(path, Kind.REGISTER, told)


def minutes(**more: Any) -> Part:
    """Those of August 2022, with a promise, an exchange, an action, a figure and an update."""
    promise = {**contents.meeting()["promises"][0], "standing": "found", "dues": [DUE]}
    figure = {
        "item": 0, "measure": "calls answered", "area": None, "value": 84.0, "to": None, "approximate": False,
        "unit": "%", "kind": "level", "text": "84%",
    }  # fmt: skip
    exchange = {
        "item": 0, "asked_by": ["PCC"], "question": "How long do calls wait?", "answered_by": ["DCC"],
        "response": "Under a minute.", "stance": None, "entries": [1, 2],
    }  # fmt: skip
    update = {
        "path": f"{PATH}#update-1", "about": f"{OFFICE}/actions/A-0002", "entry": 5,
        "action_text": "Share it", "text": "It was shared.", "status": "open",
    }  # fmt: skip
    values: dict[str, Any] = {
        "items": [item("1", "Calls"), item("2", "Answering 101 & 999"), item("2.1", "Callers", level=2),
                  item("3", GAP, left_out="personal"), item("4", "AOB")],
        "entries": [
            entry(1, None, "note", "The meeting began at 10:30. Mrs Quillfeather spoke."),
            entry(2, 0, "question", "How long do calls wait? 84% were answered.", "PCC"),
            entry(3, 0, "response", "It will be under a minute by autumn.", "DCC"),
            entry(4, 1, "action", "ACTION: DCC to share the new baseline."),
            entry(5, 1, "decision", "The paper is agreed."),
            entry(6, 2, "update", "It was shared."),
        ],
        "promises": [promise], "figures": [figure], "exchanges": [exchange], "updates": [update],
    }  # fmt: skip
    return meeting(**{**values, **more})


def corrected() -> Part:
    lines = minutes().read()["entries"]
    lines[0]["text"] = f"The meeting began at 10:30. {GAP} spoke."
    return minutes(entries=lines, left_out=[{"category": "personal", "times": 1}])


def taken(*parts: Part, **more: Any) -> None:
    """One publication more, a day after the one before it."""
    count = Publication.objects.using("published").filter(office=OFFICE).count()
    open_data.take(*parts, at=AT + dt.timedelta(days=count), **more)


def publish_site() -> None:
    """Minutes that were corrected, some that were withdrawn, the register, a topic, a measure and more."""
    taken(office(), title="About the office")
    taken(minutes(), small_meeting("2020-05-01"), agenda("2030-01-10"), title="Minutes of 25 August 2022")
    taken(corrected(), doing=Doing.CORRECT, title="Minutes of 25 August 2022", note=CORRECTION)
    taken(small_meeting("2023-03-16"), title="Minutes of 16 March 2023")
    taken(
        withdrawn=(GONE,),
        doing=Doing.WITHDRAW,
        title="Minutes of 1 May 2020",
        note="The force had not seen them.",
    )
    actions = [
        open_data.action(f"A-000{number}", meeting=PATH, item=f"{PATH}/item/2", **more)
        for number, more in enumerate(
            ({}, {"owners": []}, {"state": "closed", "ended": "2022-10-01", "kept": "kept"}, {"due": None}),
            start=1,
        )
    ]
    taken(register(), *actions, title="Register of actions")
    calls = topic("calls", f"{PATH}#entry-2", f"{PATH}#entry-3", f"{PATH}#promise-1", f"{PATH}#exchange-1")
    taken(calls, open_data.measure(), open_data.people(), open_data.decision(), title="All else")


PAGES = (
    OFFICE, f"{OFFICE}/meetings", f"{OFFICE}/meetings?year=1", f"{OFFICE}/assurance", PATH,
    f"{PATH}/version/1", f"{PATH}/item/2", f"{PATH}/entry/3", GONE, f"{OFFICE}/assurance/2030-01-10",
    f"{OFFICE}/publications", f"{OFFICE}/publications/3", f"{OFFICE}/search?q=calls",
    f"{OFFICE}/actions", f"{OFFICE}/actions/A-0001", f"{OFFICE}/promises?state=passed",
    f"{OFFICE}/topics/calls", f"{OFFICE}/measures/calls", f"{OFFICE}/decisions/1-2019",
    f"{OFFICE}/people/ada-example", f"{OFFICE}/accessibility", f"{OFFICE}/nothing/at/all",
)  # fmt: skip
"""A page of each main template."""
