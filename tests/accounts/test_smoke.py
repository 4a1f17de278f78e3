import pytest
from django.test import Client

from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.signing import person_with, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/account/sign-in/",
        "/account/password/forgotten/",
        "/account/password/forgotten/sent/",
        "/account/disabled/",
        "/account/password/new/1-set-password/",
        "/account/password/new/done/",
    ],
)
def test_open(path):
    r = Client().get(path)
    assert r.status_code == 200, r.content


@pytest.mark.parametrize(
    "path",
    [
        "/account/",
        "/account/second-factor/",
        "/account/password/",
        "/account/password/first/",
        "/account/again/",
        "/account/second-factor/app/",
        "/account/second-factor/passkeys/add/",
        "/account/second-factor/codes/new/",
        "/account/sign-out/",
        "/accounts/",
        "/accounts/new/",
        "/accounts/1/",
    ],
)
def test_own(path):
    u = person_with(Role.ADMINISTRATOR, make.office())
    u.set_password("x")
    u.save()
    c = sign_in(Client(), u)
    r = c.get(path.replace("/1/", f"/{u.pk}/"), follow=True)
    assert r.status_code == 200, r.content
    print(r.request["PATH_INFO"])
