"""Who runs a command, where they say so."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.management.base import CommandParser

from answerable.core.refusal import Refusal


def add_argument(parser: CommandParser) -> None:
    parser.add_argument("--by", metavar="EMAIL", help="who does this, by their e-mail address; else nobody")


def who(options: dict[str, Any]) -> AbstractBaseUser | None:
    """The person of ``--by``. Raises Refusal."""
    email = options["by"]
    if not email:
        return None
    found = get_user_model()._default_manager.filter(email=email).first()
    if found is None:
        raise Refusal(f"Nobody here has the address {email}.")
    return found
