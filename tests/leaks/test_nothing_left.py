"""Nothing hidden comes through the cleaning of files, nothing withdrawn stays in the index."""

from __future__ import annotations

import pytest

from answerable.core.refusal import Refusal
from answerable.publishing.checking import scanning
from answerable.publishing.models import Publication
from answerable.readers.errors import Unreadable
from tests import cycle, publish
from tests import factories as make
from tests.leaks import rows
from tests.leaks.forgetting import left_behind
from tests.leaks.hidden import hidden_words

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_nothing_hidden_comes_out_of_the_cleaning() -> None:
    assert hidden_words() == []


def test_search_notes_nothing_of_words_that_were_withdrawn() -> None:
    assert left_behind() == []


def test_a_word_under_a_box_publishes_nothing() -> None:
    meeting = cycle.planned("2019-07-09")
    cycle.agenda(meeting, "Answering the phone")
    rows._paper(meeting, "Boxed", rows.boxed("Quillfeather"), "boxed.pdf")
    with pytest.raises(Refusal, match="cannot be seen"):
        publish.put("agenda", meeting)
    assert not Publication.objects.exists()


def test_a_check_that_does_not_come_to_its_end_publishes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_long(*given: object) -> None:
        raise Unreadable("It took longer than a minute.")

    monkeypatch.setattr(scanning, "check_parts", too_long)
    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited.")
    with pytest.raises(Refusal, match="could not be checked"):
        publish.put("minutes", meeting)
    assert not Publication.objects.exists()
