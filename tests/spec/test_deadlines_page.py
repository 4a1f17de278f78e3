"""The manual's page about deadlines is what the rules say."""

from __future__ import annotations

from pathlib import Path

from answerable.meetings.models import DEADLINE_DAYS, Forum
from tests.spec.deadlines_page import printed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "deadlines.md"


def test_the_page_is_printed_from_the_rules() -> None:
    papers_time = Forum._meta.get_field("papers_time").get_default()
    assert PAGE.read_text("utf-8") == printed(DEADLINE_DAYS, papers_time)
