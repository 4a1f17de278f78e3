"""A day of an office in a process of its own: ``python -m tests.asvs.journey FOLDER``.

Prints as JSON what was done, and each attempt to reach another machine. DATABASE_URL and ANSWERABLE_DATA are
those of its environment.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

MINUTES = """Assurance Meeting
14 March 2023

Present: Asha Dunmore, Chief Constable (CC)

1. Patrols
Patrols went out every night. See https://elsewhere.example/patrols and \\\\elsewhere.example\\share\\p.docx.
ACTION: CC to report on patrols by the end of April
"""
PAGE = """<html><head><link rel=stylesheet href="http://192.0.2.9/a.css"><base href="http://192.0.2.9/"></head>
<body><h1>Assurance Meeting</h1><p>14 April 2023</p><img src="http://192.0.2.9/a.png"><p>1. Patrols</p>
<p>Patrols go on.</p><iframe src="http://192.0.2.9/"></iframe></body></html>"""
RTF = r"""{\rtf1 Assurance Meeting\par 14 May 2023\par 1. Patrols\par Patrols ended.\par
{\field{\*\fldinst INCLUDEPICTURE "http://192.0.2.9/a.png" \\d}{\fldrslt }}{\*\template http://192.0.2.9/t.dot}}"""
ELSEWHERE = ("192.0.2.9", 9)
"""An address that is kept free for examples: nobody answers there."""

attempts: list[str] = []


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Python's announcement of what is about to be done: what would leave the machine is noted, and ends."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        where = arguments[1]
        if isinstance(where, tuple) and not is_here(str(where[0])):
            attempts.append(f"{event} {where}")
            raise PermissionError(f"Nothing leaves this machine: {where}")
    if event in ("socket.getaddrinfo", "socket.gethostbyname") and not is_here(str(arguments[0])):
        attempts.append(f"{event} {arguments[0]}")
        raise PermissionError(f"Nobody outside is looked up: {arguments[0]}")


def is_here(host: str) -> bool:
    if host in ("localhost", "", "None", "0.0.0.0", "::", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def main(folder: Path) -> dict[str, Any]:
    done: dict[str, Any] = {}
    sys.addaudithook(watch)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0, database="published")
    call_command("check", deploy=True, databases=["default"])
    done["imported"] = bring(folder)
    done["pages"] = look()
    done["sent"] = send()
    call_command("backup", str(folder / "backups"))
    kept = next(path for path in folder.iterdir() if path.name.startswith("backups"))
    done["backup"] = kept.name
    call_command("audit", "head")
    call_command("audit", "verify")
    call_command("relink")
    return done


def bring(folder: Path) -> int:
    """Minutes in three formats, each of which names another machine."""
    from django.core.management import call_command

    from answerable.meetings.models import Meeting

    minutes = folder / "minutes"
    minutes.mkdir()
    for name, text in (("march.txt", MINUTES), ("april.html", PAGE), ("may.rtf", RTF)):
        (minutes / name).write_text(text)
    with suppress(SystemExit):  # where LibreOffice is missing the RTF is refused
        call_command("import", str(minutes), "--office", "Wyvern Valley")
    return Meeting.objects.count()


def look() -> dict[str, int]:
    """Sign in by the page for it, and look at every kind of page; how many gave which status."""
    from django.test import Client

    from answerable.core.permissions.roles import Role
    from answerable.offices.models import Office
    from tests.accounts.people import PASSWORD, with_password
    from tests.pages.every_page import LISTS
    from tests.signing import person_with, sign_in

    user = with_password(person_with(Role.POLICY_OFFICER, Office.objects.get()))
    browser = Client(SERVER_NAME="localhost")
    first = browser.post("/account/sign-in/", {"login": user.email, "password": PASSWORD})
    assert first.status_code == 302, first.status_code
    browser.post("/account/sign-in/", {"login": user.email, "password": "wrong"})
    browser.post("/account/password/forgotten/", {"email": user.email})
    browser.post("/account/provider/")
    sign_in(browser, user)
    found: dict[str, int] = {}
    more = ["/meetings/1/", "/actions/1/", "/source/action/1/", "/health/live", "/health/ready", "/metrics",
            "/actions.csv", "/documents/1/original", "/account/", "/imports/", "/nothing/"]  # fmt: skip
    for address in [*LISTS, *more]:
        answer = browser.get(address)
        found[str(answer.status_code)] = found.get(str(answer.status_code), 0) + 1
    return found


def send() -> str:
    """A file by the form, read by a worker; what became of it."""
    import uuid

    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from answerable.accounts.models import User
    from answerable.intake.models import UploadedFile
    from answerable.upkeep.working import Worker
    from tests.signing import sign_in

    browser = sign_in(Client(SERVER_NAME="localhost"), User.objects.get(name="Policy officer"))
    text = MINUTES.replace("March", "June").encode()
    given = {"form_key": str(uuid.uuid4()), "forum": "", "files": [SimpleUploadedFile("june.txt", text)]}
    browser.post("/imports/send", given)
    Worker(until_empty=True).run()
    return str(UploadedFile.objects.get().state)


def control() -> None:
    """Something that does try: whoever watches has to see it."""
    with suppress(OSError):
        socket.create_connection(ELSEWHERE, timeout=1)


if __name__ == "__main__":
    stdout, sys.stdout = sys.stdout, sys.stderr
    if sys.argv[1] == "--control":
        if sys.argv[2:] == ["watched"]:
            sys.addaudithook(watch)
        control()
        result: dict[str, Any] = {}
    else:
        result = main(Path(sys.argv[1]))
    print(json.dumps({**result, "attempts": attempts}), file=stdout)
