"""Word files with parts that must not run, and words that must not be read as minutes."""

from __future__ import annotations

from tests.hostile.cases import WORDS, hostile
from tests.readers.making import W, docx, p, unzipped, zipped

GROUP = "Word (DOCX)"
_RUN = "<w:r><w:t xml:space='preserve'>{0}</w:t></w:r>"
_OUTSIDE = '<Relationship Id="{0}" Type="http://x/{0}" Target="{1}" TargetMode="External"/></Relationships>'


@hostile(
    "macros.docx",
    GROUP,
    "a .docm with a macro that runs on opening, renamed",
    treatment="Read; the macro is a part that nothing opens.",
    never=("AutoOpen",),
)
def macros() -> bytes:
    parts = unzipped(docx(p(WORDS)))
    return zipped({**parts, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0AutoOpen", "word/vbaData.xml": "<x/>"})


@hostile(
    "template.docx",
    GROUP,
    "a template to be fetched from the network when it is opened",
    treatment="Read; relations that lead outside the file are left out.",
)
def template() -> bytes:
    parts = unzipped(docx(p(WORDS)))
    path = "word/_rels/document.xml.rels"
    outside = _OUTSIDE.format("attachedTemplate", "http://127.0.0.1:9/evil.dotm").encode()
    return zipped({**parts, path: parts[path].replace(b"</Relationships>", outside)})


@hostile(
    "outside-header.docx",
    GROUP,
    "a header that lies on the network and in /etc/passwd",
    never=("root:",),
    treatment="Read; relations that lead outside the file are left out.",
)
def outside_header() -> bytes:
    section = "<w:sectPr><w:headerReference w:type='default' r:id='header'/></w:sectPr>"
    parts = unzipped(docx(p(WORDS), section=section))
    path = "word/_rels/document.xml.rels"
    outside = _OUTSIDE.format("header", "file:///etc/passwd").encode()
    return zipped({**parts, path: parts[path].replace(b"</Relationships>", outside)})


@hostile(
    "field.docx",
    GROUP,
    "a field that starts a program (DDEAUTO) and one that fetches a picture",
    never=("DDEAUTO", "INCLUDEPICTURE"),
    treatment="Read; a field's code is no text and is not run.",
)
def field() -> bytes:
    code = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{0}</w:instrText></w:r>"
    end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    dde = code.format("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe") + end
    picture = code.format('INCLUDEPICTURE "http://127.0.0.1:9/x.png"') + end
    return docx(f"<w:p>{dde}{picture}{_RUN.format(WORDS)}</w:p>")


@hostile(
    "insertions.docx",
    GROUP,
    "words inserted with changes tracked",
    treatment="Read; what was inserted is text.",
)
def insertions() -> bytes:
    first, last = WORDS[:16], WORDS[16:]
    return docx(f"<w:p>{_RUN.format(first)}<w:ins w:id='1'>{_RUN.format(last)}</w:ins></w:p>")


@hostile(
    "deletions.docx",
    GROUP,
    "words deleted with changes tracked",
    never=("hush",),
    warns=("tracked-deletion",),
    treatment="Read; what was deleted is left out, and a warning quotes it.",
)
def deletions() -> bytes:
    gone = "<w:del w:id='1'><w:r><w:delText>hush money</w:delText></w:r></w:del>"
    return docx(f"<w:p>{gone}{_RUN.format(WORDS)}</w:p>")


@hostile(
    "hidden.docx",
    GROUP,
    "words formatted as hidden",
    never=("hush",),
    warns=("hidden-text",),
    treatment="Read; hidden words are left out, and a warning quotes them.",
)
def hidden() -> bytes:
    run = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hush money</w:t></w:r>"
    return docx(f"<w:p>{run}{_RUN.format(WORDS)}</w:p>")


@hostile(
    "comments.docx",
    GROUP,
    "comments beside the text",
    never=("hush",),
    warns=("comment",),
    treatment="Read; comments are left out, and a warning quotes them.",
)
def comments() -> bytes:
    return docx(p(WORDS), comments=f"<w:comments {W}><w:comment>{p('hush money')}</w:comment></w:comments>")


@hostile(
    "embedded.docx",
    GROUP,
    "another document as a part of this one",
    never=("hush",),
    warns=("embedded-part",),
    treatment="Read; the part is left out, and a warning says so.",
)
def embedded() -> bytes:
    parts = unzipped(docx(p(WORDS) + "<w:altChunk/>"))
    return zipped({**parts, "word/afchunk.mht": "hush money"})


@hostile(
    "object.docx",
    GROUP,
    "a program embedded as an object",
    never=("MZ",),
    warns=("embedded-part",),
    treatment="Read; the object is left out, and a warning says so.",
)
def embedded_object() -> bytes:
    return docx(p(WORDS) + "<w:p><w:r><w:object r:id='oleObject1'/></w:r></w:p>", oleObject1="MZ" * 500)


@hostile(
    "bidi.docx",
    GROUP,
    "letters that turn the direction of writing",
    reads=("\u202e",),
    treatment="Read as written; the pages show such letters isolated.",
)
def bidi() -> bytes:
    return docx(p(f"\u202e{WORDS}\u202c \u2067x\u2069"))


@hostile(
    "utf16.docx",
    GROUP,
    "a body in UTF-16 that says it is UTF-8",
    treatment="Read as the UTF-16 that it is.",
)
def wrong_encoding() -> bytes:
    parts = unzipped(docx(p(WORDS)))
    xml = "<?xml version='1.0' encoding='UTF-8'?>" + parts["word/document.xml"].decode()
    return zipped({**parts, "word/document.xml": xml.encode("utf-16-le")})


@hostile(
    "nul.docx",
    GROUP,
    "a NUL in the XML",
    refused=("{name} is damaged: its XML is broken; open it in the program that made it and save it again."),
)
def nul() -> bytes:
    return docx(p("a\0b"))
