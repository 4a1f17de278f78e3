"""``answerable account …`` and ``--by``: the same rules and sentences as the pages."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from answerable.accounts.models import RoleHeld, User
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests import factories as make
from tests.signing import person_with

pytestmark = pytest.mark.django_db
ONLY = "Only an office administrator may make accounts and give roles. Your role is policy officer."


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    call_command("account", *words)
    return capsys.readouterr().out


def test_the_first_account_makes_its_office(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(
        capsys, "add", "--email", "Sian@wyvern.example", "--name", "Sian Hartle", "--role", "policy-officer",
        "--role", "administrator", "--office", "Wyvern Valley",
    )  # fmt: skip
    assert "http://localhost:8000/account/password/new/" in said
    user = User.objects.get(email="sian@wyvern.example")
    assert {one.role for one in user.roles_held.all()} == {"policy-officer", "administrator"}
    assert Office.objects.get().name == "Wyvern Valley"


def test_lists_who_has_an_account(capsys: pytest.CaptureFixture[str]) -> None:
    person_with(Role.AUDITOR, make.office(), "Leonie Staveley")
    said = run(capsys, "list")
    assert "Leonie Staveley, auditor; no second factor; signed in never" in said


def test_roles_are_given_and_ended(capsys: pytest.CaptureFixture[str]) -> None:
    user = person_with(Role.AUDITOR, make.office())
    run(capsys, "role", "--email", user.email, "--role", "panel-reader")
    run(capsys, "role", "--email", user.email, "--role", "auditor", "--end")
    assert [one.role for one in RoleHeld.objects.filter(user=user, ended_at=None)] == ["panel-reader"]


def test_an_account_is_disabled_and_enabled(capsys: pytest.CaptureFixture[str]) -> None:
    user = person_with(Role.AUDITOR, make.office())
    run(capsys, "disable", "--email", user.email)
    assert not User.objects.get(pk=user.pk).is_active
    with pytest.raises(CommandError, match="disabled already"):
        run(capsys, "disable", "--email", user.email)
    run(capsys, "enable", "--email", user.email)
    assert User.objects.get(pk=user.pk).is_active


def test_nobody_without_the_role(capsys: pytest.CaptureFixture[str]) -> None:
    officer = person_with(Role.POLICY_OFFICER, make.office())
    before = Event.objects.count()
    with pytest.raises(CommandError) as refused:
        run(capsys, "link", "--email", officer.email, "--by", officer.email)
    assert str(refused.value) == ONLY
    assert Event.objects.count() == before


def test_whoever_acts_is_on_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    administrator = person_with(Role.ADMINISTRATOR, make.office())
    officer = person_with(Role.POLICY_OFFICER, make.office())
    run(capsys, "link", "--email", officer.email, "--by", administrator.email)
    event = Event.objects.order_by("pk").last()
    assert event and event.operation == "accounts.make_link"
    assert event.by == administrator


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["disable", "--email", "nobody@example.org"], "There is no account for nobody@example.org."),
        (["add", "--email", "x", "--role", "auditor"], "Write an email address, such as name@example.org."),
        (["list", "--by", "nobody@example.org"], "There is no account for nobody@example.org."),
    ],
)
def test_says_in_one_sentence_what_is_wrong(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError) as refused:
        run(capsys, *words)
    assert str(refused.value) == said


def test_a_disabled_account_acts_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    user = person_with(Role.ADMINISTRATOR, make.office())
    User.objects.filter(pk=user.pk).update(is_active=False)
    with pytest.raises(CommandError, match="is disabled"):
        run(capsys, "list", "--by", user.email)


@pytest.mark.parametrize(
    ("command", "words"), [("relink", []), ("import", ["somewhere"])], ids=["relink", "import"]
)
def test_commands_that_write_ask_for_the_role(command: str, words: list[str]) -> None:
    user = person_with(Role.PANEL_READER, make.office())
    with pytest.raises(CommandError, match=r"^Only a policy officer may .* Your role is panel reader.$"):
        call_command(command, *words, "--by", user.email)


def test_a_role_in_one_office_counts_in_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    user = person_with(Role.ADMINISTRATOR, make.office())
    Office.objects.create(name="Eastmarch", slug="eastmarch")
    with pytest.raises(CommandError, match="You have no role here"):
        run(capsys, "list", "--by", user.email, "--office", "Eastmarch")


def test_an_account_relinks_the_office_that_it_works_in_alone(capsys: pytest.CaptureFixture[str]) -> None:
    user = person_with(Role.POLICY_OFFICER, make.office())
    Office.objects.create(name="Eastmarch", slug="eastmarch")
    call_command("relink", "--by", user.email)
    told = capsys.readouterr().out
    assert str(make.office()) in told
    assert "Eastmarch" not in told


@pytest.mark.parametrize("command", ["relink", "remind"])
def test_says_that_there_is_no_such_office(command: str) -> None:
    make.office()
    with pytest.raises(CommandError, match=r"^There is no office Nowhere\.$"):
        call_command(command, "--office", "Nowhere")
