"""One way to write a JSON value, so that equal values have equal hashes."""

from __future__ import annotations

import json
from hashlib import sha256


class NotJson(ValueError):
    """The value cannot be written as JSON and read again as what it was."""


def canonical(value: object) -> str:
    """JSON in ASCII: keys sorted, no space, no NaN. Raises NotJson."""
    try:
        _check(value)
        return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotJson(f"This is not JSON: {error}") from error


def digest(text: str) -> str:
    """SHA-256 as 64 hexadecimal digits. Half a character, which no canonical text has, is hashed, too."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _check(value: object) -> None:
    """A key that is no text would come back as text, and then sort elsewhere."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(f"the key {key!r} is not text")
            _check(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner)
