"""Builds the sample archive: ``python sample/build.py [--labels-only] [YYYY-MM ...]``.

Documents come from sample/source, the labels from the same. PDFs are LibreOffice's (``soffice``), from the
DOCX; their bytes differ between versions of it. Everything else is the same bytes each time.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from builder.labels import labels_of  # noqa: E402  (the folder is no package: it is put on the path first)
from builder.lives import lives_of  # noqa: E402
from builder.notation import read_meeting  # noqa: E402
from builder.shapes import Meeting  # noqa: E402
from builder.threads import threads_of  # noqa: E402

SCAN_SEED = 20250923


def main() -> None:
    options = _options()
    meetings = read_archive()
    write_labels(meetings, HERE / "labels")
    if not options.labels_only:
        for meeting in meetings:
            if not options.meetings or meeting.key in options.meetings:
                (HERE / "minutes" / file_name(meeting)).write_bytes(document_of(meeting))
    sys.stdout.write(f"{len(meetings)} documents\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels-only", action="store_true")
    parser.add_argument("meetings", nargs="*", help="only these, by the name of their source")
    return parser.parse_args()


def read_archive() -> list[Meeting]:
    """Every meeting of the source folder, the oldest first."""
    return [read_meeting(path) for path in sorted((HERE / "source").glob("*.txt"))]


def file_name(meeting: Meeting) -> str:
    return f"{meeting.key}.{'docx' if meeting.head['file'] == 'docx' else 'pdf'}"


def document_of(meeting: Meeting) -> bytes:
    """The bytes of the file that the archive holds: DOCX, PDF, or the scan of one."""
    from builder.word import docx_of  # python-docx is wanted here only: labels need nothing but Python

    docx = docx_of(meeting)
    if meeting.head["file"] == "docx":
        return docx
    pdf = pdf_of(docx)
    if meeting.head["file"] == "scan":
        from builder.scan import scan_of

        return scan_of(pdf, SCAN_SEED)
    return pdf


def pdf_of(docx: bytes) -> bytes:
    """LibreOffice's PDF of a DOCX; needs ``soffice`` on the path."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice (soffice) is needed to make the PDFs of the sample archive.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "minutes.docx"
        source.write_bytes(docx)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        steady = {**os.environ, "SOURCE_DATE_EPOCH": "1792486800"}
        subprocess.run(command, check=True, capture_output=True, timeout=180, env=steady)
        return (Path(folder) / "minutes.pdf").read_bytes()


def all_labels(meetings: list[Meeting]) -> dict[str, Any]:
    """File name in sample/labels -> what is in it."""
    made: dict[str, Any] = {f"{one.key}.json": labels_of(one) for one in meetings}
    made["threads.json"] = threads_of(meetings)
    made["life.json"] = lives_of(meetings)
    return made


def write_labels(meetings: list[Meeting], folder: Path) -> None:
    for name, labels in all_labels(meetings).items():
        text = json.dumps(labels, indent=1, ensure_ascii=False)
        (folder / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
