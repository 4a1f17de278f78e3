"""The page for the second of two people, and what the form on it sends."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from answerable.components import words
from answerable.core.clash import Clash, Gone
from answerable.web.actor import actor_of
from answerable.web.address import Problem
from answerable.web.kept import came_from, every_pair, kept_fields, machine_fields

SEEN = "seen"
"""The hidden field of every form that edits: the version of what the form shows."""

FIRST_SEEN = "first-seen"
"""On the page of a clash: the version that the first form showed."""

CHOOSE = "choose-"
"""With a field's name: "theirs" or "mine". Without: "mine" for all of them."""

TO_CHOOSE = "to-choose"
"""The names of the fields to choose about, with blanks between."""


def seen_in(sent: Mapping[str, str]) -> str | None:
    """The version that a form was made from; None where it carries none.

    While something is left to choose, it is that of the first form: so the clash is shown again.
    """
    return sent.get(FIRST_SEEN) if unchosen(sent) else sent.get(SEEN)


def chosen(sent: Mapping[str, str]) -> dict[str, str]:
    """What was sent without the fields of which theirs are kept."""
    if sent.get(CHOOSE) == "mine":
        return dict(sent)
    return {name: value for name, value in sent.items() if sent.get(CHOOSE + name) != "theirs"}


def unchosen(sent: Mapping[str, str]) -> list[str]:
    """The fields that nothing was chosen about, though it was asked."""
    if sent.get(CHOOSE) == "mine":
        return []
    return [name for name in sent.get(TO_CHOOSE, "").split() if not sent.get(CHOOSE + name)]


def clash_page(request: HttpRequest, clash: Clash) -> HttpResponse:
    """409: as it was, theirs and yours, and a form to choose."""
    sent = request.POST.dict()
    shown = {one.name for one in clash.choices if one.shape != "fixed"}
    left = set(unchosen(sent))
    own = clash.who is not None and clash.who == str(actor_of(request).user)
    labels = {one.name: one.label for one in clash.choices}
    context = {
        "clash": clash,
        "said": _said(clash, own),
        "they": "Saved" if own else clash.who or "Now",
        "sent": sent,
        "address": request.get_full_path(),
        "carried": [(name, value) for name, value in _carried(request.POST) if name not in shown],
        "kept": kept_fields(request.POST) if clash.final else [],
        "back": came_from(request),
        "to_choose": [one for one in clash.choices if one.shape != "fixed"],
        "problems": [
            Problem(f"{CHOOSE}{name}-mine", f"Choose what to keep: {label.lower()}")
            for name, label in labels.items()
            if name in left
        ],
        "first_seen": sent.get(FIRST_SEEN) or sent.get(SEEN, ""),
    }  # fmt: skip
    return render(request, "components/clash.html", context, status=409)


def _carried(sent: QueryDict) -> list[tuple[str, str]]:
    """What the form sent beside the choices and its keys, to be sent again."""
    ours = {SEEN, FIRST_SEEN, TO_CHOOSE, *machine_fields()}
    return [
        (name, value) for name, value in every_pair(sent) if name not in ours and not name.startswith(CHOOSE)
    ]


def _said(clash: Clash, own: bool) -> str:
    """Who changed it, and when, in a sentence."""
    if isinstance(clash, Gone):
        return str(clash)
    when = f" {_when(clash)}" if clash.at else ""
    if clash.who is None:
        return f"{clash.thing[:1].upper()}{clash.thing[1:]} changed{when} while you were writing."
    if own:
        return f"You changed {clash.thing}{when} yourself, on another page."
    return f"{clash.who} changed {clash.thing}{when} while you were writing."


def _when(clash: Clash) -> str:
    """at 10:52am; with the day where that is not today"""
    assert clash.at is not None
    local = timezone.localtime(clash.at)
    hour = f"at {words.time(local.time())}"
    return hour if local.date() == timezone.localdate() else f"{hour} on {words.date(local.date())}"
