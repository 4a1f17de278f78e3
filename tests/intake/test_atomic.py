"""A file is in the record whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from answerable.core.records import RecordError
from answerable.intake.models import ImportedFile
from answerable.intake.operations import import_records
from answerable.intake.reading import Checked
from answerable.meetings.models import Forum, Meeting
from tests.intake.bringing import AT, checked, office, user
from tests.records import action, note, record

pytestmark = pytest.mark.django_db


def test_a_bad_record_late_in_a_file_undoes_the_whole_file() -> None:
    def records() -> Iterator[Checked]:
        for month in range(1, 13):
            for day in range(1, 11):
                yield checked(record(f"2023-{month:02}-{day:02}", note("Said."), action("Do it", "CC")))
        raise RecordError("is not text", "line 121: actions[0].text")

    with pytest.raises(RecordError):
        import_records(office=office(), name="a.jsonl", sha256="0" * 64, records=records(), by=user(), at=AT)
    assert not Meeting.objects.exists()
    assert not ImportedFile.objects.exists()
    assert not Forum.objects.exists()
