"""The words of a sample document, taken from it without the product's own readers."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_of_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        root = etree.fromstring(parts.read("word/document.xml"))
    paragraphs = ("".join(run.text or "" for run in one.iter(f"{WORD}t")) for one in root.iter(f"{WORD}p"))
    return folded(" ".join(paragraphs))


def words_of_pdf(path: Path) -> str:
    """All pages in the order of their text, without marking and page numbers."""
    document = pypdfium2.PdfDocument(path)
    lines = [line for page in document for line in page.get_textpage().get_text_range().splitlines()]
    kept = [line for line in lines if not re.fullmatch(r"OFFICIAL|Page \d+", line.strip())]
    return folded(" ".join(kept).replace("\ufffe", ""))


def folded(text: str) -> str:
    """Lower-case letters, digits and % alone."""
    return re.sub(r"[^0-9a-z%£]", "", text.lower())


def stands_in(text: str, words: str) -> bool:
    """Whether ``text`` is printed: in one piece, or in two with another cell between (at a page's end)."""
    wanted = folded(text)
    if wanted in words:
        return True
    cut = next((at for at in range(len(wanted), 0, -1) if wanted[:at] in words), 0)
    return cut >= 1 and wanted[cut:] in words[words.index(wanted[:cut]) :]
