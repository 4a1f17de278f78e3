"""What takes minutes is done before anything is held: the papers of a publication are cleaned ahead."""

from __future__ import annotations

from contextlib import suppress

from answerable.core.refusal import Refusal
from answerable.publishing.building.files import cleaned_original, cleaned_papers
from answerable.publishing.building.redacting import redacting
from answerable.publishing.files.child import Cleaner
from answerable.publishing.models import Publication

Subject = Publication.Subject


def cleaned_ahead(about: Publication) -> Cleaner:
    """What has cleaned the files that a publication about the same brings. ``about`` need not be recorded.

    Asked outside a transaction, as others in the office wait for one to end. What cannot be cleaned is
    refused by what is built with it.
    """
    cleaner, meeting = Cleaner(), about.meeting
    with suppress(Refusal):
        if meeting and about.subject == Subject.AGENDA:
            list(cleaned_papers(meeting, redacting(meeting), cleaner))
        elif meeting and about.subject == Subject.ORIGINAL:
            cleaned_original(meeting, cleaner)
    return cleaner
