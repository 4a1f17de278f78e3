"""Where every address leads: the values that fill it, for each state of what it is about.

A state is "ours" (a row of the office, open to all of it), "restricted", "elsewhere" (another office's) or
"missing" (no row at all). An address of a new kind fails the tests until it is told here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from answerable.actions.models import Action, ActionOwner
from answerable.core.permissions.markings import Marking
from answerable.core.permissions.roles import Role
from answerable.intake.models import Candidate, ImportedFile, Upload
from answerable.intake.operations import mark
from answerable.meetings.models import Meeting, TopicLink
from answerable.offices.models import Body, Office
from answerable.topics.models import Topic
from tests import archive, cycle, follow, measuring, publish
from tests import factories as make
from tests.permissions.routes import ROUTES as OF_THE_CYCLE
from tests.signing import person_with

MISSING = 987_654_321
SECRET = "Kestrelwind"  # a word that stands in nothing but what is restricted
ELSEWHERE = "Plumbagofen"  # a word that stands in nothing but another office's record
STATES = ("ours", "restricted", "elsewhere", "missing")


@dataclass(slots=True)
class World:
    """A record of two offices; ``keys`` gives for each kind of row its key in each state."""

    office: Office
    other: Office
    keys: dict[str, dict[str, int]] = field(default_factory=dict)


def world() -> World:
    """What ``unpublished`` makes, with something published of every subject."""
    found = unpublished()
    meeting = Meeting.objects.get(pk=found.keys["meeting"]["ours"])
    publish.published("minutes", meeting)
    publish.published("agenda", Meeting.objects.get(pk=found.keys["planned"]["ours"]))
    publish.published("register")
    publish.published("scheme")
    publish.published_wholes(meeting)
    return found


def unpublished() -> World:
    """Our office's invented archive with one restricted meeting's item, and a small record of another's."""
    archive.fill()
    found = World(make.office(), make.office("Otterdale"))
    ours, secret = _rows(found.office, "Assurance Meeting"), _secret()
    theirs = _rows_elsewhere(found.other)
    _partner(Action.objects.get(pk=ours["action"]))
    for kind in ours:
        found.keys[kind] = {"ours": ours[kind], "elsewhere": theirs[kind], "missing": MISSING}
        if kind in secret:
            found.keys[kind]["restricted"] = secret[kind]
    return found


def _partner(action: Action) -> None:
    """The action that is public by a number of its own is owed by a partner body, and an area is there."""
    Action.objects.filter(pk=action.pk).update(number="A-9001")
    body = Body.objects.create(office=action.office, name="Crown Prosecution Service", abbreviation="CPS")
    ActionOwner.objects.create(action=action, position=9, printed="CPS", body=body)
    measuring.area("Mere")


def _rows(office: Office, forum: str) -> dict[str, int]:
    """A row of each kind, in the archive that is there."""
    meeting = Meeting.objects.filter(office=office).exclude(warnings=None).latest("date")
    action = Action.objects.filter(office=office, meeting=meeting).exclude(entry=None)[0]
    assert meeting.document and action.entry and action.item
    update = _first(meeting.updates) or make.update(action.item, action, "The DCC said more.")
    return {
        "meeting": meeting.pk,
        "forum": meeting.forum.pk,
        "action": action.pk,
        "entry": action.entry.pk,
        "item": action.item.pk,
        "document": meeting.document.pk,
        "topic": (_first(office.topics) or make.topic("Answering 101", [action.entry])).pk,
        "person": _first(office.people).pk,
        "post": _first(office.posts).pk,
        "warning": _first(meeting.warnings).pk,
        "update": update.pk,
        "candidate": _candidate(office).pk,
        "upload": Upload.objects.create(office=office, sent_at=make.NOW, sent_by=make.user()).pk,
        "user": person_with(Role.AUDITOR, office, "Somebody to look at").pk,
        **_cycle_rows(meeting),
        **_follow_rows(action),
        **_measure_rows(action),
    }


def _cycle_rows(like: Meeting) -> dict[str, int]:
    """A planned meeting of the same forum, with a row of everything that leads to its minutes."""
    with make.in_office(like.office):
        planned = cycle.planned("2019-07-09", like.forum, theme=like.forum.name)
        cycle.deadline(planned)
        items = cycle.agenda(planned, "Answering the phone", "Any other business")
        terms = cycle.terms(planned, "How long do callers wait?")
        version = cycle.note(planned, f"How callers wait, for {like.forum.name}.")
        said = cycle.line(items[0], "The DCC said that callers waited less.")
        return {
            "planned": planned.pk,
            "agenda_item": items[0].pk,
            "standing": cycle.standing(like.forum, "Any other business")[0].pk,
            "terms": terms.pk,
            "point": terms.points.all()[0].pk,
            "template": cycle.template(f"Points of {like.forum.name}", "How long?").pk,
            "note": version.note_id,
            "version": version.pk,
            "question": cycle.question(like.forum).pk,
            "frozen": cycle.frozen(planned).pk,
            "line": said.pk,
            "present": cycle.present(planned, "P. Example", "Chief Constable", "CC").pk,
            "assurance": cycle.assurance(items[0]).pk,
            "remark": cycle.remark(said).pk,
        }


def _follow_rows(action: Action) -> dict[str, int]:
    """A row of everything that follows an action through, and of the plans that it serves."""
    assert action.entry
    with make.in_office(action.office):
        plan = follow.plan(f"Plan of {action.forum.name}")
        inspection = follow.inspection(f"Inspection of {action.forum.name}")
        return {
            "report": follow.report(action).pk,
            "draft_report": follow.report(action, state="draft").pk,
            "step": follow.step(action, "moved", "2019-04-30", reason="More time.", dues=["2019-06-01"]).pk,
            "promise": make.promise(action.entry, ["CC"], "It will be done by May.", "2019-05-31").pk,
            "awaited": follow.awaited(action.forum).pk,
            "message": follow.message(make.user(), f"What {action.forum.name} asks").pk,
            "revisit": follow.revisit(action.entry).pk,
            "plan": plan.pk,
            "part": follow.part(plan).pk,
            "inspection": inspection.pk,
            "recommendation": follow.recommendation(inspection).pk,
            "funding": follow.funding(f"Posts for {action.forum.name}").pk,
            "publication": publish.put("minutes", action.meeting).pk,
            "redaction": publish.redaction(
                action.meeting, "Nobody", lifted_at=make.NOW, lifted_by=make.user(), why_lifted="She agreed."
            ).pk,
            "duty_met": publish.duty_met("interests", f"Interests, {action.forum.name}").pk,
            "decision_record": publish.decision_record(title=f"A grant, {action.forum.name}").pk,
        }


def _measure_rows(action: Action) -> dict[str, int]:
    """A measure with a row of everything that is set, loaded and decided about it."""
    assert action.item
    with make.in_office(action.office):
        measure = measuring.measure(f"Calls answered, for {action.forum.name}")
        series = measuring.series(measure)
        measuring.series(measure, measuring.area())
        measuring.months(series, "2018-01", [70.0 + place % 3 for place in range(15)])
        return {
            "measure": measure.pk,
            "series": series.pk,
            "set_line": measuring.line(measure).pk,
            "measure_event": measuring.event(measure, "2018-06-01").pk,
            "gap": measuring.gap(measure, "2017-10-01", "2017-12-31").pk,
            "definition": measuring.definition(measure, "2018-01-01").pk,
            "phase": measuring.phase(series, "2018-07-01").pk,
            "mapping": measuring.mapping(f"Return of {action.forum.name}").pk,
            "load": measuring.load().pk,
            "figure": measuring.quoted(action.item, f"It was 72% for {action.forum.name}.", 72).pk,
            "action_measure": measuring.moves(action, measure).pk,
            "measure_tie": measuring.tie(measure, funding=follow.funding("A post that should move it")).pk,
        }


def _secret() -> dict[str, int]:
    """A meeting of which one item is restricted, with something of every kind under it."""
    meeting = make.meeting("2019-03-26", document=make.document(f"{SECRET} is spoken of.", pages=None))
    item = make.item(meeting, "4", f"{SECRET} review")
    line = make.entry(
        item, "note", f"The DCC spoke of {SECRET}.", source=[make.place(f"{SECRET} is spoken of.")]
    )
    action = make.action(item, f"Report on {SECRET}.", ["DCC"], "2019-04-01")
    update = make.update(item, action, f"{SECRET} goes on.", link="waiting")
    promise = make.promise(line, ["DCC"], f"{SECRET} will end by May.", "2019-05-20")
    warning = make.warning(line, message=f"Who owns {SECRET}?")
    make.exchange(make.entry(item, "question", f"What of {SECRET}?", ["PCC"]), line)
    awaited = follow.awaited(meeting.forum, f"The outcome of {SECRET}", action=action)
    topic = make.topic(f"{SECRET} review", [line])
    for open_topic in Topic.objects.exclude(pk=topic.pk):  # one that is spoken of in the open as well
        TopicLink.objects.create(topic=open_topic, meeting=meeting, item=item, entry=line)
    measure = measuring.measure(f"{SECRET} incidents", restricted=True, marking="restricted")
    series = measuring.series(measure)
    measuring.months(series, "2018-01", [3.0 + place % 2 for place in range(15)])
    set_line = measuring.line(measure, "limit", 30, words=f"{SECRET} board")
    event = measuring.event(measure, "2018-06-01", f"{SECRET} began.")
    phase = measuring.phase(series, "2018-07-01", f"{SECRET} began.")
    archive.index([meeting])
    mark(
        row=item, marking=Marking.RESTRICTED, why="operational", note=f"about {SECRET}",
        by=make.user(), at=make.NOW,
    )  # fmt: skip
    assert meeting.document
    return {
        "action": action.pk, "entry": line.pk, "item": item.pk, "document": meeting.document.pk,
        "topic": topic.pk, "warning": warning.pk, "update": update.pk, "awaited": awaited.pk,
        "figure": measuring.quoted(item, f"{SECRET} was 3%.", 3).pk, "promise": promise.pk,
        "measure": measure.pk, "series": series.pk, "set_line": set_line.pk,
        "measure_event": event.pk, "phase": phase.pk,
    }  # fmt: skip


def _rows_elsewhere(office: Office) -> dict[str, int]:
    """The same kinds in another office, each with a word that stands nowhere else."""
    with make.in_office(office):
        meeting = make.meeting(
            "2019-03-12", make.forum(f"{ELSEWHERE} Board"), document=make.document(f"{ELSEWHERE} minutes.")
        )
        item = make.item(meeting, "1", ELSEWHERE)
        line = make.entry(item, "note", f"{ELSEWHERE} was noted.")
        make.action(item, f"See to {ELSEWHERE}.", ["XX"])
        make.warning(line, message=f"Whose is {ELSEWHERE}?")
        make.topic(ELSEWHERE, [line])
        make.tenure(f"{ELSEWHERE} Person", f"{ELSEWHERE} Post", "2018-01-01", abbreviation="XX")
        return _rows(office, meeting.forum.name)


def _candidate(office: Office) -> Candidate:
    file = ImportedFile.objects.create(
        office=office, name="second.docx", sha256="c" * 64, state="waiting", imported_at=make.NOW,
        imported_by=make.user(),
    )  # fmt: skip
    return Candidate.objects.create(
        office=office, file=file, forum_name="Assurance Meeting", reason="That day is held already.",
        record={}, record_sha256="d" * 64,
    )  # fmt: skip


def _first(rows: Any) -> Any:
    return rows.order_by("pk").first()


ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "meeting": ("meeting", {}),
    "succeed": ("forum", {}),
    "person": ("person", {}),
    "post": ("post", {}),
    "source": ("entry", {"kind": "entry"}),
    "marking": ("entry", {"kind": "entry"}),
    "review_meeting": ("meeting", {}),
    "correct": ("meeting", {}),
    "settle": ("warning", {}),
    "decide_update": ("update", {}),
    "decide_candidate": ("candidate", {}),
    "upload": ("upload", {}),
    "original": ("document", {}),
    "page_image": ("document", {"page": 1}),
    "account": ("user", {}),
    "account_link": ("user", {}),
    "role": ("user", {}),
    "account_disable": ("user", {}),
    "account_enable": ("user", {}),
    "account_second_factor": ("user", {}),
    "mfa_remove_webauthn": ("passkey", {}),
    "mfa_edit_webauthn": ("passkey", {}),
    "account_reset_password_from_key": ("", {"uidb36": "1", "key": "set-password"}),
    **OF_THE_CYCLE,
}
"""The kind of row that the key in an address names, and the address's other values."""


def addresses(world: World, name: str, names: Collection[str]) -> dict[str, str]:
    """The addresses of a named URL, by state; a URL without a key has one, which is "ours"."""
    if not names:
        return {"ours": reverse(name)}
    kind, others = ROUTES[name]
    keyed = next((one for one in names if one in ("key", "pk") and one not in others), "")
    states = world.keys.get(kind, {"missing": MISSING}) if keyed else {"ours": 0}
    return {
        state: reverse(name, kwargs={**others, **({keyed: key} if keyed else {})})
        for state, key in states.items()
    }
