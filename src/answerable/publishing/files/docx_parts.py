"""The text of a Word file, element by element: what is on the list, as a tree that was made anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lxml import etree

from answerable.publishing.files.docx_seen import WORD, Seeing, W, whole
from answerable.readers.errors import Unreadable

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

KEPT = frozenset({"body", "p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "tbl", "tr", "tc"})
UNWRAPPED = frozenset(
    {"ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "hyperlink"}
)
"""What stands around text that is seen."""
PROPERTIES = frozenset({"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"})
PROPERTIES_KEPT = frozenset(
    {
        "pStyle", "rStyle", "tblStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "ilvl",
        "numId", "spacing", "ind", "jc", "outlineLvl", "b", "bCs", "i", "iCs", "u", "strike",
        "caps", "smallCaps", "color", "sz", "szCs", "highlight", "vertAlign", "lang", "shd", "tblW",
        "tblBorders", "tblLayout", "tblLook", "tblCellMar", "top", "left", "bottom", "right",
        "start", "end", "insideH", "insideV", "gridCol", "cantSplit", "tblHeader", "tcW",
        "gridSpan", "vMerge", "vAlign", "tcBorders", "pgSz", "pgMar", "cols", "tabs", "tab",
        "rFonts", "pBdr",
    }
)  # fmt: skip
DELETED = frozenset({"del", "moveFrom"})
SILENT = frozenset(
    {
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak",
        "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "commentRangeStart", "commentRangeEnd",
        "commentReference", "annotationRef", "fldChar", "instrText", "delInstrText", "delText",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "tblPrEx",
        "footnoteReference", "endnoteReference", "fldData",
    }
)  # fmt: skip
"""What is never seen, or marks a place for a program."""


@dataclass(slots=True)
class Wanted:
    """Relations that are still needed."""

    pictures: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


class _Cleaning:
    def __init__(self, name: str, targets: Collection[str], seeing: Seeing) -> None:
        self.name, self.targets, self.seeing = name, targets, seeing
        self.taken: dict[str, list[str]] = {}
        self.wanted = Wanted()

    def copied(self, one: etree._Element, to: etree._Element) -> None:
        """Put what is seen of an element's children under ``to``."""
        for child in one:
            if isinstance(child.tag, str):
                self._child(child, to)

    def _child(self, child: etree._Element, to: etree._Element) -> None:
        tag = str(child.tag)
        bare = etree.QName(child).localname
        if not tag.startswith(W):
            self._strange(child)
        elif bare in PROPERTIES:
            self._properties(child, etree.SubElement(to, child.tag))
        elif bare in DELETED:
            self._take("what was deleted or moved", child)
        elif bare == "r" and self.seeing.is_hidden(child):
            self._take("hidden text", child)
        elif bare == "drawing":
            self._drawing(child, to)
        elif bare == "hyperlink" and child.get(f"{R}id") in self.targets:
            self._link(child, to)
        elif bare in UNWRAPPED:
            self.copied(child, to)
        elif bare in KEPT:
            made = etree.SubElement(to, child.tag, {f"{W}type": "page"} if _is_page_break(child) else {})
            if bare == "t":
                made.text = child.text
                made.set(XML_SPACE, "preserve")
            self.copied(child, made)
        elif bare not in SILENT:
            self._strange(child)

    def _properties(self, one: etree._Element, to: etree._Element) -> None:
        for child in one:
            bare = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if str(child.tag).startswith(W) and bare in PROPERTIES_KEPT:
                each = ((str(key), str(value)) for key, value in child.attrib.items())
                named = {key: value for key, value in each if key.startswith(W) and "rsid" not in key}
                self._properties(child, etree.SubElement(to, child.tag, named))

    def _link(self, child: etree._Element, to: etree._Element) -> None:
        key = str(child.get(f"{R}id"))
        self.wanted.links.add(key)
        self.copied(child, etree.SubElement(to, child.tag, {f"{R}id": key}))

    def _take(self, what: str, one: etree._Element) -> None:
        words = "".join(text.text or "" for text in one.iter(f"{W}t", f"{W}delText"))
        self.taken.setdefault(what, []).append(words)

    def _strange(self, one: etree._Element) -> None:
        """What is not on the list goes; text in it would be lost, so then the file is refused."""
        if any((text.text or "").strip() for text in one.iter(f"{W}t", f"{A}t")):
            raise Unreadable(
                f"{self.name} has text in boxes or drawings, which cannot be cleaned. Put it into the text,"
                " or save it as PDF."
            )
        self.taken.setdefault("embedded or drawn things", [])

    def _drawing(self, one: etree._Element, to: etree._Element) -> None:
        blip = next(one.iter(f"{A}blip"), None)
        key = str(blip.get(f"{R}embed")) if blip is not None else ""
        if key not in self.targets:
            self._strange(one)
            return
        self.wanted.pictures.add(key)
        extent, about = next(one.iter(f"{WP}extent"), None), next(one.iter(f"{WP}docPr"), None)
        sizes = [whole(extent.get(at)) if extent is not None else 0 for at in ("cx", "cy")]
        said = (about.get("descr") or "") if about is not None else ""
        to.append(_picture(key, sizes[0], sizes[1], said, len(self.wanted.pictures)))


def cleaned_root(
    root: etree._Element, name: str, targets: Mapping[str, str], styles: etree._Element | None
) -> tuple[etree._Element, dict[str, list[str]], Wanted]:
    """The text made anew, what was taken out of it by what it was, and the relations that it needs."""
    cleaning = _Cleaning(name, targets, Seeing(root, styles))
    made = etree.Element(root.tag, nsmap={"w": WORD, "r": R[1:-1]})
    cleaning.copied(root, made)
    return made, cleaning.taken, cleaning.wanted


def _is_page_break(one: etree._Element) -> bool:
    return one.tag == f"{W}br" and one.get(f"{W}type") == "page"


def _picture(key: str, width: int, height: int, words: str, number: int) -> etree._Element:
    """A drawing with a picture and the words that stand for it, and nothing else."""
    drawing = etree.Element(f"{W}drawing")
    inline = etree.SubElement(drawing, f"{WP}inline")
    etree.SubElement(inline, f"{WP}extent", cx=str(width), cy=str(height))
    etree.SubElement(inline, f"{WP}docPr", id=str(number), name=f"Picture {number}", descr=words)
    space = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    pic = f"{{{space}}}"
    graphic = etree.SubElement(inline, f"{A}graphic")
    data = etree.SubElement(graphic, f"{A}graphicData", uri=space)
    whole = etree.SubElement(data, f"{pic}pic")
    about = etree.SubElement(whole, f"{pic}nvPicPr")
    etree.SubElement(about, f"{pic}cNvPr", id=str(number), name=f"Picture {number}")
    etree.SubElement(about, f"{pic}cNvPicPr")
    fill = etree.SubElement(whole, f"{pic}blipFill")
    etree.SubElement(fill, f"{A}blip", {f"{R}embed": key})
    etree.SubElement(etree.SubElement(fill, f"{A}stretch"), f"{A}fillRect")
    shape = etree.SubElement(whole, f"{pic}spPr")
    place = etree.SubElement(shape, f"{A}xfrm")
    etree.SubElement(place, f"{A}off", x="0", y="0")
    etree.SubElement(place, f"{A}ext", cx=str(width), cy=str(height))
    etree.SubElement(etree.SubElement(shape, f"{A}prstGeom", prst="rect"), f"{A}avLst")
    return drawing
