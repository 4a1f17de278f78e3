"""Old Office files (OLE) and RTF, which LibreOffice opens for us."""

from __future__ import annotations

from tests.hostile.cases import WORDS, hostile

GROUP = "Old Word and RTF"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
CANNOT = "{name} could not be opened by LibreOffice: it is damaged or locked; save it as DOCX."
OFFICE = ("soffice",)


def ole(*streams: str) -> bytes:
    """What looks like an old Office file with streams of these names."""
    return OLE + b"".join(name.encode("utf-16-le") + b"\0" * 100 for name in streams)


@hostile(
    "garbage.doc",
    GROUP,
    "an OLE file with nothing in it",
    refused="{name} is an old Office file without a Word document; save it as DOCX or PDF.",
)
def garbage() -> bytes:
    return OLE + bytes(range(256)) * 20


@hostile("macros.doc", GROUP, "an old Word file that is torn, with macros", refused=CANNOT, needs=OFFICE)
def macros() -> bytes:
    return ole("WordDocument", "Macros", "VBA", "_VBA_PROJECT")


@hostile(
    "locked.docx",
    GROUP,
    "a DOCX locked with a password, which is an OLE file",
    refused="{name} is locked with a password; open it in Word and save it without one.",
)
def locked() -> bytes:
    return ole("EncryptionInfo", "EncryptedPackage")


@hostile(
    "figures.xls",
    GROUP,
    "an old spreadsheet",
    refused="{name} is a spreadsheet, not minutes; save its text as DOCX, ODT or PDF.",
)
def figures() -> bytes:
    return ole("Workbook", "VBA")


@hostile(
    "message.msg",
    GROUP,
    "an Outlook message",
    refused="{name} is an Outlook message; save the minutes that it carries as a file.",
)
def message() -> bytes:
    return ole("__properties_version1.0")


@hostile("torn.rtf", GROUP, "RTF that opens 2,000 groups and ends", refused=CANNOT, needs=OFFICE)
def torn() -> bytes:
    return b"{\\rtf1" + b"{\\b " * 2_000


@hostile(
    "object.rtf",
    GROUP,
    "RTF with an embedded object and a field that fetches a picture",
    needs=OFFICE,
    never=("d0cf11e0",),
    treatment="Read; LibreOffice runs with macros off and fetches nothing.",
)
def embedded() -> bytes:
    picture = r"{\field{\*\fldinst INCLUDEPICTURE http://127.0.0.1:9/x.png \\d}{\fldrslt }}"
    thing = r"{\object\objemb{\*\objclass Package}{\*\objdata 010500000200000008000000d0cf11e0}}"
    return ("{\\rtf1\\ansi " + picture + thing + WORDS + "\\par}").encode()


@hostile(
    "mso.doc",
    GROUP,
    "a Word document stored as one XML file",
    refused="{name} is a Word document stored as one XML file; save it as DOCX.",
)
def one_file() -> bytes:
    return b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>"
