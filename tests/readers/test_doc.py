"""Old Word files and RTF, by way of LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.readers import Unreadable, doc, program, read
from tests.readers.making import assert_nothing_lost, shown

RTF = rb"{\rtf1\ansi {\b ACTION:} CC to report\par Second\par}"


@pytest.mark.needs("soffice")
def test_rtf_is_read_through_libreoffice() -> None:
    document = read(RTF, "a.rtf")
    assert shown(document) == ["ACTION: CC to report", "Second"]
    assert document.media_type == "application/rtf"
    assert_nothing_lost(document)


@pytest.mark.needs("soffice")
@pytest.mark.corpus
def test_a_doc_of_the_corpus_has_the_blocks_of_its_docx(corpus: Path) -> None:
    path = next(corpus.glob("minutes/*/*.doc"))
    document, other = (read(one.read_bytes(), one.name) for one in (path, path.with_suffix(".docx")))
    assert document.media_type == "application/msword"
    assert_nothing_lost(document)
    assert [one.lstrip("> ") for one in shown(document)][:-1] == [one.lstrip("> ") for one in shown(other)][
        :-1
    ]


def test_without_libreoffice_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "find", lambda *names: None)
    with pytest.raises(Unreadable, match=r"^a\.rtf is an RTF file, which needs LibreOffice: install it"):
        read(RTF, "a.rtf")


def _stub(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    office = folder / "soffice"
    office.write_text("#!/bin/sh\n" + script)
    office.chmod(0o755)
    monkeypatch.setattr(program, "find", lambda *names: str(office))


def test_a_conversion_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stub(tmp_path, monkeypatch, "sleep 60 & sleep 60\n")
    monkeypatch.setattr(doc, "SECONDS", 0.2)
    with pytest.raises(Unreadable, match="took LibreOffice longer than 0 seconds and was stopped"):
        read(RTF, "a.rtf")


def test_a_conversion_that_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stub(tmp_path, monkeypatch, "exit 0\n")
    with pytest.raises(Unreadable, match="could not be opened by LibreOffice"):
        read(RTF, "a.rtf")


def test_a_program_sees_no_secrets_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush")
    assert program.run(["sh", "-c", "env > seen"], folder=tmp_path, seconds=5, memory=2**30)
    assert "hush" not in (tmp_path / "seen").read_text()
