"""What an abolished post owes goes on with another post."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, ActionStep
from answerable.actions.operations import relink
from answerable.core.permissions.roles import Role
from answerable.people.models import Post
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer
from tests.pages.test_post_holder import action, handed, page, post

__all__ = ["action", "post"]


@pytest.fixture
def gone(post: Post, action: Action) -> Post:
    handed(post, follows="abolished", name="")
    return post


@pytest.fixture
def chief_constable(post: Post) -> Post:
    return Post.objects.get(key="CC")


def test_it_is_given_with_a_reason(gone: Post, action: Action, chief_constable: Post) -> None:
    ada = officer()
    ada.open(page(gone))
    form = ada.form("/give")
    form[1]["action"] = str(action.pk)
    shown = ada.send(form, to=str(chief_constable.pk), reason="The chief takes it on herself.")
    assert "1 action given to Chief Constable." in shown.main
    assert "Owes nothing that is open." in shown.main
    assert [one.post for one in action.owners.all()] == [chief_constable]
    step = ActionStep.objects.get(post=chief_constable)
    assert (step.kind, step.was_post, step.reason) == ("passed", gone, "The chief takes it on herself.")
    assert action.text in contributor().open("/owed/").main


def test_it_stands_when_everything_is_worked_out_again(
    gone: Post, action: Action, chief_constable: Post
) -> None:
    officer().post(
        f"{page(gone)}give", action=str(action.pk), to=str(chief_constable.pk), reason="She takes it on."
    )
    relink(office=make.office(), by=make.user(), at=make.NOW)
    assert [one.post for one in action.owners.all()] == [chief_constable]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": " "}, "Say why, in a few words."),
        ({"action": ""}, "Choose at least one action."),
        ({"to": ""}, "Choose another post: these are its own."),
    ],
)
def test_what_is_missing_is_told(
    typed: dict[str, str], sentence: str, gone: Post, action: Action, chief_constable: Post
) -> None:
    values = {"action": str(action.pk), "to": str(chief_constable.pk), "reason": "She takes it on.", **typed}
    assert sentence in officer().post(f"{page(gone)}give", **values).main
    assert not ActionStep.objects.exclude(post=None).exists()


def test_what_is_not_the_posts_is_not_given(gone: Post, action: Action, chief_constable: Post) -> None:
    other = make.action(action.meeting, "CC to write", ["CC"])
    shown = officer().post(
        f"{page(gone)}give", 409, action=str(other.pk), to=str(chief_constable.pk), reason="Why not."
    )
    assert "which some of these are not any more" in shown.main


def test_who_may_not(gone: Post, action: Action, chief_constable: Post) -> None:
    for role in (Role.ADMINISTRATOR, Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR):
        Desk(role).post(f"{page(gone)}give", 403, action=str(action.pk), to=str(chief_constable.pk))
        assert "Give what is not closed" not in Desk(role).open(page(gone)).main
    officer().open(f"{page(gone)}give", 405)
