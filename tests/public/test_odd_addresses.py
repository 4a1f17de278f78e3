"""What nobody types is answered in one sentence, on every database: PostgreSQL takes no NUL in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver

from answerable.core.publication.addresses import RESERVED, forum_slug
from answerable.public.urls import urlpatterns
from tests.core.publication.contents import PATH
from tests.public.given import meeting, office, taken

pytestmark = pytest.mark.django_db
HUGE = "9" * 30


@pytest.mark.parametrize(
    "path",
    [f"{PATH}/item/%00", f"{PATH}/files/a%00.pdf", "wyvern-valley/a%00/version/1", "%00", "%00/x", "cy/%00",
     "wyvern-valley/%00", "wyvern-valley/data/%00.csv", "%ff%fe", "x" * 9000, f"{PATH}/version/{HUGE}",
     f"wyvern-valley/publications/{HUGE}", f"wyvern-valley/publications/{HUGE}/header",
     f"wyvern-valley/publications/{HUGE}/parts/{HUGE}", f"wyvern-valley/actions/A-0001/version/{HUGE}",
     f"wyvern-valley/version/{HUGE}", f"wyvern-valley/topics/x/version/{HUGE}",
     f"wyvern-valley/actions/version/{HUGE}", f"{PATH}/files/a.pdf/version/{HUGE}",
     f"wyvern-valley/meetings?page={HUGE}", f"wyvern-valley/publications?page={2**63 - 2}",
     f"wyvern-valley/search?q=baseline&page={2**63 - 2}"],
)  # fmt: skip
def test_there_is_no_such_page(path: str) -> None:
    taken(office(), meeting())
    answer = Client(raise_request_exception=False).get(f"/{path}")
    assert answer.status_code == 404


def routes(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for one in patterns:
        route = f"{before}{one.pattern}"
        yield from routes(one.url_patterns, route) if isinstance(one, URLResolver) else [route]


def test_no_forum_stands_where_a_page_of_ours_does() -> None:
    """What stands behind the office's name in an address, of every public address."""
    behind = {parts[1] for route in routes(urlpatterns) if len(parts := route.split("/")) > 1}
    ours = {name for name in behind if name.isalpha()} - {"version"}  # a number follows, and no day is one
    assert "actions" in ours
    assert ours <= RESERVED
    assert all(forum_slug(name) not in behind for name in ours)
