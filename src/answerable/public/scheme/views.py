"""What the law asks the office to publish, where it is found, and what is late or missing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.public.gone import was_withdrawn
from answerable.public.pages import office_at, page, read
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import snapshot_at

ORDER = ("missing", "late", "met", "does not apply")


def scheme(request: HttpRequest, office: str, over: Over = NOTHING) -> HttpResponse:
    """The scheme as it was published last."""
    told, found = office_at(office), snapshot_at(f"{office}/scheme", over=over)
    if found is None:
        return page(request, "public/scheme/nothing.html", {"office": told, "title": _("Publication scheme")})
    if found.state != "current":
        return was_withdrawn(request, told, found)
    content = read(found)
    groups = [(one, [duty for duty in content["duties"] if duty["standing"] == one]) for one in ORDER]
    context = {
        "office": told, "title": _("Publication scheme"), "scheme": content, "snapshot": found,
        "groups": [(standing, duties) for standing, duties in groups if duties],
    }  # fmt: skip
    return page(request, "public/scheme/scheme.html", context)
