"""Words that somebody may not see stand nowhere that they can look; who is shown them leaves an event."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import get_resolver, reverse

from answerable.audit.models import Event
from answerable.core.permissions.asking import may
from answerable.core.permissions.roles import GIVEN, Role
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Meeting
from answerable.web.policy import every_address, policy_of
from tests.permissions.actors import ACTORS, DISABLED, STRANGER, WEAK, browser_of, roles_of
from tests.permissions.actors import ELSEWHERE as FROM_ELSEWHERE
from tests.permissions.places import ELSEWHERE, SECRET, STATES, World, addresses

pytestmark = pytest.mark.any_database  # what is left out of a query is left out by the same condition
SOURCES = ("entry", "action", "owners", "update", "promise", "item", "attendance", "warning", "meeting")


def every_page(there: World) -> list[str]:
    """Every address that can be looked at, in every state, and lists that look for the words."""
    found = [
        f"{reverse('search')}?q={word}{more}" for word in (SECRET, ELSEWHERE) for more in ("", "&kind=topic")
    ]
    found += [
        f"{reverse(name)}?text={word}"
        for name in ("actions", "actions_csv", "promises", "promises_csv")
        for word in (SECRET, ELSEWHERE)
    ]
    found += [f"{reverse('topics')}?name={word}" for word in (SECRET, ELSEWHERE)]
    for _, pattern in every_address(get_resolver().url_patterns):
        policy, name = policy_of(pattern.callback), str(pattern.name)
        if policy and "GET" in policy.methods:
            found += addresses(there, name, set(pattern.pattern.regex.groupindex)).values()
    for state in STATES[:3]:
        for kind in SOURCES:
            key = there.keys.get({"owners": "action", "promise": "entry"}.get(kind, kind), {}).get(state)
            found += [reverse("source", args=[kind, key])] if key else []
    return list(dict.fromkeys(found)) + _of_the_restricted_meeting()


def _of_the_restricted_meeting() -> list[str]:
    """The page of the meeting that a restricted item belongs to, and its forum's, which all may see."""
    one = Meeting.objects.get(items__title__contains=SECRET)
    lines = one.entries.values_list("position", flat=True)
    page = reverse("meeting", args=[one.pk])
    return [page, reverse("review_meeting", args=[one.pk]), *(f"{page}?at={line}" for line in lines)]


def text_of(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf-8", "replace")


def shows_it(text: str) -> bool:
    """Does it say more of the secret than the word itself, which whoever looks for it knows?"""
    plain = text.replace("<mark>", "").replace("</mark>", "")
    told = (
        "spoke of {}",
        "Report on {}",
        "{} goes on",
        "{} review",
        "{} will end",
        "Who owns {}",
        "What of {}",
    )
    return any(one.format(SECRET) in plain for one in told)


BLIND = [actor for actor in ACTORS if actor in (STRANGER, WEAK, DISABLED, FROM_ELSEWHERE)] + [
    str(role) for role in GIVEN if not may({role}, Permission.READ_RESTRICTED)
]
SEEING = [str(role) for role in GIVEN if may({role}, Permission.READ_RESTRICTED)]


@pytest.mark.parametrize("actor", BLIND)
def test_what_is_restricted_is_nowhere_for_those_who_may_not_see_it(actor: str, there: World) -> None:
    client = browser_of(actor, there.office, there.other)
    # What somebody asks for is told back to them: only answers that hold it besides are leaks.
    for page in every_page(there):
        text = text_of(client.get(page))
        if SECRET in page:
            assert not shows_it(text), page
        else:
            assert SECRET not in text, page
    assert not Event.objects.filter(operation="view").exists()


@pytest.mark.parametrize("actor", SEEING)
def test_whoever_is_shown_it_leaves_an_event(actor: str, there: World) -> None:
    client = browser_of(actor, there.office, there.other)
    shown = 0
    for page in every_page(there):
        before = Event.objects.filter(operation="view").count()
        text = text_of(client.get(page))
        if shows_it(text):
            shown += 1
            events = Event.objects.filter(operation="view")
            assert events.count() == before + 1, page
            newest = events.latest("pk")
            assert newest.by and roles_of(actor) == {Role(one.role) for one in newest.by.roles_held.all()}
            assert newest.named
            assert SECRET not in newest.content
    assert shown >= 8


@pytest.mark.parametrize("actor", [*map(str, GIVEN), STRANGER, WEAK])
def test_another_offices_record_is_nowhere(actor: str, there: World) -> None:
    client = browser_of(actor, there.office, there.other)
    for page in every_page(there):
        text = text_of(client.get(page))
        if ELSEWHERE in page:
            assert f"{ELSEWHERE} was noted" not in text
            assert f"See to {ELSEWHERE}" not in text
        else:
            assert ELSEWHERE not in text, page
