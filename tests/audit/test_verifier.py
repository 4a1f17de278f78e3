"""The stand-alone verifier: a bare Python and openssl, an export, and what somebody kept."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from answerable.audit.exporting import VERIFIER
from tests import factories as make
from tests.audit.chains import sql, write_chain

pytestmark = pytest.mark.django_db


def verifier(tmp_path: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The verifier as the command prints it, run by a bare Python."""
    program = tmp_path / "verifier.py"
    with program.open("w") as file:
        call_command("audit", "verifier", stdout=file)
    return subprocess.run(
        [sys.executable, "-I", "-S", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )


@pytest.mark.needs("openssl")
@pytest.mark.parametrize("key", ["first.pem", "second.pem", None])
def test_an_honest_export_is_whole(key: str | None, trail: Path, tmp_path: Path) -> None:
    believe = ["--key", key] if key else []
    done = verifier(tmp_path, trail, "--head", "head.txt", "--head", "last.txt", *believe)
    assert done.stderr == ""
    assert done.returncode == 0
    assert "17 events read, 2 heads: nothing wrong." in done.stdout
    assert "event 3 was erased: event 17 says why" in done.stdout
    assert "what came after event 17, the last head kept, cannot be proved" in done.stdout
    assert ("no key was given" in done.stdout) == (key is None)


def lines(trail: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in trail.read_text().splitlines()]


def put(trail: Path, some: Sequence[dict[str, Any]]) -> None:
    trail.write_text("".join(json.dumps(one) + "\n" for one in some))


@pytest.mark.needs("openssl")
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda event: event.update(who=99), "event 6: its header was changed"),
        (lambda event: event.update(at="2020-01-01T00:00:00.000000Z"), "event 6: its header was changed"),
        (lambda event: event.update(content="{}"), "event 6: its content was changed"),
        (lambda event: event.update(content="", salt=""), "event 6: emptied, and no event says why"),
        (lambda event: event.update(before="0" * 64), "event 6 does not follow event 5"),
        (lambda event: event.update(sequence=60), "missing: event 6 to event 59"),
        (lambda event: event.update(kind="other"), "missing: event 6 to event 6"),
        (
            lambda event: event.update(about={"a": [None]}, salt=7, hash=None),
            "event 6: its header was changed",
        ),
    ],
)
def test_a_falsified_export_is_found(change: Any, sentence: str, trail: Path, tmp_path: Path) -> None:
    some = lines(trail)
    change(next(one for one in some if one.get("sequence") == 6))
    put(trail, some)
    done = verifier(tmp_path, trail, "--head", "head.txt", "--key", "first.pem")
    assert done.returncode == 1, done.stdout + done.stderr
    assert sentence in done.stdout


@pytest.mark.needs("openssl")
def test_a_cut_or_rewritten_export_is_found_by_the_kept_head(trail: Path, tmp_path: Path) -> None:
    some = lines(trail)
    put(trail, [one for one in some if one["kind"] != "head" and one.get("sequence", 0) < 9])
    done = verifier(tmp_path, trail, "--head", "head.txt", "--key", "first.pem")
    assert "the chain ends at 8, a head says 10: 2 are gone" in done.stdout
    other = tmp_path / "other.jsonl"
    sql("DELETE FROM audit_event")
    sql("DELETE FROM audit_head")
    write_chain(20, [make.user()])
    call_command("audit", "export", str(other))
    done = verifier(tmp_path, other, "--head", "head.txt", "--key", "first.pem")
    assert done.returncode == 1
    assert (
        "events 1 to 10: written anew, at least in part: the head of event 10 is of another chain"
        in done.stdout
    )


@pytest.mark.needs("openssl")
def test_a_stranger_signs_for_nothing(trail: Path, tmp_path: Path) -> None:
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", tmp_path / "own.pem"], check=True)
    subprocess.run(
        ["openssl", "pkey", "-in", tmp_path / "own.pem", "-pubout", "-out", tmp_path / "stranger.pem"],
        check=True,
    )
    done = verifier(tmp_path, trail, "--head", "head.txt", "--key", "stranger.pem")
    assert done.returncode == 1
    assert "the head of event 10 is not signed by a key that can be believed" in done.stdout
    head = (tmp_path / "head.txt").read_text()
    (tmp_path / "forged.txt").write_text(head.replace("sequence 10", "sequence 11"))
    done = verifier(tmp_path, trail, "--head", "forged.txt", "--key", "first.pem")
    assert "the head of event 11 is not signed by a key that can be believed" in done.stdout


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("{", "line 1 is not JSON"),
        ("[1]\n", "line 1 is none of an export"),
        ('{"kind": "event"}\n', "line 1 is none"),
        ('{"kind": "export", "format": 9}\n', "of a format"),
        ("\xff", "ascii"),
    ],
)
def test_a_file_that_is_no_export_is_one_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "trail.jsonl"
    path.write_text(text)
    done = verifier(tmp_path, path)
    assert sentence in done.stderr
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_an_export_is_for_its_owner_only(trail: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(trail.stat().st_mode) == 0o600
    kinds = [one["kind"] for one in lines(trail)]
    assert kinds == ["export", "key", "key", "head", "head", *["event"] * 17]
    assert not list(tmp_path.glob("trail.jsonl?*")), "nothing half written is left"
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("audit", "export", str(tmp_path / "nowhere" / "trail.jsonl"))


def test_the_verifier_imports_nothing_of_ours() -> None:
    text = VERIFIER.read_text("utf-8")
    imported = {
        line.split()[1].split(".")[0] for line in text.splitlines() if line.startswith(("import ", "from "))
    }
    assert imported <= sys.stdlib_module_names
