"""No request leaves the machine, but for mail and the identity provider of the settings.

A day of an office is done twice over in a process of its own: watched by Python's own announcements of each
connection; and in a network of its own, in which a packet of any program (LibreOffice, Tesseract, a child)
that would leave the machine is counted by the kernel.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Request

from tests.e2e.conftest import Opened, opened, site
from tests.pages.every_page import addresses

__all__ = ["opened", "site"]

CHECKOUT = Path(__file__).resolve().parents[2]
NETWORK = """
set -e
ip link set lo up
ip link add out type veth peer name nowhere
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6
ip address add 192.0.2.1/24 dev out
ip link set nowhere up
ip link set out up
ip route add default via 192.0.2.254
sent() { awk '$1 == "out:" { print $11 }' /proc/net/dev; }
before=$(sent)
"$@"
after=$(sent)
echo "packets $((after - before))"
"""
"""A network with one way out, which leads nowhere and counts."""


def run(
    folder: Path, *arguments: str, alone: bool = False, **settings: str
) -> subprocess.CompletedProcess[str]:
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {**clean, **settings, "ANSWERABLE_DATA": str(folder / "data"), "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-m", "tests.asvs.journey", *arguments]
    if alone:
        command = ["unshare", "--net", "--", "sh", "-c", NETWORK, "sh", *command]
    return subprocess.run(command, env=environment, cwd=CHECKOUT, capture_output=True, text=True, check=False)


def what_happened(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[0])
    return found


def needs_a_network_of_its_own() -> None:
    report = pytest.fail if os.environ.get("CI") else pytest.skip
    if not shutil.which("ip"):
        report("ip is not installed")
    tried = subprocess.run(
        ["unshare", "--net", "--", "sh", "-c", NETWORK, "sh", "true"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if tried.returncode:
        report(f"no network of its own can be made here: {tried.stderr.strip()[:100]}")


@pytest.mark.usefixtures("data_folder")
def test_no_connection_is_tried(tmp_path: Path) -> None:
    found = what_happened(run(tmp_path, str(tmp_path)))
    assert found["attempts"] == []
    assert found["imported"] >= 2
    assert found["sent"] == "imported"
    assert found["pages"]["200"] >= 15
    assert found["backup"]


@pytest.mark.usefixtures("data_folder")
def test_only_mail_and_the_provider_are_asked_where_they_are_set_up(tmp_path: Path) -> None:
    found = run(
        tmp_path, str(tmp_path), EMAIL_URL="smtp://mail.example:25", OIDC_ISSUER="https://provider.example",
        OIDC_CLIENT_ID="answerable", OIDC_CLIENT_SECRET="of-a-test",
    )  # fmt: skip
    asked = what_happened(found)["attempts"]
    assert {one.split()[-1] for one in asked} == {"mail.example", "provider.example"}


@pytest.mark.usefixtures("data_folder")
def test_no_packet_of_any_program_goes_out(tmp_path: Path) -> None:
    needs_a_network_of_its_own()
    done = run(tmp_path, str(tmp_path), alone=True)
    assert what_happened(done)["attempts"] == []
    assert done.stdout.splitlines()[-1] == "packets 0"


def test_whoever_does_try_is_seen(tmp_path: Path) -> None:
    """Else the two tests above would show nothing."""
    assert what_happened(run(tmp_path, "--control", "watched"))["attempts"] == [
        "socket.getaddrinfo 192.0.2.9"
    ]
    needs_a_network_of_its_own()
    last = run(tmp_path, "--control", alone=True).stdout.splitlines()[-1]
    assert last.startswith("packets ")
    assert int(last.split()[1]) > 0


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_browser_asks_nobody_else(opened: Opened, site: str) -> None:
    page = opened(1280)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.context.on("request", note)
    outside: list[str] = []
    page.context.route(
        lambda url: not url.startswith((site, "data:")),
        lambda route: (outside.append(route.request.url), route.abort()),
    )
    more = [
        "/imports/",
        "/restricted/",
        "/account/",
        "/account/second-factor/",
        "/account/again/",
        "/nothing/",
    ]
    for path in [*addresses(first=False), *more]:
        page.goto(site + path)
    page.context.clear_cookies()
    for path in ("/account/sign-in/", "/account/password/forgotten/", "/account/sign-in/passkey/"):
        page.goto(site + path)
    assert outside == []
    assert {url for url in asked if not url.startswith(site)} == set()
    assert any(".css" in url for url in asked)
    assert len(asked) > 40
    page.evaluate("fetch('http://192.0.2.9/').catch(() => 0)")
    assert [one for one in asked if one.startswith("http://192.0.2.9")] == [], (
        "the content policy stops a script too"
    )
