"""Choose one of the sample's people, or come in by the link that the terminal printed."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from answerable.accounts.models import User
from answerable.accounts.session_store import session_of
from answerable.accounts.starting.operations import begin_as_sample, begin_at_this_machine
from answerable.accounts.starting.people import PEOPLE
from answerable.accounts.strength import SAMPLE, THIS_MACHINE, remember_methods
from answerable.core.permissions.roles import DUTIES, NAMES
from answerable.offices.models import Office
from answerable.web.client import is_this_machine

BACKEND = "answerable.accounts.backends.SignIn"
NEXT = "next"
KEY = "key"


def sample_people(request: HttpRequest) -> HttpResponse:
    """The picker. Raises Http404 where this is not the sample, or the browser is not on this machine."""
    office = Office.objects.first()
    if not settings.SAMPLE or not is_this_machine(request) or office is None:
        raise Http404
    chosen = next((one for one in PEOPLE if one.role == request.POST.get("role")), None)
    if chosen:
        user = begin_as_sample(person=chosen, office=office, at=timezone.now())
        return signed_in(request, user, SAMPLE)
    shown = {"people": PEOPLE, "names": NAMES, "duties": DUTIES, "office": office, "next": _next(request)}
    return render(request, "accounts/starting/people.html", shown)


def this_machine(request: HttpRequest) -> HttpResponse:
    """The page of the printed link. Raises Http404 where none was printed, or not on this machine."""
    if not settings.THIS_MACHINE or not is_this_machine(request):
        raise Http404
    given = request.POST.get(KEY) or request.GET.get(KEY, "")
    known = constant_time_compare(given, settings.THIS_MACHINE)
    if known and request.method == "POST":
        return signed_in(request, begin_at_this_machine(at=timezone.now()), THIS_MACHINE)
    shown = {"key": given if known else "", "next": _next(request)}
    return render(request, "accounts/starting/this_machine.html", shown)


def signed_in(request: HttpRequest, user: User, method: str) -> HttpResponseRedirect:
    """Begin a session and go where they wanted to go."""
    there = _next(request)
    login(request, user, backend=BACKEND)
    at = timezone.now()
    session_of(request).begin(at=at, browser="", address=request.META["REMOTE_ADDR"])
    remember_methods(request, user, [{"method": method, "at": at.timestamp()}])
    return HttpResponseRedirect(there)


def _next(request: HttpRequest) -> str:
    """The page that was asked for before, on this site; else the front page."""
    there = request.POST.get(NEXT) or request.GET.get(NEXT, "")
    safe = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())
    return there if safe else "/"
