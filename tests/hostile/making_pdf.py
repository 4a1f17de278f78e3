"""PDF files whose structure lies, loops, is locked or carries something."""

from __future__ import annotations

import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.cases import WORDS, hostile
from tests.hostile.making_html import page as html_page
from tests.hostile.raw_pdf import CATALOG, FONT, PAGES, SHOWN, one_page, page, pdf, stream
from tests.readers.making import zipped

GROUP = "PDF"
TORN = "{name}: The PDF is damaged or cut off: fetch the file again from where it came."
TORN_PAGE = "{name}: Page 1 of the PDF is damaged: fetch the file again from where it came."
BROKE = (
    "{name} broke the program that reads it, which was started anew: the file is damaged or made to do harm;"
    " check where it comes from."
)
MANY = "{name}: The PDF has more than 5,000 pages: split it into smaller files."
LOCKED = "{name}: The PDF is encrypted: save a copy without a password and read that."


def _drawn(lock: StandardEncryption | None) -> bytes:
    canvas = Canvas("x", encrypt=lock, invariant=1)
    canvas.drawString(72, 720, WORDS)
    return bytes(canvas.getpdfdata())


@hostile("locked.pdf", GROUP, "a PDF locked with a password", refused=LOCKED)
def locked() -> bytes:
    return _drawn(StandardEncryption("open", ownerPassword="own", strength=128))


@hostile(
    "owned.pdf", GROUP, "a PDF that only its owner may change", treatment="Read: it opens for everybody."
)
def owned() -> bytes:
    return _drawn(StandardEncryption("", ownerPassword="own", strength=128, canCopy=0))


@hostile("cut.pdf", GROUP, "the first third of a PDF", refused=TORN)
def cut() -> bytes:
    data = one_page()
    return data[: len(data) // 3]


@hostile("head-only.pdf", GROUP, "the mark of a PDF and nothing else", refused=TORN)
def head_only() -> bytes:
    return b"%PDF-1.7\n"


@hostile(
    "no-table.pdf",
    GROUP,
    "a PDF without its table of objects",
    treatment="Read; PDFium finds the objects again.",
)
def no_table() -> bytes:
    data = one_page()
    return data[: data.find(b"xref")] + b"trailer << /Root 1 0 R >>\n"


@hostile("noise.pdf", GROUP, "noise behind the mark of a PDF", refused=TORN)
def noise() -> bytes:
    return b"%PDF-1.7\n" + bytes(range(256)) * 500


@hostile("ring.pdf", GROUP, "a tree of pages that comes back to its root", refused=TORN_PAGE)
def ring() -> bytes:
    return pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 /Parent 2 0 R >>")


@hostile("deep-tree.pdf", GROUP, "a tree of pages 3,000 deep", refused=TORN_PAGE)
def deep_tree() -> bytes:
    depth = 3_000
    node = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>"
    nodes = [node % (at + 1) for at in range(2, depth)]
    last = b"<< /Type /Page /MediaBox [0 0 595 842] >>"
    return pdf(CATALOG, *nodes, last)


@hostile("own-length.pdf", GROUP, "a stream whose length is itself, and a page that is its own parent")
def own_length() -> bytes:
    content = b"<< /Length 4 0 R >>\nstream\n" + SHOWN + b"\nendstream"
    return pdf(CATALOG, PAGES, page().replace(b"/Parent 2 0 R", b"/Parent 3 0 R"), content, FONT)


@hostile("own-objects.pdf", GROUP, "a table of objects that says it comes before itself")
def own_table() -> bytes:
    data = one_page()
    start = data.find(b"xref")
    return data.replace(b"/Size", b"/Prev %d /Size" % start)


@hostile("object-bomb.pdf", GROUP, "objects packed into a stream that swells to 300 MB", refused=BROKE)
def object_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(300)) + packer.flush()
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(packed)
    bomb = head + b"\nstream\n" + packed + b"\nendstream"
    table = zlib.compress(b"\x00\0\0\xff" + b"\x02\0\x03\0" + b"\x02\0\x03\1" + b"\x01\0\x0f\0")
    cross = stream(table, b"/Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode")
    data = b"%PDF-1.7\n   \n3 0 obj\n" + bomb + b"\nendobj\n"
    start = len(data)
    return data + b"4 0 obj\n" + cross + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


@hostile("nested-arrays.pdf", GROUP, "100,000 arrays in one another")
def nested_arrays() -> bytes:
    return one_page(SHOWN, b"[" * 100_000 + b"]" * 100_000, catalog=b"/Names 6 0 R")


RUNS = "Read; nothing in a PDF is ever run, opened or fetched."


@hostile(
    "script.pdf", GROUP, "JavaScript that runs when the file is opened", treatment=RUNS, never=("alert",)
)
def script() -> bytes:
    return one_page(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")


@hostile("launch.pdf", GROUP, "an action that starts a program", treatment=RUNS, never=("cmd",))
def launch() -> bytes:
    return one_page(catalog=b"/OpenAction << /S /Launch /F (cmd.exe) /Win << /F (cmd.exe) >> >>")


@hostile("fetch.pdf", GROUP, "an action that sends the file to a server", treatment=RUNS, never=("127",))
def fetch() -> bytes:
    return one_page(catalog=b"/OpenAction << /S /SubmitForm /F (http://127.0.0.1:9/) >>")


@hostile(
    "attached.pdf",
    GROUP,
    "a program attached to the PDF",
    never=("MZ",),
    treatment="Read; what is attached is not opened, and is only kept in the original.",
)
def attached() -> bytes:
    names = b"/Names << /EmbeddedFiles << /Names [(x.exe) 6 0 R] >> >>"
    spec = b"<< /Type /Filespec /F (x.exe) /EF << /F 7 0 R >> >>"
    return one_page(SHOWN, spec, stream(b"MZ" * 400, b"/Type /EmbeddedFile"), catalog=names)


@hostile("form.pdf", GROUP, "an XFA form with a script", treatment=RUNS, never=("xfa",))
def form() -> bytes:
    xfa = stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><script>xfa</script></xdp:xdp>")
    return one_page(SHOWN, xfa, catalog=b"/AcroForm << /XFA 6 0 R /Fields [] >> /NeedsRendering true")


@hostile(
    "zip.pdf",
    GROUP,
    "a PDF that is a zip archive too",
    treatment="Read as the PDF that it begins as.",
    never=("hush",),
)
def and_zip() -> bytes:
    return one_page() + zipped({"word/document.xml": "hush", "[Content_Types].xml": ""})


@hostile(
    "zip-first.docx",
    GROUP,
    "a zip archive with a PDF inside its first kilobyte",
    treatment="Read as the PDF, as every reader of PDF does; it is stored and served as one.",
)
def zip_first() -> bytes:
    return b"PK\x03\x04" + b"\0" * 40 + one_page()


@hostile(
    "page.pdf",
    GROUP,
    "a PDF that is a page of HTML with a script too",
    never=("alert",),
    treatment="Read as the PDF; originals are served as attachments and never as a page.",
)
def and_html() -> bytes:
    return html_page("<script>alert(1)</script>") + one_page()


@hostile("minutes.txt.pdf", GROUP, "text with the ending .pdf", treatment="Read as the text that it is.")
def misnamed() -> bytes:
    return (WORDS + "\n").encode()
