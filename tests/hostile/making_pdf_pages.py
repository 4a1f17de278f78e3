"""PDF files whose pages are made to wear the reader down."""

from __future__ import annotations

import zlib

from tests.hostile.cases import hostile
from tests.hostile.making_pdf import BROKE, GROUP, MANY, TORN_PAGE
from tests.hostile.raw_pdf import A4, CATALOG, FONT, PAGES, SHOWN, one_page, page, pdf, stream

NO_TEXT = "{name} holds no text that can be read; look whether it is the right file."
TESSERACT = ("tesseract",)


@hostile("pages.pdf", GROUP, "100,000 pages, all the same one", refused=MANY)
def pages() -> bytes:
    tree = b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>"
    return pdf(CATALOG, tree, page(), stream(SHOWN), FONT)


@hostile(
    "says-many.pdf",
    GROUP,
    "a PDF that says it has two billion pages",
    treatment="Read; PDFium counts for itself.",
)
def says_many() -> bytes:
    return one_page().replace(b"/Count 1 ", b"/Count 2147483647 ")


@hostile("content-bomb.pdf", GROUP, "a page whose content swells to 400 MB of blanks", refused=BROKE)
def content_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(400)) + packer.flush()
    return pdf(CATALOG, PAGES, page(), stream(packed, b"/Filter /FlateDecode"), FONT)


@hostile(
    "packed-twice.pdf",
    GROUP,
    "a page whose content is packed three times over, 1 GB in all",
    refused=BROKE,
)
def packed_twice() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(1024)) + packer.flush()
    packed = zlib.compress(zlib.compress(packed, 9), 9)
    return pdf(
        CATALOG, PAGES, page(), stream(packed, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"), FONT
    )


@hostile(
    "letters.pdf", GROUP, "a page of a million letters over one another", reads=("xxxx",), treatment="Read."
)
def letters() -> bytes:
    line = b"(" + b"x" * 1_000 + b") Tj "
    return pdf(
        CATALOG, PAGES, page(), stream(b"BT /F1 2 Tf 9 9 Td " + line * 1_000 + b"ET", packed=True), FONT
    )


@hostile("lines.pdf", GROUP, "a page of 300,000 ruling lines", treatment="Read.")
def lines() -> bytes:
    drawn = b"".join(b"%d %d m %d 800 l S\n" % (at % 590, at // 590, at % 590) for at in range(300_000))
    return pdf(CATALOG, PAGES, page(), stream(SHOWN + b"\n" + drawn, packed=True), FONT)


@hostile("grid.pdf", GROUP, "a page ruled into 250,000 cells", treatment="Read.")
def grid() -> bytes:
    across = b"".join(b"20 %.1f m 520 %.1f l S\n" % (at, at) for at in range(20, 520))
    down = b"".join(b"%.1f 20 m %.1f 520 l S\n" % (at, at) for at in range(20, 520))
    return pdf(CATALOG, PAGES, page(), stream(SHOWN + b"\n" + across + down, packed=True), FONT)


@hostile("own-form.pdf", GROUP, "a drawing that contains itself")
def own_form() -> bytes:
    form = stream(
        b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    return one_page(SHOWN + b" /X Do", form, resources=b"/XObject << /X 6 0 R >>")


@hostile("forms.pdf", GROUP, "drawings that contain ten of the next, nine levels down", refused=BROKE)
def forms() -> bytes:
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    made = [stream(b"/X Do " * 10, head % (number + 1)) for number in range(6, 15)]
    last = stream(b"0 0 m 9 9 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return one_page(SHOWN + b" /X Do", *made, last, resources=b"/XObject << /X 6 0 R >>")


@hostile("huge-page.pdf", GROUP, "a page a hundred million points wide", treatment="Read.")
def huge_page() -> bytes:
    return one_page(box=b"/MediaBox [0 0 100000000 100000000]")


@hostile("no-page.pdf", GROUP, "a page of no size", treatment="Read.")
def no_page() -> bytes:
    return one_page(box=b"/MediaBox [0 0 0 0]")


@hostile("nan-page.pdf", GROUP, "a page whose size is no number", treatment="Read.")
def nan_page() -> bytes:
    return one_page(box=b"/MediaBox [nan nan inf 1e999]")


@hostile(
    "turned-box.pdf", GROUP, "a page with its corners exchanged and turned by 37 degrees", treatment="Read."
)
def turned_box() -> bytes:
    return one_page(box=b"/MediaBox [595 842 0 0] /Rotate 37")


@hostile("far-away.pdf", GROUP, "letters ten to the power of thirty points off the page", treatment="Read.")
def far_away() -> bytes:
    moved = SHOWN.replace(b"72 720 Td", b"1" + b"0" * 30 + b" 0 Td")
    return one_page(SHOWN.replace(b"720", b"700") + b" " + moved)


@hostile(
    "picture-bomb.pdf",
    GROUP,
    "a picture of 100,000 by 100,000 dots on an empty page",
    needs=TESSERACT,
    refused=NO_TEXT,
)
def picture_bomb() -> bytes:
    picture = stream(
        b"\0" * 2**20,
        b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray",
        packed=True,
    )
    return one_page(b"595 0 0 842 0 0 cm /X Do", picture, resources=b"/XObject << /X 6 0 R >>")


@hostile(
    "huge-scan.pdf",
    GROUP,
    "a scan on a page of 14,000 points",
    needs=TESSERACT,
    refused="{name}: Page 1 of the PDF is too large to be read as a scan: print it to A4 or A3.",
)
def huge_scan() -> bytes:
    picture = stream(
        b"\0",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    return one_page(
        b"14000 0 0 14000 0 0 cm /X Do",
        picture,
        resources=b"/XObject << /X 6 0 R >>",
        box=b"/MediaBox [0 0 14000 14000]",
    )


@hostile("bad-font.pdf", GROUP, "a font whose program is noise", treatment="Read.")
def bad_font() -> bytes:
    font = FONT.replace(b"Type1", b"TrueType").replace(b">>", b"/FontDescriptor 6 0 R >>")
    described = b"<< /Type /FontDescriptor /FontName /X /Flags 32 /FontFile2 7 0 R >>"
    return one_page(SHOWN, described, stream(bytes(range(256)) * 40, b"/Length1 10240"), font=font)


@hostile(
    "half-pairs.pdf",
    GROUP,
    "a font that maps its letters to halves of pairs and to NUL",
    reads=("\ufffd",),
    treatment="Read; such letters become U+FFFD.",
)
def half_pairs() -> bytes:
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00><FF> endcodespacerange "
        b"3 beginbfchar <41><D800> <42><0000> <43><FFFF> endbfchar endcmap end"
    )
    font = FONT.replace(b">>", b"/ToUnicode 6 0 R >>")
    return one_page(SHOWN.replace(b"Tj", b"Tj (AxBxC) Tj"), stream(table), font=font)


@hostile(
    "invisible.pdf",
    GROUP,
    "words drawn invisibly, as a layer under a scan has them",
    reads=("Not shown.",),
    treatment="Read: it is how the text of a scan is stored.",
)
def invisible() -> bytes:
    return one_page(SHOWN + b" BT 3 Tr /F1 12 Tf 72 600 Td (Not shown.) Tj ET")


@hostile("empty-pages.pdf", GROUP, "4,000 pages with nothing on them", refused=NO_TEXT)
def empty_pages() -> bytes:
    tree = b"<< /Type /Pages /Kids [" + b"3 0 R " * 4_000 + b"] /Count 4000 >>"
    return pdf(CATALOG, tree, page(A4), stream(b""), FONT)


@hostile("no-content.pdf", GROUP, "a page whose content is missing", refused=NO_TEXT)
def no_content() -> bytes:
    return one_page().replace(b"/Contents 4 0 R", b"/Contents 9 0 R")


@hostile("odd-page.pdf", GROUP, "a tree of pages whose page is a number", refused=TORN_PAGE)
def odd_page() -> bytes:
    return pdf(CATALOG, PAGES, b"42")
