"""Old Word files and RTF: LibreOffice, where it is installed, makes DOCX of them, which is then read."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

from answerable.core.minutes.document import Document
from answerable.readers import program
from answerable.readers.docx import read_docx
from answerable.readers.errors import Unreadable

SECONDS = 60.0
"""Wall time for one conversion; it takes four."""
MEMORY = 1024 * 1024 * 1024
"""Bytes of data: LibreOffice itself needs about 200 MB."""
_MEDIA_TYPES = {"doc": "application/msword", "rtf": "application/rtf"}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""No macros, nothing fetched."""


def read_doc(data: bytes, name: str, kind: str) -> Document:
    """Read an old Word file ("doc") or RTF ("rtf"); raises Unreadable, also where LibreOffice is missing."""
    office = program.find("soffice", "libreoffice")
    if office is None:
        what = "an old Word file (.doc)" if kind == "doc" else "an RTF file"
        raise Unreadable(
            f"{name} is {what}, which needs LibreOffice: install it (on Debian libreoffice-writer-nogui)"
            " or save the file as DOCX."
        )
    found = read_docx(_converted(office, data, name, kind), name, is_converted=True)
    return replace(found, media_type=_MEDIA_TYPES[kind], sha256=hashlib.sha256(data).hexdigest())


def _converted(office: str, data: bytes, name: str, kind: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="answerable-") as temporary:
        folder = Path(temporary)
        source, profile, made = folder / f"minutes.{kind}", folder / "profile", folder / "made"
        source.write_bytes(data)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            office,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(made),
            str(source),
        ]
        try:
            program.run(command, folder=folder, seconds=SECONDS, memory=MEMORY)
        except TimeoutError:
            raise Unreadable(
                f"{name} took LibreOffice longer than {SECONDS:.0f} seconds and was stopped; save it as DOCX."
            ) from None
        result = made / "minutes.docx"
        if not result.is_file():
            raise Unreadable(
                f"{name} could not be opened by LibreOffice: it is damaged or locked; save it as DOCX."
            )
        return result.read_bytes()
