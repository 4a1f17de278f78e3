"""What is known not to be accessible, and why: by people, beside what the tests find."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Known(NamedTuple):
    """``criterion`` of WCAG 2.2 that it fails."""

    criterion: Promise | str
    what: Promise | str
    why: Promise | str


KNOWN = (
    Known(
        "1.3.1, 2.4.6",
        _("Original files that were made before 2026, such as PDFs of minutes, may have no headings, may be "
          "pictures of paper, or may not be marked up for screen readers."),
        _("The minutes themselves are web pages beside them. Files from before 23 September 2018 that nobody "
          "needs for a service are exempt from the regulations."),
    ),
    Known(
        "1.3.1",
        _("Minutes that were read from a file may have headings or lists where the file only looked as if "
          "it had them."),
        _("A person checks what the program reads; tell the office where it is wrong."),
    ),
    Known(
        "1.4.10",
        _("Wide tables, such as a measure’s figures, scroll sideways on a narrow screen."),
        _("Tables of figures that need two directions are an exception of that criterion; each has a picture "
          "and a sentence that say the same."),
    ),
    Known(
        "3.1.2",
        _("Words in another language inside of minutes are not marked as such."),
        _("The files that they were read from do not say so."),
    ),
)  # fmt: skip
