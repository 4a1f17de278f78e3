"""From the outbox to a mail server: one connection for all that waits."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from answerable.core.reminders.waiting import is_final
from answerable.mail.models import Message
from answerable.mail.operations.sending import (
    NO_SERVER,
    claim,
    delay_all,
    give_up_unsendable,
    mark_sent,
    mark_trouble,
)
from answerable.mail.queries import due

AT_A_TIME = 50  # messages of one turn: a worker has other jobs
UNREACHABLE = "The mail server could not be reached: {}."
BROKE_OFF = "The mail server broke off: {}."
REFUSED = "The mail server refused it: {}."
Clock = Callable[[], datetime]


@dataclass(slots=True)
class Sent:
    """What one turn came to."""

    sent: int = 0
    waiting: int = 0
    given_up: int = 0
    trouble: str = ""


def send_waiting(*, clock: Clock, most: int = AT_A_TIME) -> Sent:
    """Send what is due, the oldest first; what is not taken waits with growing delays.

    Two workers may do it at once: each message is claimed first. One that is killed between the server's
    word and its own note leaves the message to be sent again after its lease, under the same Message-ID.
    """
    found = Sent()
    if not settings.MAIL:
        found.given_up, found.trouble = give_up_unsendable(at=clock()), NO_SERVER
        return found
    waiting = due(clock())[:most]
    if not waiting.exists():
        return found
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        found.trouble = UNREACHABLE.format(_words(error))
        found.waiting = delay_all(trouble=found.trouble, at=clock())
        return found
    try:
        for message in waiting:
            if claim(message, at=clock()) and not _send(connection, message, found, clock):
                break
    finally:
        _close(connection)
    return found


def _send(connection: BaseEmailBackend, message: Message, found: Sent, clock: Clock) -> bool:
    """Try one; False where the connection is of no use any more."""
    try:
        connection.send_messages([as_mail(message)])
    except SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()), (0, b""))
        _not_taken(message, found, REFUSED.format(_said(code, words)), is_final(code), clock)
        return True
    except SMTPResponseException as error:
        _not_taken(message, found, REFUSED.format(_words(error)), False, clock)
        return True
    except OSError as error:  # what smtplib raises is one, too
        _not_taken(message, found, BROKE_OFF.format(_words(error)), False, clock)
        return False
    except ValueError as error:  # an address or a header that no mail can have
        _not_taken(message, found, f"It cannot be sent: {error}.", True, clock)
        return True
    mark_sent(message, at=clock())
    found.sent += 1
    return True


def as_mail(message: Message) -> EmailMultiAlternatives:
    """Plain text with the same in HTML; its Message-ID stays the same however often it is tried."""
    sender = settings.DEFAULT_FROM_EMAIL
    domain = sender.rpartition("@")[2].strip("> ") or "localhost"
    name = hashlib.sha256(f"{message.pk} {message.key}".encode()).hexdigest()[:32]
    headers = {
        "Message-ID": f"<{name}@{domain}>",
        "Date": format_datetime(message.made_at),
        "Auto-Submitted": "auto-generated",  # RFC 3834: no answering machine answers it
    }
    mail = EmailMultiAlternatives(message.subject, message.text, sender, [message.to], headers=headers)
    mail.attach_alternative(message.html, "text/html")
    return mail


def _not_taken(message: Message, found: Sent, trouble: str, final: bool, clock: Clock) -> None:
    mark_trouble(message, trouble=trouble, final=final, at=clock())
    message.refresh_from_db(fields=["state"])
    found.trouble = trouble
    if message.state == Message.State.GIVEN_UP:
        found.given_up += 1
    else:
        found.waiting += 1


def _close(connection: BaseEmailBackend) -> None:
    with suppress(OSError):  # what the server took it has taken
        connection.close()


def _words(error: OSError) -> str:
    if isinstance(error, SMTPResponseException):
        return _said(error.smtp_code, error.smtp_error)
    return str(error) or type(error).__name__


def _said(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} {text}".strip().rstrip(".")
