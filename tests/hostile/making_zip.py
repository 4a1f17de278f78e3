"""Zip archives that lie, swell or reach out of their folder."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib

from tests.hostile.cases import WORDS, hostile
from tests.readers.making import W, docx, p, unzipped, zipped

GROUP = "Zip archives"
BOMB = (
    "{name} unpacks to far more than a document needs (the limit is 64 MB, or 200 times its size) and was not"
    " read; check where it comes from."
)
TORN = "{name} is damaged or cut short: its zip archive cannot be unpacked; get a fresh copy of it."
NO_DOCUMENT = "{name} is a zip archive and no document; unpack it and read the files in it."
LOCKED = "{name} is locked with a password; save it without one."
MB = 2**20


@hostile("ratio-bomb.docx", GROUP, "30 MB of blanks packed a thousandfold as the body", refused=BOMB)
def ratio_bomb() -> bytes:
    return docx("<w:p>" + " " * (30 * MB) + "</w:p>")


@hostile("size-bomb.docx", GROUP, "a body of 70 MB that packs no better than text does", refused=BOMB)
def size_bomb() -> bytes:
    return zipped({**unzipped(docx(p(WORDS))), "word/document.xml": _noise() * (70 * 64)})


@hostile("parts-bomb.docx", GROUP, "parts that are small alone and swell to 70 MB together", refused=BOMB)
def parts_bomb() -> bytes:
    filler = p(_noise().decode()) * (36 * 64)
    return docx(p(WORDS), styles=f"<w:styles {W}>{filler}</w:styles>", numbering=filler)


def _noise() -> bytes:
    """16 kB that pack badly: a stretch so long hides from the packer that it is repeated."""
    return b"".join(zlib.crc32(at.to_bytes(4, "big")).to_bytes(4, "big").hex().encode() for at in range(2048))


@hostile("nested.zip", GROUP, "a zip in a zip in a zip, ten deep", refused=NO_DOCUMENT)
def nested() -> bytes:
    data = b"x"
    for _ in range(10):
        data = zipped({"inner.zip": data})
    return data


@hostile(
    "quine.zip",
    GROUP,
    "an archive whose one entry is named as if it were the archive itself",
    refused=NO_DOCUMENT,
)
def quine() -> bytes:
    inner = zipped({"quine.zip": b""})
    return zipped({"quine.zip": inner})


@hostile(
    "slip.docx",
    GROUP,
    "entries named ../../etc/passwd and /tmp/x, to be unpacked outside the folder",
    treatment="Read; nothing is ever unpacked to a disk, and the other entries are not looked at.",
)
def slip() -> bytes:
    return zipped({**unzipped(docx(p(WORDS))), "../../etc/passwd": "x", "/tmp/x": "x", "..\\..\\x": "x"})


@hostile(
    "slip-target.docx",
    GROUP,
    "a relation whose target climbs out of the archive",
    never=("root:",),
    treatment="Read; a target is only ever looked for inside the archive.",
)
def slip_target() -> bytes:
    parts = unzipped(docx(p(WORDS), styles="<w:styles xmlns:w='x'/>"))
    path = "word/_rels/document.xml.rels"
    return zipped({**parts, path: parts[path].replace(b"styles.xml", b"../../../../etc/passwd")})


def _twice() -> bytes:
    stream = io.BytesIO(docx(p("Not these words.")))
    with zipfile.ZipFile(stream, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile itself knows better
        info = zipfile.ZipInfo("word/document.xml")
        archive.writestr(info, unzipped(docx(p(WORDS)))["word/document.xml"])
    return stream.getvalue()


@hostile(
    "twice.docx",
    GROUP,
    "two entries of one name: what one program checks is not what another reads",
    refused="{name} holds two parts of the same name, which no office program writes; open it in the program"
    " that made it and save it again.",
)
def twice() -> bytes:
    return _twice()


def _lying(size: int) -> bytes:
    """A DOCX whose directory says another size of the body than it has."""
    data = bytearray(docx(p(WORDS * 50)))
    at = data.find(b"PK\x01\x02")
    while b"word/document.xml" not in data[at + 46 : at + 46 + 17]:
        at = data.find(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", data, at + 24, size)
    return bytes(data)


@hostile("says-smaller.docx", GROUP, "a directory that says the body is 10 bytes long", refused=TORN)
def says_smaller() -> bytes:
    return _lying(10)


@hostile("says-larger.docx", GROUP, "a directory that says the body is 4 GB long", refused=BOMB)
def says_larger() -> bytes:
    return _lying(2**32 - 2)


@hostile(
    "overlap.docx", GROUP, "many entries that share one packed body, as the best zip bombs do", refused=TORN
)
def overlap() -> bytes:
    parts = unzipped(docx(p(WORDS), **{f"header{number}": "x" for number in range(1, 30)}))
    data = bytearray(zipped(parts))
    body = data.find(b"word/document.xml") - 30
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", data, at + 42, body)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


@hostile(
    "many-entries.docx",
    GROUP,
    "20,000 empty entries",
    refused="{name} is a zip archive of 20001 entries, more than the 5000 that a document can need; it was"
    " not opened.",
)
def many_entries() -> bytes:
    return zipped({"word/document.xml": "", **{f"word/{number}": "" for number in range(20_000)}})


@hostile("locked-part.docx", GROUP, "an entry that is encrypted the old way of zip", refused=LOCKED)
def locked_part() -> bytes:
    data = bytearray(docx(p(WORDS)))
    for mark, at_flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + at_flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


@hostile("odd-packing.docx", GROUP, "an entry packed by a method that nobody knows", refused=TORN)
def odd_packing() -> bytes:
    data = bytearray(docx(p(WORDS)))
    for mark, at_method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(mark)
        while at >= 0:
            struct.pack_into("<H", data, at + at_method, 77)
            at = data.find(mark, at + 4)
    return bytes(data)


@hostile("cut.docx", GROUP, "the first half of a file", refused=TORN)
def cut() -> bytes:
    data = docx(p(WORDS))
    return data[: len(data) // 2]


@hostile("bad-sum.docx", GROUP, "a body whose check sum is wrong", refused=TORN)
def bad_sum() -> bytes:
    data = bytearray(docx(p(WORDS)))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 16] ^= 0xFF
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


@hostile("plain.docx", GROUP, "an ordinary zip archive with the ending .docx", refused=NO_DOCUMENT)
def plain() -> bytes:
    return zipped({"minutes.txt": WORDS})


def _office(folder: str, *more: str) -> bytes:
    parts = {"[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>"}
    return zipped({**parts, **{f"{folder}/{part}": WORDS for part in ("workbook.xml", *more)}})


SHEET = "{name} is a spreadsheet, not minutes; save its text as DOCX, ODT or PDF."


@hostile("figures.xlsx", GROUP, "a spreadsheet", refused=SHEET)
def figures() -> bytes:
    return _office("xl")


@hostile("hidden-sheets.xlsm", GROUP, "a spreadsheet with macros and very hidden sheets", refused=SHEET)
def hidden_sheets() -> bytes:
    return _office("xl", "vbaProject.bin", "worksheets/sheet1.xml")


@hostile("figures.docx", GROUP, "a spreadsheet with the ending of a document", refused=SHEET)
def misnamed_sheet() -> bytes:
    return _office("xl")


@hostile(
    "slides.pptx",
    GROUP,
    "a presentation",
    refused="{name} is a presentation, not minutes; save its text as DOCX, ODT or PDF.",
)
def slides() -> bytes:
    return _office("ppt", "presentation.xml")
