"""Nothing of a PDF is lost or read twice, and the same bytes give the same document: on random pages."""

from __future__ import annotations

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from answerable.readers.pdf import read_pdf
from tests.readers import pdf_cases
from tests.readers.pdf_views import assert_whole

WORDS = st.sampled_from(
    [
        "1.",
        "2.1",
        "a)",
        "ACC",
        "Date:",
        "•",
        "the",
        "boats",
        "of",
        "Quay",
        "Action:",
        "lamps",
        "Page",
        "12",
        "OFFICIAL",
    ]
)
PLACED = st.tuples(
    st.lists(WORDS, min_size=1, max_size=7).map(" ".join),
    st.integers(20, 500),
    st.integers(10, 830),
    st.sampled_from([8.0, 10.5, 14.0]),
    st.sampled_from(["Helvetica", "Times-Bold"]),
)
RULE = st.tuples(st.integers(30, 560), st.integers(30, 810), st.integers(0, 400), st.booleans())
RandomPage = tuple[list[tuple[str, int, int, float, str]], list[tuple[int, int, int, bool]]]
PAGE = st.tuples(st.lists(PLACED, max_size=14), st.lists(RULE, max_size=9))


def _page(canvas: Canvas, page: RandomPage) -> None:
    texts, rules = page
    for text, x, y, size, font in texts:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    for x, y, length, is_level in rules:
        canvas.line(x, y, x + (length if is_level else 0), y + (0 if is_level else length))
    canvas.showPage()


def _bare_text(data: bytes) -> str:
    """What the engine itself gives (it drops what is printed twice in one place)."""
    document = pypdfium2.PdfDocument(data)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@given(st.lists(PAGE, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_random_pages_are_read_whole(
    pages: list[RandomPage],
) -> None:
    def draw(canvas: Canvas) -> None:
        for page in pages:
            _page(canvas, page)

    data = pdf_cases.drawn(draw, A4)
    document = read_pdf(data, "random.pdf")

    assert_whole(document)
    assert sorted("".join(document.text.split())) == sorted("".join(_bare_text(data).split()))
    assert read_pdf(data, "random.pdf") == document
