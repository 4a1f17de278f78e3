"""A meeting as a DOCX in its house layout, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from .house import Printed, Row, rows
from .lists import Lists
from .measure import line_count
from .shapes import Meeting

FONT, POINTS = "Arial", 11.0
COLUMNS = (Cm(1.4), Cm(13.3), Cm(2.3))
ATTENDANCE = (Cm(3.0), Cm(5.0), Cm(9.0))
BODY_WIDTH = COLUMNS[1].pt - 11.0  # the cell's margins take 5.4 pt on either side
OWNER_WIDTH = COLUMNS[2].pt - 11.0
INDENT = {"bullet": 18.0, "number": 18.0, "sub": 36.0}
WRITTEN = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
ZIP_TIME = (2026, 10, 20, 9, 0, 0)


def docx_of(meeting: Meeting) -> bytes:
    """The document's bytes; a cancelled meeting's is a notice of one page."""
    document = Document()
    _page(document, meeting)
    _heading(document, meeting)
    if meeting.people:
        _attendance(document, meeting)
    if meeting.cancelled:
        _notice(document, meeting)
    else:
        _agenda(document, meeting)
    if meeting.table:
        _table_at_the_end(document, meeting)
    return _frozen(document)


def _page(document: Any, meeting: Meeting) -> None:
    section = document.sections[0]
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.4)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(POINTS)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.widow_control = False
    marking = section.header.paragraphs[0]
    marking.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    marking.add_run(meeting.head.get("marking", "OFFICIAL")).bold = True
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Page ")
    _page_number(foot)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "OPCC for Wyvern Valley"
    properties.title = meeting.head["title"]
    properties.comments, properties.revision = "", 1
    properties.created = properties.modified = WRITTEN


def _page_number(paragraph: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _heading(document: Any, meeting: Meeting) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(f"{meeting.head['title']} {meeting.head.get('suffix', '')}".strip())
    run.bold, run.font.size = True, Pt(13)
    document.add_paragraph()
    words = (("Date:", "printed"), ("Chair:", "chair"), ("Minutes:", "minutes"), ("Venue:", "venue"))
    for word, key in words:
        if key in meeting.head:
            line = document.add_paragraph()
            line.paragraph_format.tab_stops.add_tab_stop(Cm(3))
            line.add_run(word).bold = True
            line.add_run(f"\t{meeting.head[key]}")
    document.add_paragraph()


def _attendance(document: Any, meeting: Meeting) -> None:
    table = _ruled(document, ATTENDANCE)
    _fill(table.add_row(), ["", "Name:", "Capacity:"], bold=True)
    before = ""
    for person in meeting.people:
        word = {"present": "Attendance:", "apologies": "Apologies:"}[person.status]
        short = f" ({person.abbreviation})" if person.abbreviation else ""
        row = table.add_row()
        _fill(row, ["" if word == before else word, person.name, f"{person.capacity}{short}"])
        for run in row.cells[0].paragraphs[0].runs:
            run.bold = True
        before = word
    document.add_paragraph()


def _notice(document: Any, meeting: Meeting) -> None:
    for row in rows(meeting):
        for line in row.lines[2:]:
            paragraph = document.add_paragraph()
            paragraph.add_run(line.text).bold = line.style == "bold"


def _agenda(document: Any, meeting: Meeting) -> None:
    table = _ruled(document, COLUMNS)
    lists = Lists(document, typed=meeting.head.get("lists") == "typed")
    inline = meeting.head["layout"] == "inline"
    if inline:
        row = table.add_row()
        _fill(row, ["No.", "Item", ""], bold=True)
        for cell in row.cells:
            _shade(cell)
    for place, row in enumerate(rows(meeting)):
        head = "" if inline or place else "ACTION"
        if meeting.head.get("rows") == "paragraph":
            _row_by_paragraph(table, row, lists, head)
        else:
            _agenda_row(table, row, lists, head, meeting.head.get("numbers") == "automatic")


def _agenda_row(table: Any, row: Row, lists: Lists, head: str, automatic: bool) -> None:
    number, body, owner = table.add_row().cells
    if automatic and not row.number.isalpha():
        lists.item_number(number.paragraphs[0], row.number)
    else:
        number.paragraphs[0].add_run(row.number).bold = True
    height = filled = 0  # lines of the body, and of the owners' cell
    for line in row.lines:
        _write(_next(body), line, lists)
        shown = [head] if head and not height else line.owner
        for _ in range(height - filled if shown else 0):
            _next(owner)
        filled = max(filled, height) if shown else filled
        for text in shown:
            _next(owner).add_run(text).bold = True
            filled += line_count(text, OWNER_WIDTH, POINTS, bold=True)
        height += _height(line)


def _row_by_paragraph(table: Any, row: Row, lists: Lists, head: str) -> None:
    """A row of the table to a paragraph, as some converters and some typists leave it."""
    for place, line in enumerate(line for line in row.lines if line.style != "blank"):
        number, body, owner = table.add_row().cells
        number.paragraphs[0].add_run("" if place else row.number).bold = True
        _write(body.paragraphs[0], line, lists)
        shown = [head] if head and not place else line.owner
        owner.paragraphs[0].add_run("".join(shown)).bold = True


def _height(line: Printed) -> int:
    text = f"{line.lead} {line.text}".strip()
    bold = line.style == "bold" or bool(line.lead and not line.text)
    return line_count(text, BODY_WIDTH - INDENT.get(line.style, 0), POINTS, bold)


def _next(cell: Any) -> Any:
    """The cell's first paragraph while it is untouched, else a new one."""
    first = cell.paragraphs[0]
    if not cell._tc.get("touched"):
        cell._tc.set("touched", "1")
        return first
    return cell.add_paragraph()


def _write(paragraph: Any, line: Printed, lists: Lists) -> None:
    if line.style in ("bullet", "sub", "number"):
        lists.enter(paragraph, line)
    if line.lead:
        run = paragraph.add_run(line.lead)
        run.bold = True
        run.underline = bool(line.text)
        if line.text:
            paragraph.add_run(" ")
    if line.text:
        run = paragraph.add_run(line.text)
        run.bold = line.style == "bold" or None
        run.underline = line.style == "underline" or None


def _table_at_the_end(document: Any, meeting: Meeting) -> None:
    document.add_paragraph()
    document.add_paragraph().add_run("Summary of actions arising").bold = True
    document.add_paragraph()
    table = _ruled(document, (Cm(1.2), Cm(1.6), Cm(9.0), Cm(2.2), Cm(3.0)))
    _fill(table.add_row(), ["No.", "Item", "Action", "Owner", "By when"], bold=True)
    for action in meeting.table:
        due = action.dues[0].text if action.dues else "-"
        _fill(table.add_row(), [action.label or "", action.item or "", action.text, action.column, due])


def _ruled(document: Any, widths: tuple[Any, ...]) -> Any:
    table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def _fill(row: Any, texts: list[str], bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        if text:
            cell.paragraphs[0].add_run(text).bold = bold or None


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "D9D9D9")
    cell._tc.get_or_add_tcPr().append(shade)


def _frozen(document: Any) -> bytes:
    """The document's zip written again with one time for every part and none of the template's leftovers."""
    for cell in document.element.iter(qn("w:tc")):
        cell.attrib.pop("touched", None)
    loose, tight = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(tight, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return tight.getvalue()
