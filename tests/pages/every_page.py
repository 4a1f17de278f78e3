"""The addresses of all pages over the invented archive, for the tests that hold for each of them."""

from __future__ import annotations

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.meetings.models import Attendance, Entry, Forum, Item, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.people.models import Person, Post
from answerable.topics.models import Topic

LISTS = [
    "/",
    "/meetings/",
    "/meetings/?year=2018",
    "/meetings/forums/",
    "/plan/",
    "/plan/?view=year",
    "/papers/",
    "/papers/?show=earlier",
    "/papers/judgements/",
    "/papers/templates/",
    "/owed/",
    "/actions/",
    "/actions/?status=overdue&owner=none",
    "/actions/?text=nothing+is+like+this",
    "/actions/many?numbers=A-0001",
    "/actions/undated",
    "/actions/?from=whenever&status=odd",
    "/promises/",
    "/promises/?status=lapsed&by=ACC",
    "/lapsed/",
    "/awaited/",
    "/awaited/?shown=recorded",
    "/awaited/new",
    "/mail/wishes",
    "/assurance/",
    "/agendas/",
    "/topics/",
    "/people/",
    "/people/posts/",
    "/search/",
    "/search/?q=callers",
    "/search/?q=zzzz",
    "/review/",
    "/imports/",
    "/inspections/",
    "/inspections/?show=all",
    "/inspections/reports/",
    "/funding/",
    "/funding/unreported/",
    "/measures/load/",
    "/scheme/",
    "/scheme/interests/add",
    "/decisions/",
    "/decisions/new",
    "/measures/load/areas",
    "/gallery/",
]

SOURCES = {
    "entry": Entry,
    "action": Action,
    "owners": Action,
    "update": ActionUpdate,
    "promise": Commitment,
    "item": Item,
    "attendance": Attendance,
    "warning": MeetingWarning,
    "meeting": Meeting,
}


def addresses(first: bool = True) -> list[str]:
    """Every list, and of every kind of page the last thing there is, and the first one too."""
    found = list(LISTS)
    for pattern, model in [
        ("/meetings/{}/", Meeting),
        ("/meetings/forums/{}/", Forum),
        ("/plan/meetings/{}/", Meeting),
        ("/minutes/{}/", Meeting),
        ("/minutes/{}/roll/", Meeting),
        ("/actions/{}/", Action),
        ("/owed/{}/report", Action),
        ("/actions/{}/close", Action),
        ("/actions/{}/move", Action),
        ("/promises/{}/", Commitment),
        ("/lapsed/actions/{}/", Action),
        ("/lapsed/promises/{}/", Commitment),
        ("/topics/{}/", Topic),
        ("/people/{}/", Person),
        ("/people/posts/{}/", Post),
        ("/agendas/forums/{}/questions/", Forum),
        ("/review/meetings/{}/", Meeting),
        ("/approval/{}/", Meeting),
        ("/approval/{}/lines/", Meeting),
        ("/approval/{}/compare", Meeting),
        *((f"/source/{kind}/{{}}/", model) for kind, model in SOURCES.items()),
    ]:
        keys = sorted(model._default_manager.values_list("pk", flat=True))
        found += [pattern.format(key) for key in dict.fromkeys([keys[0], keys[-1]] if first else [keys[-1]])]
    last = (
        Meeting.objects.order_by("pk").values_list("pk", flat=True).last()
    )  # nothing comes back to the first
    return [*found, *(f"/agendas/{last}/{page}" for page in ("", "arising/", "pack/", "questions/"))]


def publishing_addresses() -> list[str]:
    """Pages of what would be published, which have bounds of their own: see test_publish_queries."""
    line = Entry.objects.order_by("pk").last()
    assert line
    meeting = f"/publishing/meetings/{line.meeting_id}"
    return [
        "/publishing/", f"{meeting}/", f"{meeting}/leave-out", f"{meeting}/put-forward",
        f"/publishing/lines/{line.pk}/leave-out", "/publishing/new/topics",
    ]  # fmt: skip
