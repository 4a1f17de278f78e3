"""OpenDocument files."""

from __future__ import annotations

from tests.hostile.cases import WORDS, hostile
from tests.hostile.making_word import DEEP, OWN_TYPE, laughs, stored
from tests.readers.making import flat_odt, odt, unzipped, zipped

GROUP = "OpenDocument (ODT)"
_P = f"<text:p>{WORDS}</text:p>"


@hostile("outside-entity.odt", GROUP, "an entity that names /etc/passwd", refused=OWN_TYPE)
def outside_entity() -> bytes:
    parts = unzipped(odt("<text:p>&x;</text:p>"))
    head = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return zipped({**parts, "content.xml": head + parts["content.xml"]})


@hostile("billion-laughs.fodt", GROUP, "ten entities that swell to a billion words", refused=OWN_TYPE)
def billion_laughs() -> bytes:
    head = f"<?xml version='1.0'?><!DOCTYPE x [{laughs()}]>".encode()
    return flat_odt("<text:p>&a9;</text:p>").replace(b"<?xml version='1.0'?>", head)


@hostile(
    "locked.odt",
    GROUP,
    "an ODT locked with a password",
    refused="{name} is locked with a password; open it in LibreOffice and save it without one.",
)
def locked() -> bytes:
    parts = unzipped(odt(_P))
    return zipped(
        {**parts, "content.xml": b"\x9d\x01\x02", "META-INF/manifest.xml": "<x><encryption-data/></x>"}
    )


@hostile("deep.odt", GROUP, "sections nested 100,000 deep", refused=DEEP)
def deep() -> bytes:
    return stored(odt("<text:section>" * 100_000 + _P + "</text:section>" * 100_000))


@hostile(
    "repeated.odt",
    GROUP,
    "a cell and a row that say they stand a billion times, and as many blanks",
    treatment="Read once; blanks and cells that are repeated count for as much as a page can hold.",
)
def repeated() -> bytes:
    cell = f"<table:table-cell table:number-columns-repeated='999999999'>{_P}</table:table-cell>"
    row = f"<table:table-row table:number-rows-repeated='999999999'>{cell}</table:table-row>"
    blanks = "<text:p>x<text:s text:c='999999999999'/>y<text:s text:c='²'/></text:p>"
    return odt(f"<table:table>{row}</table:table>{blanks}")


@hostile(
    "numbers.odt",
    GROUP,
    "list numbers of 5,000 digits, and digits that are none",
    treatment="Read; a number that cannot be is left out.",
)
def numbers() -> bytes:
    listed = "".join(
        f"<text:list text:style-name='L'><text:list-item text:start-value='{value}'>{_P}</text:list-item>"
        "</text:list>"
        for value in ("9" * 5_000, "²", "-1")
    )
    style = (
        "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1'"
        " text:start-value='²'/></text:list-style>"
    )
    return odt(listed, styles=style)


@hostile(
    "deletions.odt",
    GROUP,
    "words deleted with changes tracked",
    never=("hush",),
    warns=("tracked-deletion",),
    treatment="Read; what was deleted is left out, and a warning quotes it.",
)
def deletions() -> bytes:
    gone = "<text:deletion><text:p>hush money</text:p></text:deletion>"
    region = f"<text:changed-region>{gone}</text:changed-region>"
    return odt(f"<text:tracked-changes>{region}</text:tracked-changes>{_P}")


@hostile(
    "hidden.odt",
    GROUP,
    "a hidden section, a hidden paragraph and a comment",
    never=("hush",),
    warns=("comment", "hidden-text"),
    treatment="Read; all three are left out, and warnings quote them.",
)
def hidden() -> bytes:
    section = "<text:section text:display='none'><text:p>hush money</text:p></text:section>"
    paragraph = "<text:p><text:hidden-text text:string-value='hush again'/></text:p>"
    note = "<text:p><office:annotation><text:p>hush a third time</text:p></office:annotation></text:p>"
    return odt(section + paragraph + note + _P)


@hostile(
    "macros.odt",
    GROUP,
    "a Basic macro and an event that starts it",
    never=("Shell",),
    treatment="Read; macros are parts that nothing opens.",
)
def macros() -> bytes:
    parts = unzipped(odt(_P))
    return zipped({**parts, "Basic/Standard/Module1.xml": 'Sub Main\nShell("x")\nEnd Sub'})


@hostile(
    "linked.odt",
    GROUP,
    "a section and a picture linked from the network and from /etc/passwd",
    never=("root:",),
    treatment="Read; links are not followed.",
)
def linked() -> bytes:
    link = "xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href="
    section = f"<text:section><text:section-source {link}'file:///etc/passwd'/></text:section>"
    return odt(
        section
        + f"<text:p><draw:frame><draw:image {link}'http://127.0.0.1:9/x.png'/></draw:frame></text:p>"
        + _P
    )


@hostile(
    "figures.ods",
    GROUP,
    "a spreadsheet",
    refused=("{name} is a spreadsheet, not minutes; save its text as DOCX, ODT or PDF."),
)
def figures() -> bytes:
    return zipped({**unzipped(odt(_P)), "mimetype": "application/vnd.oasis.opendocument.spreadsheet"})


@hostile(
    "no-text.odt",
    GROUP,
    "an ODT whose content is something else",
    refused="{name} is no text document; save its text as DOCX, ODT or PDF.",
)
def no_text() -> bytes:
    return zipped({**unzipped(odt(_P)), "content.xml": "<x/>"})
