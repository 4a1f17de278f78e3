"""PDF files made for the tests: layouts that minutes come in, all of it invented (Wyvern Valley)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence

import pypdfium2
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=10.5, leading=12.6)
BOLD = ParagraphStyle("bold", parent=PLAIN, fontName="Helvetica-Bold")
TITLE = ParagraphStyle("title", parent=BOLD, fontSize=15, leading=18, alignment=1)
ITEM = ParagraphStyle("item", parent=PLAIN, leftIndent=18, bulletIndent=4)
RULED = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONT", (0, 0), (-1, -1), "Helvetica", 10.5),
    ]
)

LONG = (
    "The commissioner asked how the force would keep the ferry landings safe through the summer. "
    "The chief officer answered that patrols by boat had been doubled since Easter, that the harbour "
    "master had been told, and that the figures for thefts from moorings had fallen by a fifth. "
)


def built(
    story: Sequence[Flowable],
    *,
    pagesize: tuple[float, float] = A4,
    head: str = "",
    foot: str = "",
    margin: float = 60,
) -> bytes:
    """A story laid out on pages; ``head`` and ``foot`` on each, "{page}" in them its number."""

    def furniture(canvas: Canvas, document: object) -> None:
        canvas.setFont("Helvetica", 9)
        page = str(canvas.getPageNumber())
        if head:
            canvas.drawRightString(pagesize[0] - margin, pagesize[1] - 32, head.replace("{page}", page))
        if foot:
            canvas.drawCentredString(pagesize[0] / 2, 28, foot.replace("{page}", page))

    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=pagesize,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=54,
        bottomMargin=54,
        invariant=1,
    )
    document.build(list(story), onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def drawn(draw: Callable[[Canvas], None], pagesize: tuple[float, float] = A4, **options: object) -> bytes:
    """Pages drawn by hand on a canvas."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=pagesize, invariant=1, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def agenda(rows: Sequence[Sequence[object]], widths: Sequence[float] = (38, 370, 66)) -> Table:
    """A ruled agenda; a row may go on over the page."""
    cells = [[_cell(content) for content in row] for row in rows]
    return Table(cells, colWidths=list(widths), style=RULED, splitInRow=1)


def _cell(content: object) -> object:
    return Paragraph(content, PLAIN) if isinstance(content, str) else content


def three_columns() -> bytes:
    """An agenda in three ruled columns."""
    return built(
        [
            Paragraph("Wyvern Valley Accountability Board: Notes", TITLE),
            Spacer(1, 14),
            agenda(
                [
                    ["No.", "Item", "Action by"],
                    ["1.", [Paragraph("<b>Matters arising</b>", PLAIN), Paragraph(LONG, PLAIN)], ""],
                    ["2.", [Paragraph("<b>River patrols</b>", PLAIN), *_paragraphs(14)], "CC"],
                    ["2.1", "The deputy to visit the boat house.", "DCC/ ACC"],
                ]
            ),
        ],
        head="OFFICIAL",
        foot="Page {page}",
    )


def broken_row() -> bytes:
    """A ruled agenda whose second item goes on over the page, in mid-paragraph; owners stand on both."""
    page, body, owner, right = 60, 100, 470, 535

    def draw(canvas: Canvas) -> None:
        for number, (top, bottom) in enumerate(((700, 80), (780, 500))):
            _frame(canvas, (page, body, owner, right), (top, bottom))
            canvas.setFont("Helvetica", 9)
            canvas.drawString(480, 810, "OFFICIAL")
            canvas.drawString(280, 40, f"Page {number + 1}")
            canvas.setFont("Helvetica", 11)
            if number == 0:
                canvas.line(page, 660, right, 660)
                canvas.drawString(page + 5, 685, "1.")
                canvas.drawString(body + 5, 685, "Apologies")
                canvas.drawString(page + 5, 645, "2.")
                canvas.drawString(body + 5, 645, "Ferries")
                canvas.drawString(body + 5, 620, "Action: the force to count the ferries.")
                canvas.drawString(owner + 5, 620, "ACC")
                for line in range(3):
                    canvas.drawString(
                        body + 5,
                        120 - 13 * line,
                        "The lights along the quay were said to have been out since",
                    )
            else:
                canvas.drawString(body + 5, 765, "the storm, and the trust means to mend them.")
                canvas.drawString(body + 5, 740, "Action: the trust to mend the lights.")
                canvas.drawString(owner + 5, 740, "Trust")
                canvas.line(page, 600, right, 600)
                canvas.drawString(page + 5, 585, "3.")
                canvas.drawString(body + 5, 585, "Any other business")
            if number == 0:
                canvas.showPage()

    return drawn(draw)


def _frame(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Ruling lines: an upright one at each x, a level one at each y."""
    canvas.setLineWidth(0.5)
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def open_sided() -> bytes:
    """A table with lines between its columns and rows, and none around it."""
    rows = [["Item", "Owner", "Due"], ["Mend the lamp", "Trust", "May"], ["Count the boats", "ACC", "June"]]
    style = TableStyle(
        [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), "Helvetica", 10.5)]
    )
    return built([Table(rows, colWidths=[200, 100, 100], style=style)])


def spanning() -> bytes:
    """A table with a head over all its columns, and a cell beside two rows."""
    rows = [["Present at the meeting", "", ""], ["Force", "Ada Fenwick", "CC"], ["", "Bryn Oakes", "DCC"]]
    style = TableStyle([*RULED.getCommands(), ("SPAN", (0, 0), (2, 0)), ("SPAN", (0, 1), (0, 2))])
    return built([Table(rows, colWidths=[150, 150, 100], style=style)])


def two_tables() -> bytes:
    """Two tables of different columns that share the border between them."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        _frame(canvas, (60, 200, 535), (780, 760, 740))
        _frame(canvas, (60, 100, 470, 535), (740, 715, 690))
        for y, (label, value) in ((766, ("Date", "4 April 2031")), (746, ("Chair", "Ada Fenwick"))):
            canvas.drawString(65, y, label)
            canvas.drawString(205, y, value)
        for y, row in ((722, ("No.", "Item", "Action")), (697, ("1.", "Ferries", "ACC"))):
            for x, text in zip((65, 105, 475), row, strict=True):
                canvas.drawString(x, y, text)

    return drawn(draw)


def boxed() -> bytes:
    """A paragraph in a frame, and a paragraph after it: no table."""
    box = Table([[Paragraph(LONG, PLAIN)]], colWidths=[400], style=RULED)
    return built([box, Spacer(1, 10), Paragraph("After the box.", PLAIN)])


def underlined() -> bytes:
    """Headings in bold, underlined, both run in, and none of these."""
    return built(
        [
            Paragraph("<b>Ferries and moorings</b>", PLAIN),
            Paragraph("<b>Lights:</b> all of them are out.", PLAIN),
            Paragraph("<u>Update:</u> the trust has mended half of them.", PLAIN),
            Paragraph("Nothing here is <b>strong</b> at its start.", PLAIN),
            Paragraph("<b>Mend the stage</b>", ITEM, bulletText="1."),
        ]
    )


def raised() -> bytes:
    """A date with a raised ending."""
    return built([Paragraph("Minutes of 26<super>th</super> February 2031 were agreed.", PLAIN)])


def _paragraphs(count: int) -> list[Flowable]:
    made: list[Flowable] = []
    for number in range(1, count + 1):
        made += [Spacer(1, 8), Paragraph(f"Point {number}. {LONG}", PLAIN)]
    return made


def action_log() -> bytes:
    """A landscape log of actions, its head printed again on each page."""
    rows: list[list[object]] = [["Ref", "Action", "Owner", "Due", "Status"]]
    for number in range(1, 29):
        rows.append(
            [
                f"A{number:02}",
                f"Report number {number} on the state of the moorings and the lights along the quay to be "
                "brought to the board, with costs.",
                "ACC" if number % 2 else "Harbour Trust",
                f"{number} June 2031",
                "Open",
            ]
        )
    cells = [[_cell(content) for content in row] for row in rows]
    table = Table(cells, colWidths=[45, 330, 110, 100, 80], style=RULED, repeatRows=1)
    return built([table], pagesize=landscape(A4), foot="{page}")


def two_lists() -> bytes:
    """Attendance in two unruled columns, then plain paragraphs with inline actions, on Letter paper."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, 720, "Joint Ferry Panel")
        canvas.setFont("Helvetica", 10.5)
        rows = [
            ("Present:", "In attendance:"),
            ("Ada Fenwick (Chair)", "Col Harrow, Clerk"),
            ("Bryn Oakes", "Dee Marsh, Harbour Trust"),
            ("Cass Ivory", "Eli Stone, Force Control Room"),
        ]
        for number, (left, right) in enumerate(rows):
            canvas.drawString(72, 690 - 14 * number, left)
            canvas.drawString(320, 690 - 14 * number, right)
        lines = [
            "1. Welcome",
            "The chair welcomed everybody to the boat house and thanked the trust for the",
            "use of the room.",
            "",
            "Action: BO to write to the trust about the lights.",
        ]
        for number, line in enumerate(lines):
            canvas.drawString(72, 600 - 13 * number, line)

    return drawn(draw, letter)


def gutters() -> bytes:
    """An agenda without rules: numbers left, initials right, over two pages."""
    body, owner = 100, 490

    def draw(canvas: Canvas) -> None:
        for page in range(2):
            canvas.setFont("Times-Roman", 11)
            y = 780
            if page == 0:
                for label, value in (("Date:", "Friday 4 April 2031"), ("Chair:", "Ada Fenwick")):
                    canvas.drawString(60, y, label)
                    canvas.drawString(150, y, value)
                    y -= 14
            for item in range(1, 4):
                y -= 20
                canvas.setFont("Times-Bold", 11)
                canvas.drawString(60, y, f"{3 * page + item}.")
                canvas.drawString(body, y, f"Subject number {3 * page + item}")
                canvas.setFont("Times-Roman", 11)
                for line in (
                    "The commissioner asked about the ferries and about the lights on the quay, and",
                    "was told that the trust would mend them before the regatta begins in August,",
                    "weather permitting, and that the costs are known.",
                ):
                    y -= 13
                    canvas.drawString(body, y, line)
                y -= 20
                canvas.drawString(body, y, "ACTION: the trust to report on the lights.")
                canvas.drawString(owner, y, "ACC" if item % 2 else "DCC")
            if page == 0:
                canvas.showPage()

    return drawn(draw)


def turned_page() -> bytes:
    """A page shown turned by a quarter: its text runs up the sheet."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 500, "A first line on a page that is turned.")
        canvas.drawString(60, 486, "A second line goes right below it.")

    return drawn(draw)


def scaled() -> bytes:
    """Text at a nominal size of 1 under a scale, as some printers write it."""

    def draw(canvas: Canvas) -> None:
        canvas.scale(0.5, 0.5)
        canvas.setFont("Helvetica", 22)
        for number in range(4):
            canvas.drawString(
                144, 1400 - 26 * number, f"Line number {number} of a page drawn at half its size."
            )

    return drawn(draw)


def nested_bullets() -> bytes:
    """Bullets in bullets after a paragraph, and a numbered list."""
    inner = ParagraphStyle("inner", parent=ITEM, leftIndent=40, bulletIndent=26)
    return built(
        [
            Paragraph("The force answered:", PLAIN),
            Paragraph(LONG, ITEM, bulletText="•"),
            Paragraph("Of these, two matter most.", inner, bulletText="o"),
            Paragraph("The others can wait.", inner, bulletText="o"),
            Paragraph(LONG, ITEM, bulletText="•"),
            Paragraph("Mend the landing stage.", ITEM, bulletText="1."),
            Paragraph("Count the boats again.", ITEM, bulletText="2."),
        ]
    )


def split_paragraph() -> bytes:
    """One paragraph that goes on over a page, with a head and a foot between its halves."""
    return built(
        [Spacer(1, 690), Paragraph(LONG, PLAIN), Spacer(1, 12), Paragraph("Another paragraph.", PLAIN)],
        head="NOT PROTECTIVELY MARKED",
        foot="Ferry Panel, page {page} of 2",
    )


def encrypted() -> bytes:
    """A file that asks for a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    return drawn(
        lambda canvas: canvas.drawString(72, 700, "Secret"), encrypt=StandardEncryption("owl", canPrint=0)
    )


def beyond() -> bytes:
    """A letter whose code lies beyond the first 65,536: its map to text says so in two halves."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 700, "A * and then plain words.")

    data = drawn(draw)
    return _with_text_map(data, {ord("*"): "\U0001d538"})


def _with_text_map(data: bytes, changed: dict[int, str]) -> bytes:
    """The file with a /ToUnicode map in its font, which changes what some codes mean."""
    entries = "\n".join(
        f"<{code:02x}> <{changed.get(code, chr(code)).encode('utf-16-be').hex()}>" for code in range(32, 127)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"95 beginbfchar\n{entries}\nendbfchar endcmap end end\n"
    ).encode()
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap)
    return _appended(data, b"/BaseFont /Helvetica", stream)


def _appended(data: bytes, mark: bytes, stream: bytes) -> bytes:
    """The file with one more object, named as /ToUnicode where ``mark`` stands.

    Its table of places is left wrong: readers rebuild it, as for any file changed by hand.
    """
    number = 90
    data = data.replace(mark, mark + b" /ToUnicode %d 0 R" % number, 1)
    at = data.index(b"xref\n")
    made = data[:at] + b"%d 0 obj\n" % number + stream + b"\nendobj\n" + data[at:]
    return made.replace(b"startxref\n", b"startxref\n9", 1)


def picture_of(data: bytes, page: int = 0, dpi: int = 200) -> Image.Image:
    """A grey picture of a page, as a scanner gives it."""
    document = pypdfium2.PdfDocument(data)
    try:
        picture: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
        return picture.convert("L")
    finally:
        document.close()


def scanned(data: bytes, *, askew: float = 0.0) -> bytes:
    """The file's first page as a picture on a page, laid on the glass ``askew`` by so many degrees."""
    picture = picture_of(data).rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def partly_scanned() -> bytes:
    """A page of text, and a page that is a picture."""
    picture = ImageReader(picture_of(three_columns()))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10.5)
        canvas.drawString(72, 700, "The commissioner asked about the lights along the quay.")
        canvas.showPage()
        canvas.drawImage(picture, 0, 0, *A4)

    return drawn(draw)


def drawing() -> bytes:
    """A page of thousands of lines, and a title."""

    def draw(canvas: Canvas) -> None:
        for number in range(1200):
            canvas.line(50, 50 + number * 0.6, 500, 50 + number * 0.6)
            canvas.line(50 + number * 0.35, 50, 50 + number * 0.35, 700)
            canvas.line(50, 50, 50 + number * 0.35, 700)
        canvas.drawString(72, 780, "A map of the estuary and of its many moorings")

    return drawn(draw)


def strong_page() -> bytes:
    """Enough plain text to tell what is bold, a bold heading and an underlined start."""
    return built(
        [
            Paragraph("<b>Ferries and moorings</b>", PLAIN),
            Spacer(1, 10),
            Paragraph(LONG, PLAIN),
            Spacer(1, 10),
            Paragraph("<u>Update:</u> the trust has mended half of the lamps along the quay.", PLAIN),
            Spacer(1, 10),
            Paragraph(LONG, PLAIN),
        ]
    )


def outlines() -> bytes:
    """A page whose letters are drawn as paths: every dark stretch of the printed page a filled box."""
    dpi = 150
    picture = picture_of(strong_page(), dpi=dpi).point(lambda grey: 255 if grey < 128 else 0)
    scale = 72 / dpi

    def draw(canvas: Canvas) -> None:
        for y in range(picture.height):
            row = picture.crop((0, y, picture.width, y + 1)).tobytes()
            for stretch in re.finditer(rb"\xff+", row):
                x, length = stretch.start() * scale, len(stretch.group()) * scale
                canvas.rect(x, A4[1] - (y + 1) * scale, length, scale, stroke=0, fill=1)

    return drawn(draw)


def reversed_lines() -> bytes:
    """A page whose lines are stored from the last to the first."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for number in reversed(range(1, 13)):
            canvas.drawString(72, 760 - 30 * number, f"Line number {number} of twelve in page order.")

    return drawn(draw)


def head_is_title() -> bytes:
    """The only title is the running head."""
    story: list[Flowable] = []
    for _ in range(16):
        story += [Paragraph(LONG, PLAIN), Spacer(1, 8)]
    return built(story, head="Ferry Panel, 4 April 2031", foot="Page {page}")


def open_log() -> bytes:
    """A table of actions without rules; its cells go on over lines, the last one's first cell alone."""
    texts = [
        ("ACC", "1 June 2031"),
        ("Harbour Trust and the clerk", "End of the month of May"),
        ("DCC", "Next meeting"),
    ]
    rows: list[list[object]] = [[Paragraph(head, BOLD) for head in ("Action", "Owner", "Due")]]
    for number, (owner, due) in enumerate(texts, 1):
        action = f"Report number {number} on the state of the moorings and of the lamps there, with costs."
        rows.append([Paragraph(text, PLAIN) for text in (action, owner, due)])
    top = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    before = Paragraph("The meeting closed at noon.", PLAIN)
    return built([before, Spacer(1, 12), Table(rows, [260, 100, 100], style=top)])
