"""A file without what is hidden in it. Runs in the child process alone."""

from __future__ import annotations

from answerable.publishing.files.cleaned import Cleaned
from answerable.publishing.files.docx import clean_docx
from answerable.publishing.files.pdf import clean_pdf
from answerable.publishing.files.pictures import in_pictures
from answerable.publishing.files.readable import pdf_text
from answerable.readers import read, sniff
from answerable.readers.errors import Unreadable

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REFUSED = (
    "{} cannot be given out as it is: what is hidden in a file of this kind cannot be taken out with"
    " certainty. Save it as PDF or DOCX."
)
LANGUAGE = "en-GB"
SHORTEST_TAKEN_OUT = 4
"""Letters of something taken out that is looked for again: shorter words stand in any text."""


def clean(data: bytes, name: str, title: str) -> Cleaned:
    """The file as it can be given out, read again and searched. Raises Unreadable where it cannot be."""
    kind, _ = sniff.kind(data, name)
    if kind == "pdf":
        content, taken = clean_pdf(data, name)
        return _looked_at(content, PDF, ".pdf", name, "", taken)
    if kind == "docx":
        content, taken = clean_docx(data, name, title)
        return _looked_at(content, DOCX, ".docx", name, title, taken)
    raise Unreadable(REFUSED.format(name))


def _looked_at(
    content: bytes, media_type: str, suffix: str, name: str, title: str, taken: dict[str, list[str]]
) -> Cleaned:
    """Read what came out, and look in it for what was to be gone. ``taken``: by what it was, its words."""
    text = text_of(content, media_type, name)
    seen = " ".join([*text.split(), *title.split(), LANGUAGE])
    for words in (one for some in taken.values() for one in some):
        gone = " ".join(words.split())
        if len(gone) >= SHORTEST_TAKEN_OUT and gone not in seen and _holds(content, gone):
            raise Unreadable(f"{name} still holds what was taken out of it, so it is not given out.")
    return Cleaned(content, media_type, suffix, text, sorted(taken), in_pictures(content, media_type))


def text_of(content: bytes, media_type: str, name: str) -> str:
    """All the words of a cleaned file, but for those in its pictures (``pictures``)."""
    return pdf_text(content) if media_type == PDF else read(content, name).text


def _holds(content: bytes, words: str) -> bool:
    """Do these words stand anywhere in a file's bytes, or in a part of its archive?"""
    from answerable.publishing.files.package import every_part

    wanted = {words.encode(), words.encode("utf-16-be"), words.encode("utf-16-le")}
    return any(one in part for part in every_part(content) for one in wanted)
