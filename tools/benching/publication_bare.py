"""Files below the folder BARE and nothing else: what a server program does at its best, by WhiteNoise."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from whitenoise import WhiteNoise


def nothing(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    del environ
    start_response("404 Not Found", [])
    return [b""]


application = WhiteNoise(nothing, root=os.environ["BARE"])
