"""Whose names the public reads."""

from __future__ import annotations

import pytest

from answerable.core.publication.public_posts import is_public


@pytest.mark.parametrize(
    ("title", "abbreviation"),
    [
        ("Police and Crime Commissioner", "PCC"), ("Deputy Police and Crime Commissioner", ""),
        ("Chief Constable", "CC"), ("Temporary Assistant Chief Constable", "T/ACC"), ("", "DCC"),
        ("Chief Executive", "CEx"), ("ACC Crime", ""),
    ],
)  # fmt: skip
def test_office_holders_are_named(title: str, abbreviation: str) -> None:
    assert is_public(title, abbreviation)


@pytest.mark.parametrize(
    ("title", "abbreviation"),
    [
        ("Staff Officer", "SO"), ("Policy Officer", "PO"), ("Detective Inspector", "DI"),
        ("Staff Officer to the Chief Constable", "SO"), ("A member of the public", ""), ("", ""),
        ("Personal Assistant to the Commissioner", "PA"),
    ],
)  # fmt: skip
def test_everybody_else_is_not(title: str, abbreviation: str) -> None:
    assert not is_public(title, abbreviation)


def test_the_office_decides_otherwise() -> None:
    assert is_public("Head of Assurance", "", chosen=True)
    assert not is_public("Chief Constable", "CC", chosen=False)
