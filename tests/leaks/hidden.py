"""Files with something hidden in every way: what comes out of the cleaning, and what is refused."""

from __future__ import annotations

from answerable.publishing.files.cleaning import clean
from answerable.readers.errors import Unreadable
from tests.leaks.canaries import Garden
from tests.leaks.rows import HIDDEN_IN_WORD, boxed, pdf_file, word_file
from tests.leaks.surfaces import unpacked


def hidden_words() -> list[str]:
    """The ways in which a hidden word came through, none where all is well."""
    garden = Garden()
    words = {
        name: garden.plant(f"file.{name}")
        for name in (*HIDDEN_IN_WORD, "author of a PDF", "loose", "under a box")
    }
    shown = garden.plant("file.shown")
    files = [
        (word_file(shown, words), "paper.docx"),
        (pdf_file(words["author of a PDF"], words["loose"]), "paper.pdf"),
        (boxed(words["under a box"]), "boxed.pdf"),
    ]
    found: set[str] = set()
    for data, name in files:
        try:
            cleaned = clean(data, name, "Answering 101")
        except Unreadable:
            continue
        found |= garden.found_in(b"\n".join([*unpacked(cleaned.content), cleaned.text.encode()]))
    return sorted(garden.planted[one].column for one in found if garden.planted[one].column != "shown")
