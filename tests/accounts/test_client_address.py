"""Where a request comes from, as far as it can be believed."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from answerable.web.client import address_of, believed, is_loopback, is_this_machine

PROXIES = [ip_network("10.1.0.0/16"), ip_network("2001:db8::/32")]
OURS = st.sampled_from(["10.1.0.1", "10.1.255.9", "2001:db8::1", "::ffff:10.1.2.3"])
ADDRESSES = st.ip_addresses().map(str)
THEIRS = ADDRESSES.filter(lambda one: not any(_in(one, network) for network in PROXIES))


def _in(address: str, network: object) -> bool:
    found = ip_address(address)
    found = getattr(found, "ipv4_mapped", None) or found
    return found in network  # type: ignore[operator]


def plain(address: str) -> str:
    found = ip_address(address)
    return str(getattr(found, "ipv4_mapped", None) or found)


@given(THEIRS, st.text(max_size=80))
def test_a_stranger_cannot_say_who_they_are(remote: str, said: str) -> None:
    assert believed(remote, said, PROXIES) == plain(remote)


@given(OURS, st.text(max_size=60), THEIRS, st.lists(OURS, max_size=4))
def test_behind_proxies_the_nearest_stranger_counts(
    proxy: str, made_up: str, client: str, between: list[str]
) -> None:
    """Whatever the client wrote itself stands left of what our proxies wrote."""
    said = ", ".join([made_up.replace(",", ""), client, *between])
    assert believed(proxy, said, PROXIES) == plain(client)


@given(ADDRESSES, st.text())
def test_without_listed_proxies_nothing_is_believed(remote: str, said: str) -> None:
    assert believed(remote, said, []) == plain(remote)


@given(st.text(), st.text())
def test_any_nonsense_is_an_address_or_nothing(remote: str, said: str) -> None:
    found = believed(remote, said, PROXIES)
    assert found == "" or ip_address(found)


@given(OURS, st.text(max_size=30).filter(lambda one: "," not in one))
def test_a_proxy_that_names_nobody_is_itself(proxy: str, said: str) -> None:
    found = believed(proxy, said, PROXIES)
    assert found == plain(proxy) or found == plain(said.strip())


def test_of_a_request(settings: object) -> None:
    settings.TRUSTED_PROXIES = PROXIES  # type: ignore[attr-defined]
    values = {"REMOTE_ADDR": "10.1.0.1", "HTTP_X_FORWARDED_FOR": "198.51.100.7, 192.0.2.9"}
    assert address_of(RequestFactory().get("/", **values)) == "192.0.2.9"


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.9.9.9:80", "::1", "[::1]", "[::1]:8000"]
)
def test_names_of_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "example.org",
        "localhost.example.org",
        "0.0.0.0",
        "::",
        "192.0.2.1:80",
        "127.0.0.1.example.org",
        "*",
    ],
)
def test_names_of_other_machines(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    "values",
    [
        {"REMOTE_ADDR": "192.0.2.1"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
        {"HTTP_HOST": "testserver"},
    ],
)
def test_a_browser_elsewhere_is_not_at_this_machine(values: dict[str, str]) -> None:
    request = RequestFactory().get("/", **{"HTTP_HOST": "localhost:8000", **values})
    assert not is_this_machine(request)


def test_a_browser_at_this_machine() -> None:
    assert is_this_machine(RequestFactory().get("/", HTTP_HOST="localhost:8000"))
