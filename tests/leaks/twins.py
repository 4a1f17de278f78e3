"""Two records that differ only in what is not public: whoever asks gets the same answers, byte for byte."""

from __future__ import annotations

from itertools import zip_longest

from django.db import transaction
from django.test import Client

from answerable.meetings.models import Meeting
from answerable.public.keeping import shelf
from answerable.published.router import STORE
from tests import cycle, measuring, publish
from tests import factories as make
from tests.leaks.surfaces import Answer, addresses, answers

SECRETS = ("Xanthe Quillfeather of the old mill", "Bo")
"""Longer and shorter, of many words and of one."""


def differences() -> list[str]:
    """The addresses that answer otherwise where something else is secret."""
    first, second = (_answers(secret) for secret in SECRETS)
    return [
        f"{(one or other).path}"  # type: ignore[union-attr]
        for one, other in zip_longest(first, second)
        if one != other
    ]


def _answers(secret: str) -> list[Answer]:
    """Everything that can be asked of a record with this secret, which is forgotten afterwards."""
    with transaction.atomic(), transaction.atomic(using=STORE):
        _publish(secret)
        shelf.clear()
        found = list(answers(Client(raise_request_exception=False), addresses()))
        transaction.set_rollback(True, using=STORE)
        transaction.set_rollback(True)
    shelf.clear()
    return found


def _publish(secret: str) -> None:
    meeting = _meeting(secret)
    measuring.months(measuring.series(measuring.measure()), "2018-01", [70.0, 71.0, 72.0])
    for subject in ("minutes", "register", "people", "topics", "measures"):
        publish.published(subject, meeting if subject == "minutes" else None)
    planned = cycle.planned("2019-07-09", theme="Calls")
    cycle.agenda(planned, "Answering the phone", f"About {secret}")
    publish.redaction(planned, secret)
    publish.published("agenda", planned)


def _meeting(secret: str) -> Meeting:
    """A secret wherever words can stand: a name, words of a line, a whole line, an item, restricted lines."""
    meeting = make.meeting(
        "2018-03-27", title=f"Board, with {secret}", venue=f"House of {secret}", chair=secret
    )
    make.attend(meeting, secret, "Friend", "FR")
    make.tenure(
        "Rhoda Fenn", "Police and Crime Commissioner", "2018-01-01", abbreviation="PCC", side="office"
    )
    make.tenure(secret, "Assistant Chief Constable", "2018-01-01", abbreviation="ACC")
    item = make.item(meeting, "1", f"The case of {secret}")
    ask = make.entry(item, "question", f"The PCC asked about {secret}'s call.", ["PCC", secret])
    make.exchange(ask, make.entry(item, "response", f"The DCC said that {secret} waited.", ["DCC"]))
    make.action(item, f"DCC to write to {secret} by May.", [secret, "DCC"], "2018-05-31")
    make.promise(ask, ["DCC"], f"write to {secret} by May", "2018-05-31")
    publish.redaction(meeting, secret)
    line = make.entry(item, "note", f"All of this goes: {secret} and more.")
    publish.redaction(meeting, entry=line)
    marked = {"restricted": True, "marking": "restricted", "marking_why": "personal"}
    make.entry(item, "note", f"Restricted: {secret}.", **marked)
    make.topic("Calls", [ask], state="kept")
    make.topic(secret, [ask], state="kept")
    return meeting
