"""Names and places that are attacks themselves, as a web form or a command line may give them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from answerable.intake.reading import Refused, read_content
from answerable.readers import Unreadable, child
from answerable.readers.child import Child
from answerable.readers.naming import LONGEST, shown
from tests.conftest import require_program
from tests.hostile.cases import WORDS
from tests.readers.making import docx, p, unzipped, zipped

NAMES = {
    "../../etc/passwd": "../../etc/passwd",
    "C:\\windows\\x.docx": "C:\\windows\\x.docx",
    "a\r\nSet-Cookie: x\r\n.txt": "a??Set-Cookie: x??.txt",
    "\x1b[2J\x07.txt": "?[2J?.txt",
    "minutes\u202efdp.exe": "minutes?fdp.exe",
    "half\ud800.txt": "half?.txt",
    "\0.txt": "?.txt",
    "a\u2028b": "a?b",
    "caf\xe9 \xa0.txt": "caf\xe9  .txt",
    "": "",
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_is_shown_on_one_line(name: str) -> None:
    assert shown(name) == NAMES[name]


def test_an_endless_name_keeps_its_ending() -> None:
    name = shown("x" * 10_000 + ".docx")
    assert len(name) == LONGEST
    assert name.endswith("x.docx")


@pytest.mark.parametrize("name", [*NAMES, "x" * 10_000], ids=lambda name: ascii(name)[:30])
@pytest.mark.parametrize("data", [WORDS.encode(), b"%PDF-1.4 torn"])
def test_whatever_a_file_is_called(name: str, data: bytes) -> None:
    """The record holds the name as shown, which every database takes; so does the sentence of a refusal."""
    one = Child()
    try:
        found = read_content(data, name, one)
    finally:
        one.close()
    if isinstance(found, Refused):
        assert found.reason.startswith(shown(name))
        assert found.reason.isprintable()
        assert data.startswith(b"%PDF")
    else:
        assert found.checked.record["source"]["name"] == shown(name)
    assert found.name == shown(name)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/", "/ is a folder; name the files in it."),
        ("/dev/zero", "/dev/zero is a device and no file; name a file."),
        ("/dev/tcp\n/x", "/dev/tcp?/x does not exist; check its name."),
        ("a\0b", "a?b cannot be opened (its name is not one that a file can have); check who may read it."),
    ],
)
def test_a_place_that_is_no_file(path: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        child.file_bytes(path)
    assert str(refusal.value) == sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_socket_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))
        with pytest.raises(Unreadable, match="is a device and no file"):
            child.file_bytes(path)


def _asks(port: int) -> dict[str, bytes]:
    """Files that ask for something at this port when a careless program opens them."""
    at = f"http://127.0.0.1:{port}/x"
    relation = f'<Relationship Id="o" Type="http://x/attachedTemplate" Target="{at}" TargetMode="External"/>'
    parts = unzipped(docx(p(WORDS)))
    path = "word/_rels/document.xml.rels"
    word = zipped({**parts, path: parts[path].replace(b"</Rel", relation.encode() + b"</Rel", 1)})
    page = f"<html><link rel=stylesheet href='{at}'><body><img src='{at}'><iframe src='{at}'></iframe>{WORDS}"
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{at}" \d}}{{\fldrslt }}}}'
    picture = rf"{{\rtf1 {field}{{\*\template {at}}}{WORDS}}}"
    return {"a.docx": word, "a.html": page.encode(), "a.rtf": picture.encode()}


@pytest.mark.needs("soffice")
def test_nothing_that_a_file_names_is_fetched() -> None:
    require_program("soffice")
    one = Child()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        try:
            for name, data in _asks(server.getsockname()[1]).items():
                assert WORDS in one.read(data, name, record=False).text
        finally:
            one.close()
        with pytest.raises(TimeoutError):
            server.accept()
