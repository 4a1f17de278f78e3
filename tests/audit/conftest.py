"""What the tests of the trail start from: a key of their own, an office, and somebody who counts events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from answerable.audit.operations import change_key, erase, sign_head
from tests import factories as make
from tests.audit.chains import people, write_chain
from tests.audit.once import never_two_events, one_event_a_write  # noqa: F401  fixtures for all tests here
from tests.intake.bringing import office, user


@pytest.fixture
def house(db: None) -> None:
    """An office and somebody who works there, made before anybody watches."""
    office(), user()


@pytest.fixture(autouse=True)
def key(settings: Any, tmp_path: Path) -> Path:
    """Where the key will lie."""
    settings.AUDIT_KEY = str(tmp_path / "keys" / "audit-key.pem")
    return Path(settings.AUDIT_KEY)


@pytest.fixture
def head(db: None, tmp_path: Path) -> Path:
    """Ten events, the last head kept in a file, and five events more."""
    by = people()
    write_chain(9, by)
    path = tmp_path / "head.txt"
    path.write_text(str(sign_head(at=make.NOW)))
    write_chain(5, by)
    return path


@pytest.fixture
def trail(head: Path, tmp_path: Path) -> Path:
    """An export: a changed key, an erased event, heads of both keys; public keys beside it."""
    with (tmp_path / "first.pem").open("w") as file:
        call_command("audit", "key", stdout=file)
    change_key(by=None, at=make.NOW)
    with (tmp_path / "second.pem").open("w") as file:
        call_command("audit", "key", stdout=file)
    erase(sequences=[3], reason="A name.", by=None, at=make.NOW)
    (tmp_path / "last.txt").write_text(str(sign_head(at=make.NOW)))
    path = tmp_path / "trail.jsonl"
    call_command("audit", "export", str(path))
    return path
