"""``answerable audit head``: what the last event is, signed, to be kept elsewhere."""

from __future__ import annotations

from pathlib import Path
from smtplib import SMTPException
from typing import Any

from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from answerable.audit.operations import sign_head
from answerable.core.chain.findings import number
from answerable.core.refusal import Refusal

HELP = "Signs what the last event is and prints it, to be kept where the database is not."
LETTER = """\
This is the head of the audit trail of Answerable. Keep it: with it, anybody can show later that nothing up
to event {sequence} was changed, taken out or put in.

{head}"""


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--out", type=Path, metavar="FILE", help="a new file to write it to")
    parser.add_argument("--mail", metavar="ADDRESS", help="somebody to send it to")


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    out, address = options["out"], options["mail"]
    if out is not None and out.exists():
        raise Refusal(f"{out} is there already: a head that was kept is not written over.")
    head = sign_head(at=timezone.now())
    command.stdout.write(str(head), ending="")
    if out is not None:
        with out.open("x", encoding="ascii") as file:
            file.write(str(head))
    if address:
        sequence = number(head.sequence)
        _mail(f"Audit head, event {sequence}", LETTER.format(sequence=sequence, head=head), address)
        command.stderr.write(f"Sent to {address}.")


def _mail(subject: str, text: str, address: str) -> None:
    try:
        send_mail(subject, text, None, [address])
    except (SMTPException, OSError, ValueError) as error:
        raise Refusal(f"The head could not be sent to {address}: {error}") from error
