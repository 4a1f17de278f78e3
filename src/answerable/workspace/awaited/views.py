"""What is waited for: the list, a new one, and what came of each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.actions.models import Action, AwaitedEvent
from answerable.actions.operations.awaiting import LONGEST, await_event, change_awaited, drop_awaited
from answerable.actions.waiting import awaited_version
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Forum
from answerable.web.address import Asked, asked
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.awaited import queries
from answerable.workspace.awaited.operations import record_event
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import Here, here
from answerable.workspace.sent import version_of_form, went_through

WAITED = "It stands on each agenda of {} until it is recorded."


def awaited(request: HttpRequest) -> HttpResponse:
    """What is waited for now; with ?shown=recorded what came of the others."""
    at = here(request)
    values = asked(request)
    shown = values.choice("shown", {queries.RECORDED: "Recorded"}, "what is shown")
    page = page_of(request, queries.events(at, shown))
    context = {
        "page": page, "events": queries.marked(list(page.rows)), "shown": shown, "at": at, "asked": values,
        "may_follow": at.actor.may(Permission.FOLLOW_ACTIONS),
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/awaited/awaited.html", context, status=status)


def new(request: HttpRequest) -> HttpResponse:
    """Something to wait for; ?action=A-0123 names the action that hangs on it."""
    at = here(request)
    sent = Asked(request.POST.dict() if request.method == "POST" else request.GET.dict())
    if request.method == "POST":
        forum, action = _named(at, sent)
        text, expected = (
            _text(sent, "text", "Write what is waited for"),
            sent.date("expected", "the day on which it is expected"),
        )
        if (
            not sent.problems
            and forum is not None
            and went_through(
                request, WAITED.format(forum), await_event, forum=forum, action=action, text=text,
                expected=expected, restricted=sent.text("restricted") == "yes", since=at.today,
            )
        ):  # fmt: skip
            return redirect("awaited")
    context = {"asked": sent, "forums": forum_choices(at)[1:]}
    return render(request, "workspace/awaited/new.html", context, status=400 if sent.problems else 200)


def event(request: HttpRequest, key: int) -> HttpResponse:
    """One event, and what can be said of it."""
    at = here(request)
    return _event(request, at, queries.event_at(at, key))


def record(request: HttpRequest, key: int) -> HttpResponse:
    """It has happened."""
    at = here(request)
    one = queries.event_at(at, key)
    sent = Asked(request.POST.dict())
    outcome = _text(sent, "outcome", "Write what came of it")
    day = sent.date("happened", "the day on which it happened")
    if day is None and not sent.error("happened"):
        sent.refuse("happened", "Write the day on which it happened")
    elif day is not None and day > at.today:
        sent.refuse("happened", "Choose a day that is not ahead: it has happened")
    due = sent.date("due", "the day by which the action is due")
    if (
        not sent.problems
        and day is not None
        and went_through(
            request, "Recorded. It stands on no agenda from now on.", record_event, event=one,
            happened_on=day, outcome=outcome, today=at.today, due=due, roles=at.actor.roles,
            seen=seen_in(request.POST),
        )
    ):  # fmt: skip
        return redirect("awaited_event", key)
    return _event(request, at, one, recorded=sent)


def drop(request: HttpRequest, key: int) -> HttpResponse:
    """Nobody waits for it any more."""
    at = here(request)
    one = queries.event_at(at, key)
    sent = Asked(request.POST.dict())
    why = _text(sent, "why", "Say why nobody waits for it any more")
    if not sent.problems and went_through(
        request, "Dropped. It stands on no agenda from now on.", drop_awaited, event=one, why=why,
        seen=seen_in(request.POST),
    ):  # fmt: skip
        return redirect("awaited_event", key)
    return _event(request, at, one, dropped=sent)


def change(request: HttpRequest, key: int) -> HttpResponse:
    """Its words, or the day on which it is expected."""
    at = here(request)
    one = queries.event_at(at, key)
    held = {"text": one.text, "expected": str(one.expected or "")}
    sent = Asked({**held, **chosen(request.POST.dict())})
    text, expected = (
        _text(sent, "text", "Write what is waited for"),
        sent.date("expected", "the day on which it is expected"),
    )
    if not sent.problems and went_through(
        request, "Changed.", change_awaited, event=one, text=text, expected=expected,
        seen=seen_in(request.POST),
    ):  # fmt: skip
        return redirect("awaited_event", key)
    return _event(request, at, one, changed=sent)


def _event(
    request: HttpRequest, at: Here, one: AwaitedEvent, *, recorded: Asked | None = None,
    dropped: Asked | None = None, changed: Asked | None = None,
) -> HttpResponse:  # fmt: skip
    held = {"text": one.text, "expected": str(one.expected or "")}
    forms = [recorded or Asked({}), dropped or Asked({}), changed or Asked(held)]
    problems = [problem for some in forms for problem in some.problems]
    context = {
        "event": one, "at": at, "recorded": forms[0], "dropped": forms[1], "changed": forms[2],
        "problems": problems, "ahead": queries.next_meeting(at, one.forum),
        "version": version_of_form(request, awaited_version(one)),
        "waits": queries.waits(one),
        "may_follow": at.actor.may(Permission.FOLLOW_ACTIONS) and one.recorded_at is None,
    }  # fmt: skip
    status = 400 if problems else 200
    return render(request, "workspace/awaited/event.html", context, status=status)


def _named(at: Here, sent: Asked) -> tuple[Forum | None, Action | None]:
    """The forum and the action that a form names; without a forum it is the action's."""
    number = sent.text("action")
    action = queries.action_called(at, number) if number else None
    if number and action is None:
        sent.refuse("action", f"There is no action {number}: write its number, such as A-0123")
    forum = queries.forum_at(at, sent.number("forum", "a forum")) or (action.forum if action else None)
    if forum is None and not sent.problems:
        sent.refuse("forum", "Choose the forum on whose agendas it stands")
    return forum, action


def _text(sent: Asked, name: str, missing: str) -> str:
    text = sent.values.get(name, "").strip()
    if not text:
        sent.refuse(name, missing)
    elif len(text) > LONGEST:
        sent.refuse(name, f"Shorten it to {LONGEST:,} letters: it has {len(text):,}")
    return text
