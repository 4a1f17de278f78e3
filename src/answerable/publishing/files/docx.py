"""A DOCX written anew from what is seen in it: nothing is taken over that is not on a list.

Text, headings, tables, lists, links of the web and pictures stay. Comments, what was deleted or hidden,
fields, forms, embedded files, people's names in properties and the marks of who typed what are not on it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from html import escape

from lxml import etree

from answerable.publishing.files.docx_parts import cleaned_root
from answerable.publishing.files.docx_pictures import picture_bytes
from answerable.publishing.files.docx_seen import W, is_on
from answerable.readers.archive import Archive
from answerable.readers.errors import Unreadable
from answerable.readers.xml import parse

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DAY = (1980, 1, 1, 0, 0, 0)
KEPT = {"styles": "styles", "numbering": "numbering"}
"""Parts that are kept besides the text, with the word for them in types and relations."""
LONGEST_WORDS = 200
ABOUT = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
OTHERS = {
    "comments": "comments", "embeddings": "embedded files", "customXml": "data behind it",
    "vbaProject": "macros", "activeX": "controls", "people.xml": "names of those who wrote it",
    "header": "headers of pages", "footer": "footers of pages",
}  # fmt: skip


def clean_docx(data: bytes, name: str, title: str) -> tuple[bytes, dict[str, list[str]]]:
    """The file written anew, and the words of what was taken out, by what it was. Raises Unreadable."""
    archive = Archive(data, name)
    if MAIN not in archive:
        raise Unreadable(f"{name} is no usual Word file, so it cannot be given out. Save it again as DOCX.")
    _refuse_notes(archive, name)
    taken = _others(archive, name)
    targets = _targets(archive, name)
    kept = {part: _plain(archive, part, name) for part in KEPT if f"word/{part}.xml" in archive}
    text = parse(archive.read(MAIN), name)
    root, found, wanted = cleaned_root(text, name, targets, kept.get("styles"))
    for what, words in found.items():
        taken.setdefault(what, []).extend(words)
    parts = {MAIN: _written(root), **{f"word/{part}.xml": _written(one) for part, one in kept.items()}}
    pictures = {key: picture_bytes(archive.read(f"word/{targets[key]}"), name) for key in wanted.pictures}
    return _packed(parts, pictures, {key: targets[key] for key in wanted.links}, title), taken


def _refuse_notes(archive: Archive, name: str) -> None:
    """Notes at the foot of a page are read, and are not on the list: they would be lost."""
    for part in ("footnotes", "endnotes"):
        if f"word/{part}.xml" in archive:
            root = parse(archive.read(f"word/{part}.xml"), name)
            if any((one.text or "").strip() for one in root.iter(f"{W}t")):
                raise Unreadable(f"{name} has {part}, which cannot be kept. Save it as PDF.")


def _others(archive: Archive, name: str) -> dict[str, list[str]]:
    """What goes because it is no part of the text, with words that are searched for afterwards."""
    found: dict[str, list[str]] = {}
    for part in archive.names():
        for mark, what in OTHERS.items():
            if mark in part:
                words = _texts(archive, part, name) if part.endswith(".xml") else []
                found.setdefault(what, []).extend(words)
        if part in ABOUT:
            found.setdefault("what the file said of itself", []).extend(_texts(archive, part, name))
    return found


def _texts(archive: Archive, part: str, name: str) -> list[str]:
    root = parse(archive.read(part), name)
    said = [str(text).strip() for text in root.itertext()]
    named = [(str(key), str(value)) for one in root.iter() for key, value in one.attrib.items()]
    return [*filter(None, said), *(value for key, value in named if key.endswith("author"))]


def _targets(archive: Archive, name: str) -> dict[str, str]:
    """Where the relations of the text lead, those that can be kept."""
    if RELATIONS not in archive:
        return {}
    found = {}
    for one in parse(archive.read(RELATIONS), name):
        kind, key, target = (one.get(at, "") for at in ("Type", "Id", "Target"))
        outside = one.get("TargetMode") == "External"
        if (kind.endswith("/hyperlink") and outside and target.startswith(("https://", "http://"))) or (
            kind.endswith("/image") and not outside and f"word/{target}" in archive
        ):
            found[key] = target
    return found


def _plain(archive: Archive, part: str, name: str) -> etree._Element:
    """Styles or lists without the marks of who typed, and without a style that hides."""
    root = parse(archive.read(f"word/{part}.xml"), name)
    if any(is_on(one) for one in root.iter(f"{W}vanish", f"{W}webHidden")):
        raise Unreadable(f"{name} has a style that hides text. Show all of it, or save it as PDF.")
    for one in list(root.iter()):
        bare = etree.QName(one).localname if isinstance(one.tag, str) else ""
        if bare in ("rsid", "nsid", "tmpl") or not bare or not str(one.tag).startswith(W):
            parent = one.getparent()
            if parent is not None:
                parent.remove(one)
            continue
        for key in list(one.attrib):
            if not str(key).startswith(W) or "rsid" in str(key):
                del one.attrib[key]
    return root


def _written(root: etree._Element) -> bytes:
    etree.cleanup_namespaces(root)
    return HEAD.encode() + etree.tostring(root)


def _packed(
    parts: dict[str, bytes], pictures: dict[str, tuple[bytes, str]], links: dict[str, str], title: str
) -> bytes:
    named = {
        key: f"media/picture{at}{suffix}" for at, (key, (_, suffix)) in enumerate(sorted(pictures.items()), 1)
    }
    texts = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations(
            [
                ("document", f"{OFFICE}/officeDocument", MAIN, False),
                ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False),
            ]
        ),
        "docProps/core.xml": _about(title),
        RELATIONS: _relations(list(_own(parts, named, links))),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in [
            *((name, text.encode()) for name, text in texts.items()),
            *parts.items(),
            *((f"word/{named[key]}", content) for key, (content, _) in sorted(pictures.items())),
        ]:
            about = zipfile.ZipInfo(name, DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(about, content)
    return stream.getvalue()


def _own(
    parts: dict[str, bytes], pictures: dict[str, str], links: dict[str, str]
) -> Iterator[tuple[str, str, str, bool]]:
    for part, word in KEPT.items():
        if f"word/{part}.xml" in parts:
            yield part, f"{OFFICE}/{word}", f"{part}.xml", False
    for key, target in pictures.items():
        yield key, f"{OFFICE}/image", target, False
    for key, target in sorted(links.items()):
        yield key, f"{OFFICE}/hyperlink", target, True


def _relations(those: list[tuple[str, str, str, bool]]) -> str:
    inner = "".join(
        f'<Relationship Id="{escape(key)}" Type="{kind}" Target="{escape(to)}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for key, kind, to, outside in those
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _types(parts: dict[str, bytes]) -> str:
    own = {MAIN: "document.main", **{f"word/{part}.xml": word for part, word in KEPT.items()}}
    named = "".join(f'<Override PartName="/{part}" ContentType="{TYPES}.{own[part]}+xml"/>' for part in parts)
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>{named}</Types>'
    )


def _about(title: str) -> str:
    dublin = "http://purl.org/dc/elements/1.1/"
    said = f"<dc:title>{escape(title, quote=False)}</dc:title><dc:language>en-GB</dc:language>"
    cp = f"{PACKAGE}/metadata/core-properties"
    return f'{HEAD}<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dublin}">{said}</cp:coreProperties>'
