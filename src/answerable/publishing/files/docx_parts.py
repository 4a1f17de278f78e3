"""The text of a Word file, element by element: what is on the list, as a tree that was made anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lxml import etree

from answerable.readers.errors import Unreadable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
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

NEAR_WHITE = 0xE0
"""Of 255: a letter lighter than this in every colour is not seen on paper."""
NEAR_BLACK = 0x40
"""Of 255: a ground or a letter darker than this in every colour; the one is not seen on the other."""
DARK_MARKERS = frozenset({"black", "darkBlue"})
COLOUR_DIGITS = 6
SMALLEST = 4
"""Half points: a letter of two points is not read by anybody."""


@dataclass(slots=True)
class Wanted:
    """Relations that are still needed."""

    pictures: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


class _Cleaning:
    def __init__(self, name: str, targets: Collection[str]) -> None:
        self.name, self.targets = name, targets
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
        elif bare == "r" and _is_hidden(child):
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
        sizes = [_whole(extent.get(at)) if extent is not None else 0 for at in ("cx", "cy")]
        said = (about.get("descr") or "") if about is not None else ""
        to.append(_picture(key, sizes[0], sizes[1], said, len(self.wanted.pictures)))


def cleaned_root(
    root: etree._Element, name: str, targets: Mapping[str, str]
) -> tuple[etree._Element, dict[str, list[str]], Wanted]:
    """The text made anew, what was taken out of it by what it was, and the relations that it needs."""
    cleaning = _Cleaning(name, targets)
    made = etree.Element(root.tag, nsmap={"w": WORD, "r": R[1:-1]})
    cleaning.copied(root, made)
    return made, cleaning.taken, cleaning.wanted


def is_on(one: etree._Element) -> bool:
    """Is a property such as ``w:vanish`` switched on?"""
    return one.get(f"{W}val", "true") not in ("0", "false", "off")


def _is_page_break(one: etree._Element) -> bool:
    return one.tag == f"{W}br" and one.get(f"{W}type") == "page"


def _is_hidden(run: etree._Element) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    if any(is_on(one) for one in properties.iter(f"{W}vanish", f"{W}webHidden", f"{W}specVanish")):
        return True
    size = properties.find(f"{W}sz")
    if size is not None and 0 < _whole(size.get(f"{W}val")) <= SMALLEST:
        return True
    if _is_blacked_out(properties):
        return True
    return _is_white(properties) and not any(True for _ in run.iterancestors(f"{W}tbl"))


def _is_blacked_out(properties: etree._Element) -> bool:
    """Under a black marker, or dark on a dark ground of its own: a bar on paper, and words in the file."""
    colour, shading = (properties.find(f"{W}{name}") for name in ("color", "shd"))
    ink = colour.get(f"{W}val", "auto") if colour is not None else "auto"
    marker = properties.find(f"{W}highlight")
    if marker is not None and marker.get(f"{W}val") in DARK_MARKERS:
        return ink == "auto" or _is_dark(ink)
    ground = shading.get(f"{W}fill", "auto") if shading is not None else "auto"
    return _is_dark(ground) and _is_dark(ink)  # a word of no colour of its own turns white on dark shading


def _is_dark(colour: str) -> bool:
    return (of := _shades(colour)) is not None and max(of) <= NEAR_BLACK


def _shades(colour: str) -> list[int] | None:
    """Red, green and blue; None of what is no colour, such as "auto"."""
    if len(colour) != COLOUR_DIGITS:
        return None
    try:
        return list(bytes.fromhex(colour))
    except ValueError:
        return None


def _is_white(properties: etree._Element) -> bool:
    """In the colour of the paper, with no ground of its own."""
    colour = properties.find(f"{W}color")
    value = colour.get(f"{W}val", "") if colour is not None else ""
    if properties.find(f"{W}shd") is not None or properties.find(f"{W}highlight") is not None:
        return False
    return (of := _shades(value)) is not None and min(of) >= NEAR_WHITE


def _whole(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() else 0


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
