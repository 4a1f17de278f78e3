"""Pages for machines: is it alive, is it ready, how much does it do."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST

from answerable.upkeep.health import missing
from answerable.upkeep.metrics import exposition
from answerable.web.client import address_of, is_this_machine

PLAIN = "text/plain; charset=utf-8"
NOT_READY = 503
NEVER_KEPT = "no-store"


def live(request: HttpRequest) -> HttpResponse:
    """The process answers. Nothing else is asked: a restart would mend nothing else."""
    return _said("alive")


def ready(request: HttpRequest) -> HttpResponse:
    """Pages can be served; 503 where the database or the file store is not there. Why is in the log."""
    return _said("not ready", NOT_READY) if missing() else _said("ready")


def metrics(request: HttpRequest) -> HttpResponse:
    """Figures, for this machine and the addresses of METRICS_FROM; for anybody else there is no such page."""
    if not _may_look(request):
        raise Http404
    return HttpResponse(exposition(), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": NEVER_KEPT})


def _may_look(request: HttpRequest) -> bool:
    if is_this_machine(request):
        return True
    try:
        address = ip_address(address_of(request))
    except ValueError:
        return False
    return any(address in network for network in settings.METRICS_FROM)


def _said(word: str, status: int = 200) -> HttpResponse:
    headers = {"Cache-Control": NEVER_KEPT}
    return HttpResponse(word + "\n", status=status, content_type=PLAIN, headers=headers)
