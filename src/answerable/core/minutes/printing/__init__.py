"""Minutes laid out as a sheet, and read back as the meeting record that they were made from."""

from answerable.core.minutes.printing.document import as_document
from answerable.core.minutes.printing.layout import lay_out
from answerable.core.minutes.printing.paper import About, Paper, PaperItem, Said
from answerable.core.minutes.printing.reading import Reading, read, read_paper
from answerable.core.minutes.printing.records import Unprintable, print_minutes
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.printing.taking import paper_of

__all__ = [
    "About",
    "Paper",
    "PaperItem",
    "Reading",
    "Said",
    "Style",
    "Unprintable",
    "as_document",
    "lay_out",
    "paper_of",
    "print_minutes",
    "read",
    "read_paper",
]
