"""The forms that decide about promises: each does one thing and leads back to where it was sent from."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from answerable.accounts.doing import do
from answerable.actions.models import Commitment
from answerable.actions.operations.promising import (
    LONGEST,
    NewAction,
    dismiss_promises,
    judge_promise,
    promote_promise,
    take_back_promise,
    watch_promise,
)
from answerable.actions.promises import promise_version
from answerable.components.words import plural
from answerable.people.models import Post
from answerable.web.address import LARGEST_ID, Asked, with_values
from answerable.web.clash import seen_in
from answerable.workspace.here import Here, here
from answerable.workspace.promises import queries
from answerable.workspace.promises.views import promise_page, register_page
from answerable.workspace.sent import version_of_form, went_through

OUTCOMES = {"kept": "It was kept", "broken": "It was not kept"}


def watch(request: HttpRequest, key: int) -> HttpResponse:
    """Until a day."""
    at = here(request)
    found = queries.promise_at(at, key)
    typed = Asked(request.POST.dict())
    until = typed.date("until", "the day until which it is watched")
    if until is None and not typed.problems:
        typed.refuse("until", "Write the day until which it is watched, such as 27/3/2027")
    elif until is not None and until <= at.today:
        typed.refuse("until", "Choose a day that is ahead: until then the promise is watched")
    if typed.problems or until is None:
        return promise_page(request, at, found, typed)
    do(request, "It is watched now.", watch_promise, promise=found, until=until, seen=seen_in(request.POST))
    return redirect("promise", key)


def dismiss(request: HttpRequest, key: int) -> HttpResponse:
    """One, with a reason."""
    at = here(request)
    found = queries.promise_at(at, key)
    typed = Asked(request.POST.dict())
    why = _reason(typed, "why", "Say why it need not be followed, in a few words")
    if typed.problems:
        return promise_page(request, at, found, typed)
    do(request, "Dismissed.", dismiss_promises, promises=[(found, seen_in(request.POST))], why=why)
    return redirect("promise", key)


def dismiss_many(request: HttpRequest) -> HttpResponse:
    """Those that were ticked in the register, with one reason."""
    at = here(request)
    typed = Asked(request.POST.dict())
    ticked = dict(_ticked(one) for one in request.POST.getlist("promise"))
    held = promises_at(at, list(ticked))
    if not ticked:
        typed.refuse("promises", "Tick at least one promise")
    why = _reason(typed, "why", "Say why they need not be followed, in a few words")
    if typed.problems:
        return register_page(request, typed)
    chosen = [(one, ticked[one.pk]) for one in held]
    do(request, f"Dismissed {plural(len(chosen), 'promise')}.", dismiss_promises, promises=chosen, why=why)
    return redirect(reverse("promises") + with_values(request))


def judge(request: HttpRequest, key: int) -> HttpResponse:
    """Kept or not, with what was seen."""
    at = here(request)
    found = queries.promise_at(at, key)
    typed = Asked(request.POST.dict())
    outcome = typed.text("outcome")
    if outcome not in OUTCOMES:
        typed.refuse("outcome-kept", "Choose whether it was kept")
    what = _reason(typed, "what", "Say what you saw or were told, in a few words")
    if typed.problems:
        return promise_page(request, at, found, typed)
    said = "Noted that it was kept." if outcome == "kept" else "Noted that it was not kept."
    seen = seen_in(request.POST)
    do(request, said, judge_promise, promise=found, kept=outcome == "kept", what=what, seen=seen)
    return redirect("promise", key)


def take_back(request: HttpRequest, key: int) -> HttpResponse:
    """Whatever was decided."""
    found = queries.promise_at(here(request), key)
    said = "Taken back: nobody has decided about it now."
    do(request, said, take_back_promise, promise=found, seen=seen_in(request.POST))
    return redirect("promise", key)


def promote(request: HttpRequest, key: int) -> HttpResponse:
    """An action with owners and a date, out of a promise."""
    at = here(request)
    found = queries.promise_at(at, key)
    posts = queries.post_choices(at)
    typed = Asked(request.POST.dict())
    chosen = _posts(request, posts)
    if request.method == "POST":
        wanted = _action(typed, found, chosen)
        if not typed.problems:
            said, seen = "Made it an action.", seen_in(request.POST)
            if went_through(request, said, promote_promise, promise=found, action=wanted, seen=seen):
                return redirect("promise", key)
    context = {
        "promise": found,
        "version": version_of_form(request, promise_version(found)),
        "typed": typed,
        "posts": posts,
        "chosen": {one.pk for one in chosen} or queries.likely_owners(found, posts),
    }
    status = 400 if typed.problems else 200
    return render(request, "workspace/promises/promote.html", context, status=status)


def promises_at(at: Here, keys: list[int]) -> list[Commitment]:
    """The promises with these keys that whoever asks may see; others are passed over."""
    return list(at.sees(Commitment.objects.filter(office_id=at.office_id, pk__in=keys)).order_by("pk"))


def _action(typed: Asked, promise: Commitment, owners: list[Post]) -> NewAction:
    text = " ".join(typed.values.get("text", "").split())
    if not text:
        typed.refuse("text", "Write what is to be done")
    due: dt.date | None = typed.date("due", "the day by which it is due")
    if due and due < promise.meeting.date:
        typed.refuse("due", "Choose a day after the promise was made")
    if not owners:
        typed.refuse("owners", "Choose who is to do it")
    return NewAction(text, owners, due)


def _posts(request: HttpRequest, posts: list[Post]) -> list[Post]:
    asked = set(request.POST.getlist("owner"))
    return [one for one in posts if str(one.pk) in asked]


def _reason(typed: Asked, name: str, otherwise: str) -> str:
    text = typed.values.get(name, "").strip()
    if not text:
        typed.refuse(name, otherwise)
    elif len(text) > LONGEST:
        typed.refuse(name, f"Make it shorter: it can have {LONGEST:,} characters")
    return text


def _ticked(value: str) -> tuple[int, str | None]:
    """ "12-a1b2": the key of a promise, and the version that was seen of it."""
    key, _, seen = value.partition("-")
    usable = key.isascii() and key.isdigit() and int(key[:20]) <= LARGEST_ID
    return (int(key) if usable else 0), seen or None
