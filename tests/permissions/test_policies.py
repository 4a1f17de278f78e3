"""What the matrix cannot show: addresses without a policy, roles that ended, an office chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import clear_url_caches, path

from answerable.accounts.middleware import OFFICE
from answerable.accounts.models import RoleHeld
from answerable.core.permissions.roles import Role
from answerable.core.permissions.table import Permission
from answerable.web.checks import every_address_has_a_policy
from answerable.web.middleware import PolicyMiddleware
from answerable.web.policy import reads
from tests import archive
from tests import factories as make
from tests.signing import person_with, sign_in
from tools.guarding.guards import GUARDS

CHECKOUT = Path(__file__).resolve().parents[2]


def bare(request: Any) -> HttpResponse:
    return HttpResponse("for everybody")


@pytest.fixture
def two_addresses(settings: Any) -> Iterator[None]:
    urls: Any = ModuleType("two_addresses")
    urls.urlpatterns = [path("bare/", bare), path("guarded/", reads(Permission.OPEN_PAGES, bare))]
    settings.ROOT_URLCONF = urls
    clear_url_caches()
    yield
    clear_url_caches()


def test_an_address_without_a_policy_is_an_error_before_anything_runs(two_addresses: None) -> None:
    (found,) = every_address_has_a_policy()
    assert found.id == "answerable.E001"
    assert "“/bare/”" in found.msg


def test_the_sites_own_addresses_have_one() -> None:
    assert every_address_has_a_policy() == []


def test_and_is_refused_should_it_be_reached(rf: RequestFactory) -> None:
    middleware = PolicyMiddleware(bare)
    with pytest.raises(PermissionDenied, match="nobody may"):
        middleware.process_view(rf.get("/bare/"), bare, (), {})
    middleware.process_view(rf.get("/guarded/"), reads(Permission.OPEN_PAGES, bare), (), {})


def test_a_role_that_ended_is_no_role(db: None) -> None:
    user = person_with(Role.POLICY_OFFICER, make.office())
    client = sign_in(Client(), user)
    assert client.get("/meetings/").status_code == 200
    RoleHeld.objects.filter(user=user).update(ended_at=make.NOW)
    answer = client.get("/meetings/")
    assert answer.status_code == 403
    assert "You have no role here." in answer.content.decode()


def test_a_role_counts_in_its_own_office_only(db: None) -> None:
    """Officer here and panel reader there: there, nothing can be put right and nothing here is seen."""
    archive.fill()
    other = make.office("Otterdale")
    user = person_with(Role.POLICY_OFFICER, make.office())
    RoleHeld.objects.create(user=user, office=other, role=Role.PANEL_READER, given_at=make.NOW)
    client = sign_in(Client(), user)
    session = client.session
    session[OFFICE] = other.pk
    session.save()
    assert client.get("/review/").status_code == 403
    assert "12 March 2019" not in client.get("/meetings/").content.decode()
    session[OFFICE] = make.office().pk
    session.save()
    assert client.get("/review/").status_code == 200


@pytest.mark.parametrize("role", [Role.PANEL_READER, Role.CHIEF_OFFICER])
def test_what_the_reader_was_unsure_of_is_for_those_who_review(db: None, role: Role) -> None:
    march = archive.fill()[-1]
    doubt = march.warnings.get().message
    officer = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office()))
    assert doubt in officer.get(f"/meetings/{march.pk}/").content.decode()
    other = sign_in(Client(), person_with(role, make.office()))
    for page in (f"/meetings/{march.pk}/", "/"):
        assert doubt not in other.get(page).content.decode()


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_every_guard_stands_where_the_list_says(guard: Any) -> None:
    """``make guards`` takes each away and sees that a test fails; here, that none was forgotten there."""
    assert (CHECKOUT / guard.file).read_text("utf-8").count(guard.here) == 1
    assert all((CHECKOUT / name.partition("::")[0]).exists() for name in guard.tests)
