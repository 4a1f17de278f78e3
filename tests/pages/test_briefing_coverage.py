"""Which part answers which point: the force says it, the office confirms it."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.papers.models import Coverage, NoteVersion, Point
from tests import cycle
from tests.pages.desk import Desk, contributor, officer

HEADINGS = [{"title": "1. How long callers wait", "words": 40}, {"title": "Callers lost", "words": 30}]


@pytest.fixture
def version(db: None) -> NoteVersion:
    meeting = cycle.planned()
    cycle.terms(meeting, "How long do callers wait?", "How many are lost?", "What of victims?")
    made = cycle.note(meeting, headings=HEADINGS)
    for point in Point.objects.order_by("position"):
        part = "" if point.position else "1. How long callers wait"
        Coverage.objects.create(version=made, point=point, part=part)
    return made


def page(version: NoteVersion) -> str:
    return f"/papers/versions/{version.pk}/"


def keys() -> list[int]:
    return list(Point.objects.order_by("position").values_list("pk", flat=True))


def parts(version: NoteVersion) -> list[tuple[str, bool]]:
    rows = Coverage.objects.filter(version=version).order_by("point__position")
    return [(one.part, one.said_by_id is not None) for one in rows]


def test_what_is_proposed_is_called_so(version: NoteVersion) -> None:
    rows = officer().open(page(version)).rows()
    assert rows[0][0] == "1. How long do callers wait?"
    assert rows[0][1] == "1. How long callers wait proposed from the headings"
    assert rows[1][1] == "No part"


def test_points_that_nothing_answers_stand_out(version: NoteVersion) -> None:
    shown = officer().open(page(version))
    assert "2 points have no part that answers them: point 2, point 3." in shown.main


def test_the_force_says_it(version: NoteVersion) -> None:
    cal = contributor("Cal Fenn")
    shown = cal.open(page(version))
    assert [one.get("value") for one in shown.tree.xpath("//datalist/option")] == [
        "1. How long callers wait",
        "Callers lost",
    ]
    _, second, third = keys()
    shown = cal.send("/parts", **{f"part-{second}": "Callers lost", f"part-{third}": "page 4,  second table"})
    assert "Noted." in shown.main
    assert parts(version) == [
        ("1. How long callers wait", True),
        ("Callers lost", True),
        ("page 4, second table", True),
    ]
    assert "said by Cal Fenn" in officer().open(page(version)).main


def test_the_force_says_that_nothing_answers_a_point(version: NoteVersion) -> None:
    cal = contributor()
    cal.open(page(version))
    cal.send("/parts", **{f"part-{keys()[0]}": ""})
    assert parts(version)[0] == ("", True)
    assert "3 points have no part" in officer().open(page(version)).main


def test_saying_the_same_again_is_told(version: NoteVersion) -> None:
    cal = contributor()
    for said in ("Noted.", "Nothing was changed"):
        cal.open(page(version))
        assert said in cal.send("/parts").main


def test_the_office_confirms_point_by_point(version: NoteVersion) -> None:
    ada, (first, second, third) = officer(), keys()
    ada.open(page(version))
    shown = ada.send("/coverage", **{f"verdict-{first}": "covered", f"verdict-{second}": "missing"})
    assert "Confirmed." in shown.main
    assert "What was confirmed comes to" not in shown.main
    ada.send("/coverage", **{f"verdict-{third}": "partly"})
    held = list(Coverage.objects.order_by("point__position"))
    assert [one.verdict for one in held] == ["covered", "missing", "partly"]
    assert all(one.confirmed_by == ada.user and one.confirmed_at for one in held)
    assert "What was confirmed comes to “Some points”." in ada.open(page(version)).main


def test_a_point_that_came_later_is_asked_about_too(version: NoteVersion) -> None:
    ada = officer()
    ada.post(f"/papers/meetings/{version.note.meeting_id}/points", points="And at night?")
    main = ada.open(page(version)).main
    assert "3 points have no part that answers them: point 2, point 3, point 4." in main
    ada.send("/coverage", **{f"verdict-{keys()[3]}": "missing"})
    assert Coverage.objects.get(point__text="And at night?").verdict == "missing"


def test_terms_that_are_sent_after_the_note_are_matched_all_the_same(db: None) -> None:
    meeting, ada, cal = cycle.planned(), officer(), contributor()
    version = cycle.note(meeting, headings=HEADINGS)
    ada.post(
        f"/papers/meetings/{meeting.pk}/points", points="1. How long do callers wait?\n2. What of victims?"
    )
    assert "nothing to answer point by point" in cal.open(page(version)).main
    ada.post(f"/papers/meetings/{meeting.pk}/send")
    assert "1 point has no part that answers it: point 2." in ada.open(page(version)).main
    ada.send("/coverage", **{f"verdict-{keys()[0]}": "covered"})
    assert parts(version) == [("1. How long callers wait", False)]
    cal.open(page(version))
    cal.send("/parts")
    assert parts(version) == [("1. How long callers wait", True), ("", True)]


@pytest.mark.parametrize(
    "sent", [{}, {"verdict-1": "wonderful"}, {"verdict-99999": "covered"}, {"verdict-²": "covered"}]
)
def test_what_is_no_verdict_is_not_kept(sent: dict[str, str], version: NoteVersion) -> None:
    shown = officer().post(f"{page(version)}coverage", **sent)
    assert "Say of at least one point how far it is covered." in shown.main
    assert not Coverage.objects.exclude(verdict="").exists()


def test_the_force_sees_what_was_confirmed_once_it_is_decided(version: NoteVersion) -> None:
    cal, ada, first = contributor(), officer(), keys()[0]
    ada.post(f"{page(version)}coverage", **{f"verdict-{first}": "partly"})
    assert "Partly covered" not in cal.open(page(version)).main
    ada.post(f"{page(version)}judge", overall="poor", outcome="returned", why="Too little.")
    assert "Partly covered" in cal.open(page(version)).main


def test_of_an_earlier_version_nothing_more_is_said(version: NoteVersion) -> None:
    NoteVersion.objects.create(
        note=version.note, number=2, document=version.document, name="b.txt", sent_at=version.sent_at,
        sent_by=version.sent_by,
    )  # fmt: skip
    first = keys()[0]
    for desk, what, name in ((contributor(), "parts", "part"), (officer(), "coverage", "verdict")):
        assert desk.open(page(version)).tree.xpath(f"//form[contains(@action, '{what}')]") == []
        shown = desk.post(f"{page(version)}{what}", 409, **{f"{name}-{first}": "covered"})
        assert "changed the briefing note, which has a version 2 now," in shown.main
    assert parts(version)[0] == ("1. How long callers wait", False)


def test_two_people_say_what_answers_a_point(version: NoteVersion) -> None:
    cal, dot, second = contributor("Cal Fenn"), contributor("Dot Marsh"), keys()[1]
    for one in (cal, dot):
        one.open(page(version))
    cal.send("/parts", **{f"part-{second}": "Callers lost"})
    clash = dot.send("/parts", 409, **{f"part-{second}": "page 3"})
    assert "Cal Fenn changed what answers what" in clash.main
    dot.send("/parts", **{f"choose-part-{second}": "mine"})
    assert parts(version)[1] == ("page 3", True)


def test_two_people_confirm(version: NoteVersion) -> None:
    ada, ben, first = officer("Ada Lorne"), officer("Ben Sarsen"), keys()[0]
    for one in (ada, ben):
        one.open(page(version))
    ada.send("/coverage", **{f"verdict-{first}": "covered"})
    clash = ben.send("/coverage", 409, **{f"verdict-{first}": "partly"})
    assert "Ada Lorne changed what is covered" in clash.main
    ben.send("/coverage", **{f"choose-verdict-{first}": "theirs"})
    assert Coverage.objects.get(point=first).verdict == "covered"


@pytest.mark.parametrize(
    ("what", "role"),
    [
        ("parts", Role.POLICY_OFFICER),
        ("parts", Role.AUDITOR),
        ("coverage", Role.CONTRIBUTOR),
        ("coverage", Role.CHIEF_OFFICER),
        ("coverage", Role.AUDITOR),
    ],
)
def test_each_side_says_its_own(what: str, role: Role, version: NoteVersion) -> None:
    Desk(role).post(f"{page(version)}{what}", 403)
    assert Desk(role).client.get(f"{page(version)}{what}").status_code == 405


def test_a_new_version_keeps_what_the_force_said_of_headings_it_still_has(version: NoteVersion) -> None:
    from answerable.papers.operations import send_note
    from answerable.papers.operations.notes import SentFile
    from answerable.papers.reading import ReadNote

    cal, (first, second, _) = contributor(), keys()
    cal.post(f"{page(version)}parts", **{f"part-{first}": "Callers lost", f"part-{second}": "page 3"})
    read = ReadNote("text/plain", None, "…", 1, [*HEADINGS, {"title": "What of victims", "words": 9}])
    made = send_note(
        meeting=Meeting.objects.get(), file=SentFile("b.txt", "b" * 64, b"-"), read=read, note=version.note,
        by=cal.user, at=version.sent_at,
    )  # fmt: skip
    assert parts(made) == [("Callers lost", True), ("", False), ("What of victims", False)]
