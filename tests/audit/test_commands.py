"""``answerable audit``: heads kept, mailed and printed, the trail checked and exported."""

from __future__ import annotations

import socket
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core.management import CommandError, call_command

from answerable.audit.models import Event
from answerable.core.chain.statements import heads_in
from tests.audit.chains import people, sql, write_chain

pytestmark = pytest.mark.django_db


class Said:
    """What a command printed, and how it ended."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        self.code = 0
        capsys.readouterr()
        try:
            call_command("audit", *map(str, arguments))
        except SystemExit as end:
            self.code = int(end.code or 0)
        self.out, self.err = capsys.readouterr()


# ---------------------------------------------------------------- head
def test_a_head_is_printed_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_chain(3, people())
    path = tmp_path / "head.txt"
    printed = Said(capsys, "head", "--out", path).out
    assert path.read_text() == printed
    assert heads_in(printed)[0].sequence == 4
    with pytest.raises(CommandError, match="a head that was kept is not written over"):
        call_command("audit", "head", "--out", str(path))
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("audit", "head", "--out", str(tmp_path / "nowhere" / "head.txt"))


class Inbox:
    """A mail server's memory."""

    def __init__(self) -> None:
        self.letters: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


def test_a_head_is_mailed(
    settings: Any, head: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(inbox, hostname="127.0.0.1", port=port)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    server.start()
    try:
        told = Said(capsys, "head", "--mail", "clerk@wyvern.example")
    finally:
        server.stop()
    assert told.err == "Sent to clerk@wyvern.example.\n"
    ((to, letter),) = inbox.letters
    assert to == ["clerk@wyvern.example"]
    assert letter["Subject"] == "Audit head, event 15"
    text = letter.get_content()
    assert "nothing up\nto event 15 was changed" in text.replace("\r\n", "\n")
    assert heads_in(text) == heads_in(told.out)
    kept = tmp_path / "letter.eml"
    kept.write_text(text)
    assert Said(capsys, "verify", "--head", kept).code == 0


def test_a_mail_that_does_not_go_is_one_sentence(settings: Any, head: Path) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match=r"^The head could not be sent to clerk@wyvern\.example: "):
        call_command("audit", "head", "--mail", "clerk@wyvern.example")


# ---------------------------------------------------------------- verify
def test_a_whole_trail(head: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Said(capsys, "verify", "--head", head)
    assert told.code == 0
    assert told.out == (
        "Note: what came after event 10 (the last head kept elsewhere) cannot be proved.\n"
        "15 events checked: nothing is wrong.\n"
    )


def test_a_trail_without_a_kept_head_says_so(head: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Said(capsys, "verify")
    assert told.code == 0
    assert "Note: no head kept elsewhere was given that agrees" in told.out


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE audit_event SET content = '{}' WHERE id = 4", "event 4: its content was changed"),
        ("UPDATE audit_event SET by_id = NULL WHERE id = 4", "event 4: who did it, when"),
        ("DELETE FROM audit_event WHERE id IN (4, 5)", "events 4 to 5 are missing"),
        ("DELETE FROM audit_event WHERE id > 8", "the head kept elsewhere says 10: 2 events are gone"),
        ("DELETE FROM audit_event", "the chain is empty"),
    ],
)
def test_what_is_wrong_is_said_and_ends_with_1(
    statement: str, sentence: str, head: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql(statement)
    told = Said(capsys, "verify", "--head", head)
    assert told.code == 1
    assert sentence in "".join(line for line in told.out.splitlines() if line.startswith("Wrong: "))


def test_a_head_in_the_database_helps_where_none_was_kept(
    head: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql("DELETE FROM audit_event WHERE id > 8")
    assert "the signed head in the database says 10" in Said(capsys, "verify").out


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("--head", "nothing\n", "holds no head."),
        ("--key", "nothing\n", "holds no public key."),
        ("--head", None, "No such file or directory"),
        ("--key", None, "No such file or directory"),
    ],
)
def test_a_file_that_is_none_is_one_sentence(
    name: str, content: str | None, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    if content is not None:
        path.write_text(content)
    with pytest.raises(CommandError, match=sentence):
        call_command("audit", "verify", name, str(path))


# ---------------------------------------------------------------- key
def test_the_key_is_shown_and_changed(head: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = Said(capsys, "key").out
    assert first.startswith("-----BEGIN PUBLIC KEY-----\n")
    by = Event.objects.exclude(by=None)[0].by
    assert by
    second = Said(capsys, "key", "--change", "--by", by.email)
    assert second.out != first
    assert "signs from now on" in second.err
    assert Said(capsys, "key").out == second.out
    assert Event.objects.get(operation="audit.change_key").by == by


def test_a_key_that_is_not_there_yet() -> None:
    with pytest.raises(CommandError, match="the first signed head makes one"):
        call_command("audit", "key")


@pytest.mark.parametrize("part", ["head", "verify", "export", "verifier", "erase", "key"])
def test_each_part_has_help(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    from answerable.audit.management.commands.audit import Command

    with pytest.raises(SystemExit):
        Command().run_from_argv(["answerable", "audit", part, "--help"])
    assert "usage: answerable audit" in capsys.readouterr().out
