"""What every public address answers, asked in processes of their own; run by test_alone.py.

python -m tests.published.alone fill      makes a record, publishes it
python -m tests.published.alone ask       prints as JSON what each address answers
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from typing import Any


def main() -> None:
    import django

    django.setup()
    if sys.argv[1] == "fill":
        from tests.permissions.places import world

        world()
        return
    sys.stdout.write(json.dumps({path: answer(path) for path in addresses()}, indent=1))


def addresses() -> list[str]:
    """Every public address that the table of contents has, where the world publishes."""
    from django.urls import reverse

    from tests.permissions.routes.public import ROUTES

    return sorted(reverse(name, kwargs=values) for name, (_, values) in ROUTES.items())


def answer(path: str) -> list[Any]:
    from django.test import Client

    got = Client(SERVER_NAME="localhost").get(path)
    content = b"".join(got) if got.streaming else got.content  # type: ignore[arg-type]
    return [got.status_code, sha256(content).hexdigest(), got.headers.get("ETag", "")]


if __name__ == "__main__":
    main()
