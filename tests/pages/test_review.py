"""The review: what the reader was unsure of, in plain words, with its source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.core.minutes.warnings import CODES
from answerable.intake.models import ImportedFile
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.review.kinds import FIRST_FIELD, OF_THE_FILE, kind_of
from tests import factories as make

Get = Callable[..., Any]


def test_the_review_counts_what_is_left_and_lists_meetings(archive: object, get: Get) -> None:
    page = get("/review/")
    assert "3 things want a person’s eye: 2 doubts of the reader, 1 update that may be about" in page.main
    assert "1 Look-alike letters A letter of another alphabet" in page.main
    assert "1 An action has no owner Neither the action column" in page.main
    assert [code.text for code in page.tree.iter("code")] == ["homoglyph", "owner-missing"]
    assert page.rows() == [
        ["12 March 2019", "Assurance Meeting", "1", "1"],
        ["9 October 2018", "Assurance Meeting", "1", "0"],
    ]


def test_when_nothing_is_left_it_says_so(db: None, get: Get) -> None:
    make.meeting()
    assert "Nothing wants a person’s eye." in get("/review/").main


def test_a_doubt_stands_with_its_source_and_what_was_read(doubt: MeetingWarning, get: Get) -> None:
    page = get(f"/review/meetings/{doubt.meeting_id}/")
    assert "2 of 2 doubts left" in page.main
    assert "“DСС” with Cyrillic letters was read as “DCC”." in page.main
    assert "Owners: DCC; Due: 30/4/2019." in page.main
    strip = page.tree.xpath("//*[name()='svg'][@class='ans-crop']")[0]
    assert strip.get("aria-label") == "The line on page 1"
    assert strip.xpath("./*[name()='image']")[0].get("href").endswith("/pages/1.png")


def test_a_doubt_without_a_page_is_quoted(archive: list[Meeting], get: Get) -> None:
    page = get(f"/review/meetings/{archive[1].pk}/")
    assert (
        page.tree.find(".//blockquote").text_content().strip() == "Share the plan for training new detectives"
    )


def test_a_file_that_could_not_be_read_is_listed(archive: object, get: Get) -> None:
    ImportedFile.objects.create(
        office=make.office(), name="locked.pdf", sha256="e" * 64, state="refused",
        reason="It needs a password.", imported_at=make.NOW, imported_by=make.user(),
    )  # fmt: skip
    assert "locked.pdf: It needs a password." in get("/review/").main


def test_many_doubts_come_twenty_at_a_time(march: Meeting, get: Get) -> None:
    line = march.entries.all()[0]
    for _ in range(60):
        make.warning(line)
    page = get(f"/review/meetings/{march.pk}/")
    assert "62 of 62 doubts left" in page.main
    assert len(page.tree.xpath("//ol[@start]/li")) == 20
    assert len(page.response.content) < 100_000


def test_a_kind_of_doubt_is_explained_once(march: Meeting, get: Get) -> None:
    line = march.entries.all()[0]
    for _ in range(3):
        make.warning(line, "owner-missing", "Nobody is named as the owner of this action.")
    page = get(f"/review/meetings/{march.pk}/")
    assert page.main.count(CODES["owner-missing"].advice) == 1
    assert page.main.count(CODES["homoglyph"].meaning) == 1


def test_a_doubt_about_a_page_asks_for_a_look_only(march: Meeting, get: Get) -> None:
    doubt = make.warning(march, "no-text-layer", "Page 1 was read as a scan.")
    page = get(f"/review/meetings/{march.pk}/")
    one = page.tree.get_element_by_id(f"warning-{doubt.pk}")
    assert not one.xpath(".//details")
    assert "I have looked at it" in one.text_content()


@pytest.mark.parametrize("code", ["something-of-others", "odd_one", ""])
def test_a_code_that_we_do_not_know_has_a_title_all_the_same(code: str) -> None:
    assert kind_of(code).title[0].isupper()
    assert kind_of(code).meaning == ""


def test_the_codes_that_are_treated_apart_are_codes() -> None:
    assert {*FIRST_FIELD, *OF_THE_FILE} <= set(CODES)
