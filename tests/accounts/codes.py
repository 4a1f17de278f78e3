"""What an authenticator app does (RFC 6238), worked out apart from the library that checks it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time

STEP = 30
DIGITS = 6


def code(secret: str, at: float | None = None) -> str:
    """The 6 digits that an app shows for a key, now or at a time."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    steps = int((time.time() if at is None else at) // STEP)
    digest = hmac.new(key, struct.pack(">Q", steps), hashlib.sha1).digest()
    offset = digest[-1] & 0xF
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"
