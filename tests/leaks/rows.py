"""Rows of the working record that nothing else makes: earlier drafts, who sat in, files with hidden parts."""

from __future__ import annotations

from django.core.cache import cache
from django.core.files.base import ContentFile

from answerable.accounts.models import Session
from answerable.audit.operations import record
from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line, LineText, MinutesVersion
from answerable.papers.models import BriefingNote, NoteVersion
from tests import cycle, publish
from tests import factories as make
from tests.hostile.raw_pdf import CATALOG, FONT, PAGES, page, pdf, stream
from tests.leaks.canaries import Garden
from tests.readers.making import docx, p, unzipped, zipped


def behind_the_minutes(of: Meeting) -> None:
    """Minutes as they were drafted: a line that was taken out, what one said before, an approved version."""
    item = of.items.all()[0]
    cycle.line(item, "The DCC said too much.", removed_at=make.NOW)
    said = Line.objects.filter(meeting=of).order_by("pk")[0]
    LineText.objects.create(line=said, text="It was worse than that.", at=make.NOW, by=make.user())
    MinutesVersion.objects.create(
        meeting=of, number=1, state="draft", record={"text": "What was drafted first."}, at=make.NOW,
        by=make.user(),
    )  # fmt: skip
    make.attend(of, "Vera Notewell", "Staff officer", "", "present")


def decisions() -> None:
    """One that is public with an exempt part, one that is not ready."""
    publish.decision_record(
        "02/30/04/2019", title="A loan", exempt="The rate of the loan.", category="exemption",
        background="The hostel asked.", papers="The letter",
    )  # fmt: skip
    publish.decision_record("03/30/04/2019", title="A quarrel", ready=False)


def in_the_machine(garden: Garden) -> None:
    """What is kept of sessions, in the cache, in the chain of events."""
    Session.objects.create(
        session_key="s" * 32, session_data=garden.plant("accounts.Session.session_data"),
        expire_date=make.NOW, browser=garden.plant("accounts.Session.browser"),
    )  # fmt: skip
    cache.set("leaks", garden.plant("accounts.Cached.value"))
    record(
        by=make.user(), at=make.NOW, operation="test.leaks", summary=garden.plant("audit.Event.summary"),
        details={"why": garden.plant("audit.Event.details")},
    )  # fmt: skip


def originals(garden: Garden) -> None:
    """A word behind the end of every file that is kept."""
    for one in Document.objects.order_by("pk"):
        with one.content.open("rb") as file:
            data = file.read()
        word = garden.plant("documents.Document.content", one.pk)
        one.content.save(f"{word}.bin", ContentFile(data + f"\n% {word}\n".encode()), save=True)


HIDDEN_IN_WORD = ("comment", "deleted", "author", "vanished", "metadata", "custom", "file name", "bookmark")


def papers(of: Meeting, garden: Garden, unsaid: str) -> None:
    """A Word file and a PDF with something hidden in every way, which go out; one that is restricted, one in
    which ``unsaid`` stands."""
    shown = garden.plant("papers.file.shown")
    words = {name: garden.plant(f"papers.file.{name}") for name in HIDDEN_IN_WORD}
    _paper(of, "Answering 101", word_file(shown, words), f"{words['file name']} draft.docx")
    secret = garden.plant("papers.file.restricted")
    document = _paper(of, "Not for everybody", docx(p(f"It says {secret}.")), f"{secret}.docx")
    Document.objects.filter(pk=document.pk).update(restricted=True, marking="restricted")
    _paper(of, "About somebody", docx(p(f"It names {unsaid}.")), "about.docx")
    words = {name: garden.plant(f"papers.file.pdf {name}") for name in ("author", "loose", "file name")}
    _paper(of, "As printed", pdf_file(words["author"], words["loose"]), f"{words['file name']}.pdf")


SHOWN = b"BT /F1 12 Tf 72 720 Td (Callers waited 42 seconds less.) Tj ET "


def pdf_file(author: str, loose: str, hidden: bytes = b"") -> bytes:
    """A page with words in its properties and in what nothing refers to; ``hidden`` is drawn."""
    about = f"<< /Author ({author}) /Title ({author}) >>".encode()
    body = stream(SHOWN + hidden)
    return pdf(CATALOG, PAGES, page(), body, FONT, about, stream(loose.encode()), trailer=b"/Info 6 0 R")


def boxed(word: str) -> bytes:
    """A page on which a box lies over a word."""
    over = f"BT /F1 12 Tf 72 600 Td ({word}) Tj ET 0 g 70 595 220 20 re f".encode()
    return pdf_file("nobody", "nothing", over)


def word_file(shown: str, hidden: dict[str, str]) -> bytes:
    body = (
        p(f"Callers waited less, says {shown}.")
        + f'<w:p><w:del w:author="x"><w:r><w:delText>{hidden["deleted"]}</w:delText></w:r></w:del></w:p>'
        + f'<w:p><w:ins w:author="{hidden["author"]}"><w:r><w:t>Kept.</w:t></w:r></w:ins></w:p>'
        + f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{hidden['vanished']}</w:t></w:r></w:p>"
        + f'<w:p><w:bookmarkStart w:id="1" w:name="{hidden["bookmark"]}"/><w:bookmarkEnd w:id="1"/></w:p>'
    )
    about = '<x xmlns:w="urn:w"><t>{}</t></x>'
    return zipped(
        {
            **unzipped(docx(body)),
            "word/comments.xml": about.format(hidden["comment"]),
            "docProps/core.xml": about.format(hidden["metadata"]),
            "docProps/custom.xml": about.format(hidden["custom"]),
        }
    )


def _paper(of: Meeting, title: str, content: bytes, name: str) -> Document:
    document = make.document(title, name, content)
    note = BriefingNote.objects.create(meeting=of, title=title, state="accepted")
    NoteVersion.objects.create(
        note=note, number=1, document=document, name=name, sent_at=publish.AT, sent_by=make.user()
    )
    return document
