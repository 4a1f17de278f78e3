"""The office judges a briefing note, and accepts it or sends it back."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.papers.models import BriefingNote, Judgement, NoteVersion
from tests import cycle
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer, words

SAID = {"points": "most", "length": "long", "voice": "missing", "risks": "clear", "overall": "poor"}


@pytest.fixture
def version(db: None) -> NoteVersion:
    meeting = cycle.planned()
    cycle.terms(meeting, "How long do callers wait?")
    return cycle.note(meeting, pages=14)


def page(version: NoteVersion) -> str:
    return f"/papers/versions/{version.pk}/"


def second(version: NoteVersion) -> NoteVersion:
    return NoteVersion.objects.create(
        note=version.note, number=2, document=make.document("Shorter.", "b.txt"), name="b.txt",
        sent_at=version.sent_at, sent_by=version.sent_by, words=1,
    )  # fmt: skip


def test_words_and_pages_stand_beside_the_length(version: NoteVersion) -> None:
    assert "It has 3 words on 14 pages." in officer().open(page(version)).main


def test_it_is_sent_back_with_a_reason_that_the_force_reads(version: NoteVersion) -> None:
    ada, cal = officer("Ada Lorne"), contributor()
    ada.open(page(version))
    main = ada.send(
        "/judge", **SAID, words="Fourteen pages.", outcome="returned", why="Half of it, please."
    ).main
    assert "Sent back: the force reads why on its page." in main
    assert "Sent back: Briefing note, version 1: Half of it, please." in cal.open("/papers/").main
    shown = words(cal.open(page(version)))
    for part in (
        "Points covered Most points",
        "Length Too long (3 words on 14 pages)",
        "Voice of the executive Missing",
        "Risks and challenges Clear",
        "Overall Not good enough",
        "In words Fourteen pages.",
        "Sent back because Half of it, please.",
        "Judged by Ada Lorne, 2 May 2019, 10am",
    ):
        assert part in shown
    assert BriefingNote.objects.get().state == "returned"


def test_it_is_accepted(version: NoteVersion) -> None:
    ada = officer()
    ada.open(page(version))
    main = ada.send("/judge", overall="good", outcome="accepted", why="never shown").main
    assert "Accepted." in main
    assert Judgement.objects.get().why == ""
    assert BriefingNote.objects.get().state == "accepted"
    assert "Accepted" in contributor().open("/papers/").main


def test_it_can_be_judged_bit_by_bit_and_the_force_sees_the_end_of_it(version: NoteVersion) -> None:
    ada, cal = officer(), contributor()
    ada.open(page(version))
    assert "Saved. It is not decided yet." in ada.send("/judge", length="long").main
    assert "Judged, not decided yet." in ada.open(page(version)).main
    assert "Not judged yet." in cal.open(page(version)).main
    assert "Too long" not in cal.page.main  # type: ignore[union-attr]
    ada.send("/judge", overall="enough", outcome="accepted")
    assert "Length Too long" in words(cal.open(page(version)))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"outcome": "returned", "overall": "poor"}, "Say why it is sent back: the force reads it"),
        ({"outcome": "accepted"}, "Choose what it is overall before you accept it"),
        ({"outcome": "maybe"}, "Choose whether to accept it or to send it back"),
        ({"length": "endless"}, "Choose from the list: length"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    sent: dict[str, str], said: str, version: NoteVersion
) -> None:
    ada = officer()
    ada.open(page(version))
    shown = ada.send("/judge", 400, words="A long careful text", **sent)
    assert said in shown.main
    assert shown.tree.get_element_by_id("words").text_content() == "A long careful text"
    assert shown.tree.xpath("//div[contains(@class, 'error-summary')]//a/@href")[0].lstrip("#") in {
        str(node.get("id")) for node in shown.tree.xpath("//*[@id]")
    }
    assert not Judgement.objects.exists()


def test_a_judgement_is_changed(version: NoteVersion) -> None:
    ada = officer()
    ada.open(page(version))
    ada.send("/judge", **SAID, outcome="returned", why="Too long.")
    ada.open(page(version))
    ada.send("/judge", overall="enough", outcome="accepted")
    held = Judgement.objects.get()
    assert (held.overall, held.length, held.outcome, held.why) == ("enough", "long", "accepted", "")
    ada.open(page(version))
    assert "Nothing was changed" in ada.send("/judge").main


def test_a_later_version_is_judged_anew_and_the_earlier_judgement_stays(version: NoteVersion) -> None:
    ada = officer()
    ada.open(page(version))
    ada.send("/judge", **SAID, outcome="returned", why="Too long.")
    later = second(version)
    assert "It is not judged yet" in contributor().open(page(later)).main
    ada.open(page(later))
    ada.send("/judge", length="right", overall="good", words="A better product.", outcome="accepted")
    assert [one.length for one in Judgement.objects.order_by("version__number")] == ["long", "right"]
    assert "Version 2 has come in since" in ada.open(page(version)).main
    assert "Length Too long" in words(ada.open(page(version)))
    shown = ada.post(f"{page(version)}judge", 409, **SAID, words="Half an hour of careful typing")
    assert (
        "changed the briefing note, which has a version 2 now, at 10am while you were writing." in shown.main
    )
    assert shown.tree.get_element_by_id("kept-words").get("value") == "Half an hour of careful typing"
    assert Judgement.objects.get(version=version).length == "long"


def test_two_people_judge(version: NoteVersion) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    for one in (ada, ben):
        one.open(page(version))
    ada.send("/judge", length="long", words="Fourteen pages.")
    clash = ben.send(
        "/judge", 409, length="right", words="Fourteen good pages.", overall="good", outcome="accepted"
    )
    assert "Ada Lorne changed the judgement" in clash.main
    ben.send("/judge", **{"choose-length": "theirs", "choose-words": "mine", "choose-overall": "mine",
                          "choose-outcome": "mine"})  # fmt: skip
    held = Judgement.objects.get()
    assert (held.length, held.words, held.outcome) == ("long", "Fourteen good pages.", "accepted")


def test_what_somebody_judged_while_a_reason_was_missing_is_not_written_over(version: NoteVersion) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    for one in (ada, ben):
        one.open(page(version))
    ben.send("/judge", 400, **SAID, outcome="returned")
    ada.send("/judge", overall="good", outcome="accepted")
    ben.send("/judge", 409, why="Too long.")
    assert Judgement.objects.get().outcome == "accepted"


def test_sent_twice_it_is_one_judgement(version: NoteVersion) -> None:
    ada = officer()
    ada.open(page(version))
    form = ada.form("/judge")
    ada.send(form, overall="good", outcome="accepted")
    assert "this was done once" in ada.send(form, overall="good", outcome="accepted").main


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.AUDITOR, Role.PANEL_READER])
def test_only_the_office_judges(role: Role, version: NoteVersion) -> None:
    Desk(role).post(f"{page(version)}judge", 403, **SAID)
    assert Desk(role).client.get(f"{page(version)}judge").status_code == 405
    assert not Judgement.objects.exists()


def test_whoever_looks_at_a_restricted_note_leaves_an_event(version: NoteVersion) -> None:
    from answerable.audit.models import Event

    version.document.restricted = True
    version.document.save()
    cal = contributor()
    cal.open(page(version))
    assert Event.objects.filter(operation="view").get().by == cal.user
