"""The manual of what lies where in a handover; printed anew with PRINT_PAGES=1."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from answerable.core.editions import FULL, PUBLIC, Place
from answerable.upkeep.handover.tables import LEFT

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "handover.md"
HEAD = """# What lies where in a handover
`answerable handover FOLDER` writes two folders, `public` and `full`: see
[how to hand over](../how-to/hand-over-the-record.md).

"""


def table(places: Sequence[Place]) -> str:
    rows = [f"| `{one.path}` | {one.holds} |" for one in places]
    return "\n".join(("| | |", "|---|---|", *rows))


def page() -> str:
    left = "\n".join(f"| {name} | {why} |" for name, why in LEFT.items())
    return (
        f"{HEAD}## Public edition\n`OFFICE` stands for the office's name in addresses.\n\n{table(PUBLIC)}\n\n"
        f"## Full edition\n{table(FULL)}\n\n"
        "## Beside an archive\n| | |\n|---|---|\n"
        "| `FILE.tar.sha256` | its checksum, as sha256sum reads it |\n"
        "| `FILE.tar.sha256.sig` | the Ed25519 signature of that line, as openssl reads it |\n"
        "| `FILE.tar.pem` | the public key that made it |\n\n"
        f"## What is not handed over\n| Table | Why |\n|---|---|\n{left}\n\n"
        "Of accounts the password, the last sign-in and whether they may sign in stay behind as well.\n\n"
        "Restricted originals stay behind unless a person says that they may go, and then the texts that "
        "were read from them go as\nwell. What the force keeps for itself stays behind always: reports that "
        "it has not released, and the files with them.\n"
    )


def test_the_page_says_what_lies_there() -> None:
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text("utf-8") == page()
