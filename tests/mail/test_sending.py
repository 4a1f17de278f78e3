"""The outbox and a real mail server: taken, refused, down, slow, broken off in the middle."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from answerable.core.permissions.roles import Role
from answerable.mail.models import Message
from answerable.mail.operations import lay
from answerable.mail.operations.sending import claim, forget_words
from answerable.mail.sending import send_waiting
from tests import factories as make
from tests.mail.mailbox import NOW, free_port, mail_server, point_to
from tests.signing import person_with

pytestmark = pytest.mark.django_db

MINUTE = dt.timedelta(minutes=1)


def laid(name: str = "Nadia Example", subject: str = "What is due", **fields: Any) -> Message:
    values = {"text": "Hello\n\nTwo actions.\n", "html": "<p>Hello</p><p>Two actions.</p>", **fields}
    user = person_with(Role.CHIEF_OFFICER, make.office(), name)
    made = lay(
        office=make.office(), user=user, kind="before", key=f"{name} {subject}", subject=subject, at=NOW,
        **values,
    )  # fmt: skip
    assert made is not None
    return made


def send(at: dt.datetime = NOW) -> Any:
    return send_waiting(clock=lambda: at)


def test_both_parts_arrive(settings: Any) -> None:
    message = laid(
        subject="What is due – “before” the meeting", text="£5 · naïve\n", html="<p>£5 · naïve</p>"
    )
    with mail_server(settings) as mailbox:
        assert send().sent == 1
    letter = mailbox.letters[0]
    assert letter["To"] == "nadia.example@wyvern-valley.example"
    assert letter["From"] == "Answerable <answerable@wyvern-valley.example>"
    assert letter["Subject"] == "What is due – “before” the meeting"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"].endswith("@wyvern-valley.example>")
    assert letter.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    plain, html = (part.get_content() for part in letter.iter_parts())
    assert (plain.strip(), html.strip()) == ("£5 · naïve", "<p>£5 · naïve</p>")
    message.refresh_from_db()
    assert (message.state, message.sent_at, message.tries, message.trouble) == ("sent", NOW, 1, "")


def test_nothing_is_sent_twice_and_one_connection_serves_all(settings: Any) -> None:
    for number in range(5):
        laid(f"Person {'abcde'[number]}")
    with mail_server(settings) as mailbox:
        assert send().sent == 5
        assert send().sent == 0
    assert (len(mailbox.raw), mailbox.connections) == (5, 1)


def test_a_line_that_is_too_long_for_mail_is_folded(settings: Any) -> None:
    laid(text="word " * 1000, html=f"<p>{'word ' * 1000}</p>")
    with mail_server(settings) as mailbox:
        send()
    assert max(len(line) for line in mailbox.raw[0].split(b"\r\n")) <= 998  # RFC 5322, 2.1.1
    plain, html = (part.get_content() for part in mailbox.letters[0].iter_parts())
    assert plain.split() == ["word"] * 1000
    assert html.count("word") == 1000


def test_no_name_and_no_subject_makes_a_header(settings: Any) -> None:
    laid(subject="Due\r\nBcc: everybody@elsewhere.example\n\nA body", text=".\r\n.\r\nQUIT\r\n")
    with mail_server(settings) as mailbox:
        assert send().sent == 1
    letter = mailbox.letters[0]
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Due Bcc: everybody@elsewhere.example A body"
    assert mailbox.envelopes[0].rcpt_tos == ["nadia.example@wyvern-valley.example"]
    assert next(letter.iter_parts()).get_content().split() == [".", ".", "QUIT"]


def test_an_address_that_no_mail_can_have_is_given_up(settings: Any) -> None:
    message = laid()
    Message.objects.update(to="a@b.example\r\nBcc: c@d.example")
    with mail_server(settings) as mailbox:
        found = send()
    assert (found.sent, found.given_up, mailbox.raw) == (0, 1, [])
    message.refresh_from_db()
    assert message.trouble.startswith("It cannot be sent: ")


def test_down_then_up(settings: Any) -> None:
    laid()
    laid("Owain Example")
    port = free_port()
    point_to(settings, port)
    found = send()
    assert (found.sent, found.waiting) == (0, 2)
    assert found.trouble == "The mail server could not be reached: [Errno 111] Connection refused."
    assert set(Message.objects.values_list("state", "tries")) == {("waiting", 1)}
    with mail_server(settings, port) as mailbox:
        assert send(NOW + 0.5 * MINUTE).sent == 0, "it is not asked again at once"
        assert send(NOW + MINUTE).sent == 2
    assert len(mailbox.raw) == 2
    assert set(Message.objects.values_list("state", "trouble")) == {("sent", "")}


def test_it_waits_longer_every_time_and_is_given_up_after_days(settings: Any) -> None:
    message = laid()
    point_to(settings, free_port())
    at, waits = NOW, []
    while True:
        send(at)
        message.refresh_from_db()
        if message.state == "given-up":
            break
        waits.append(round((message.next_try - at) / MINUTE))
        at = message.next_try
    assert waits[:6] == [1, 5, 15, 60, 240, 240]
    assert dt.timedelta(days=5) <= at - NOW <= dt.timedelta(days=5, hours=4)
    assert message.trouble.startswith("The mail server could not be reached")
    with mail_server(settings) as mailbox:
        assert send(at + MINUTE).sent == 0
    assert mailbox.raw == []


def test_a_recipient_that_is_refused_does_not_stop_the_others(settings: Any) -> None:
    gone, _ = laid(), laid("Owain Example")
    with mail_server(settings) as mailbox:
        mailbox.answers[gone.to] = "550 No such person here"
        found = send()
    assert (found.sent, found.given_up) == (1, 1)
    gone.refresh_from_db()
    assert gone.state == "given-up"
    assert gone.trouble == "The mail server refused it: 550 No such person here."
    assert mailbox.envelopes[0].rcpt_tos == ["owain.example@wyvern-valley.example"]


def test_a_recipient_that_is_put_off_is_tried_again(settings: Any) -> None:
    message = laid()
    with mail_server(settings) as mailbox:
        mailbox.answers[message.to] = "451 Come back later"
        assert send().waiting == 1
        del mailbox.answers[message.to]
        assert send(NOW + MINUTE).sent == 1


def test_contents_that_are_refused_wait(settings: Any) -> None:
    laid()
    with mail_server(settings) as mailbox:
        mailbox.data = "554 Not now"
        found = send()
        assert (found.waiting, found.trouble) == (1, "The mail server refused it: 554 Not now.")
        mailbox.data = "250 OK"
        assert send(NOW + MINUTE).sent == 1


def test_a_slow_server_breaks_off_the_turn_and_loses_nothing(settings: Any) -> None:
    first, second = laid(), laid("Owain Example")
    with mail_server(settings) as mailbox:
        settings.EMAIL_TIMEOUT, mailbox.pause = 0.2, 0.8
        found = send()
        assert (found.sent, found.waiting) == (0, 1)
        first.refresh_from_db()
        second.refresh_from_db()
        assert (first.state, first.tries) == ("waiting", 1)
        assert (second.state, second.tries) == ("waiting", 0)
        settings.EMAIL_TIMEOUT, mailbox.pause = 5, 0.0
        assert send(NOW + MINUTE).sent == 2


def test_killed_between_the_servers_word_and_our_note(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    laid()
    laid("Owain Example")

    def killed(*args: object, **values: object) -> None:
        raise SystemExit(1)

    with mail_server(settings) as mailbox:
        with monkeypatch.context() as patch:
            patch.setattr("answerable.mail.sending.mark_sent", killed)
            with pytest.raises(SystemExit):
                send()
        assert send().sent == 1, "the other one; this one is still the dead worker's"
        assert send(NOW + 9 * MINUTE).sent == 0
        assert send(NOW + 10 * MINUTE).sent == 1
    ids = [letter["Message-ID"] for letter in mailbox.letters]
    assert len(ids) == 3
    assert ids[0] == ids[2], "a mailbox can tell that it is the same"
    assert not Message.objects.exclude(state="sent").exists()


def test_a_message_is_one_workers(settings: Any) -> None:
    laid()
    first, second = Message.objects.get(), Message.objects.get()
    assert claim(first, at=NOW)
    assert not claim(second, at=NOW)
    with mail_server(settings) as mailbox:
        assert send().sent == 0
    assert mailbox.raw == []


def test_two_workers_who_look_at_the_same_moment(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    laid()
    seen_by_both = list(Message.objects.all())

    class Seen(list[Message]):
        def __getitem__(self, item: Any) -> Any:
            return self

        def exists(self) -> bool:
            return True

    with mail_server(settings) as mailbox:
        assert send().sent == 1
        monkeypatch.setattr("answerable.mail.sending.due", lambda at: Seen(seen_by_both))
        assert send().sent == 0
    assert len(mailbox.raw) == 1


def test_without_a_mail_server_messages_wait_and_are_given_up(settings: Any) -> None:
    message = laid()
    settings.MAIL = False
    assert send().trouble == "No mail server is set up on this site (EMAIL_URL)."
    assert send(NOW + dt.timedelta(days=5)).given_up == 1
    message.refresh_from_db()
    assert (message.state, message.trouble) == (
        "given-up",
        "No mail server is set up on this site (EMAIL_URL).",
    )


def test_what_the_server_says_is_kept_short(settings: Any) -> None:
    message = laid()
    with mail_server(settings) as mailbox:
        mailbox.answers[message.to] = "550 " + "no " * 150
        send()
    message.refresh_from_db()
    assert len(message.trouble) <= 500
    assert re.match(r"The mail server refused it: 550 no no", message.trouble)


def test_what_a_message_said_is_not_kept_for_ever(settings: Any) -> None:
    sent, waits = laid(), laid("Owain Example")
    Message.objects.filter(pk=sent.pk).update(state="sent", sent_at=NOW)
    assert forget_words(at=NOW + dt.timedelta(days=30)) == 0
    assert forget_words(at=NOW + dt.timedelta(days=31)) == 1
    sent.refresh_from_db()
    waits.refresh_from_db()
    assert (sent.text, sent.html, sent.subject) == ("", "", "What is due")
    assert waits.text
