"""What is to come back: the list, one of it, and what people decide about it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.actions.operations.revisiting import (
    LONGEST,
    change_revisit,
    drop_revisit,
    note_revisit,
    set_revisit,
)
from answerable.actions.returning import DONE, DROPPED, revisit_version
from answerable.core.permissions.table import Permission
from answerable.web.address import Asked, asked
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.here import Here, here
from answerable.workspace.revisits import queries
from answerable.workspace.revisits.queries import Coming
from answerable.workspace.sent import version_of_form, went_through

PUTS_ITSELF = "It puts itself on the agenda of the first meeting from that day on."


def revisits(request: HttpRequest) -> HttpResponse:
    """What is to come back; with ?shown=settled what came back or was dropped."""
    at, values = here(request), asked(request)
    shown = values.choice("shown", {queries.SETTLED: "Settled"}, "what is shown")
    page = page_of(request, queries.revisits(at, shown))
    context = {
        "page": page, "rows": queries.coming(at, list(page.rows)), "shown": shown, "at": at, "asked": values,
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/revisits/revisits.html", context, status=status)


def new(request: HttpRequest, key: int) -> HttpResponse:
    """An item of a meeting is to come back."""
    at = here(request)
    item = queries.item_at(at, key)
    typed = request.POST.dict() if request.method == "POST" else {"question": queries.asked_of(at, item)}
    sent = Asked(typed)
    if request.method == "POST":
        text = _text(sent, "text", "Write why it is to come back")
        question, due = _text(sent, "question"), sent.date("due", "the day from which it comes back")
        if not sent.problems and went_through(
            request, PUTS_ITSELF, set_revisit, item=item, text=text, question=question, due=due
        ):
            return redirect("revisits")
    context = {"at": at, "item": item, "asked": sent}
    return render(request, "workspace/revisits/new.html", context, status=400 if sent.problems else 200)


def revisit(request: HttpRequest, key: int) -> HttpResponse:
    """One thing to come back, and what can be decided about it."""
    at = here(request)
    return _page(request, at, queries.revisit_at(at, key))


def change(request: HttpRequest, key: int) -> HttpResponse:
    """Another day, or another question."""
    at = here(request)
    one = queries.revisit_at(at, key)
    sent = Asked({**_held(one), **chosen(request.POST.dict())})
    question, due = _text(sent, "question"), sent.date("due", "the day from which it comes back")
    if not sent.problems and went_through(
        request, "Changed.", change_revisit, revisit=one.revisit, due=due, question=question,
        seen=seen_in(request.POST),
    ):  # fmt: skip
        return redirect("revisit", key)
    return _page(request, at, one, changed=sent)


def drop(request: HttpRequest, key: int) -> HttpResponse:
    """It need not come back."""
    at = here(request)
    one = queries.revisit_at(at, key)
    sent = Asked(request.POST.dict())
    why = _text(sent, "why", "Say why it need not come back")
    if not sent.problems and went_through(
        request, "Dropped. It comes onto no agenda.", drop_revisit, revisit=one.revisit, why=why,
        seen=seen_in(request.POST),
    ):  # fmt: skip
        return redirect("revisit", key)
    return _page(request, at, one, dropped=sent)


def note(request: HttpRequest, key: int) -> HttpResponse:
    """It came back already."""
    at = here(request)
    one = queries.revisit_at(at, key)
    sent = Asked(request.POST.dict())
    where = _text(sent, "where", "Say at which meeting it came back")
    if not sent.problems and went_through(
        request, "Noted: it came back.", note_revisit, revisit=one.revisit, why=where,
        seen=seen_in(request.POST),
    ):  # fmt: skip
        return redirect("revisit", key)
    return _page(request, at, one, noted=sent)


def _page(
    request: HttpRequest, at: Here, one: Coming, *, changed: Asked | None = None,
    dropped: Asked | None = None, noted: Asked | None = None,
) -> HttpResponse:  # fmt: skip
    forms = [changed or Asked(_held(one)), dropped or Asked({}), noted or Asked({})]
    problems = [problem for some in forms for problem in some.problems]
    settled = one.revisit.state in (DONE, DROPPED)
    context = {
        "at": at, "one": one, "revisit": one.revisit, "changed": forms[0], "dropped": forms[1],
        "noted": forms[2], "problems": problems, "settled": settled,
        "version": version_of_form(request, revisit_version(one.revisit)),
        "may_follow": at.actor.may(Permission.FOLLOW_PROMISES) and not settled,
    }  # fmt: skip
    return render(request, "workspace/revisits/revisit.html", context, status=400 if problems else 200)


def _held(one: Coming) -> dict[str, str]:
    return {"question": one.revisit.question, "due": str(one.revisit.due or "")}


def _text(sent: Asked, name: str, missing: str = "") -> str:
    text = sent.values.get(name, "").strip()
    if missing and not text:
        sent.refuse(name, missing)
    elif len(text) > LONGEST:
        sent.refuse(name, f"Shorten it to {LONGEST:,} letters: it has {len(text):,}")
    return text
