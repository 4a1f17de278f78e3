"""A stranger checks a decision from the public pages alone, with the lines that the documentation gives."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "check-what-was-published.md"
LINES = (
    "sha256sum header.json | cut -c 1-64 | tr -d '\\n' > hash",
    "base64 -d signature.b64 > signature",
    "openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in hash -sigfile signature",
)


def fetch(path: str) -> bytes:
    answer = Client().get(f"/wyvern-valley/publications/{path}")
    assert answer.status_code == 200, path
    return bytes(answer.content)


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False)


def test_the_lines_of_the_manual_verify_a_decision(tmp_path: Path) -> None:
    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited four minutes.")
    publish.published("minutes", meeting)
    page = fetch("2").decode()
    (tmp_path / "header.json").write_bytes(fetch("2/header"))
    (tmp_path / "part").write_bytes(fetch("2/parts/1"))
    signature = re.search(r"[A-Za-z0-9+/]{86}==", page)
    assert signature
    (tmp_path / "signature.b64").write_text(signature[0])
    key = re.search(r"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----\n", fetch("keys").decode(), re.S)
    assert key
    (tmp_path / "key.pem").write_text(key[0])
    manual = MANUAL.read_text()
    for line in LINES:
        assert line in manual
        done = run(line, tmp_path)
        assert done.returncode == 0, done.stderr
    hashes = run("sha256sum header.json part", tmp_path).stdout
    assert hashes.split()[0] in page
    assert hashes.split()[2] in (tmp_path / "header.json").read_text()
    (tmp_path / "header.json").write_bytes(fetch("2/header").replace(b"publish", b"perish"))
    assert all(run(line, tmp_path).returncode == 0 for line in LINES[:2])
    assert run(LINES[2], tmp_path).returncode != 0
