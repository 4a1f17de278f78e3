"""What a form asks for is done once: ``answerable.accounts.doing``, under the name that pages here know."""

from __future__ import annotations

from answerable.accounts.doing import SENT_ALREADY, do

__all__ = ["SENT_ALREADY", "do"]
