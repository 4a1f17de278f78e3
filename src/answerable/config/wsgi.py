"""The entry point of a web server, which starts on a safe database only."""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module

import django
from django.conf import settings

from answerable.core.refusal import Refusal

STOP = 3  # gunicorn's code for "this will never start": it stops instead of trying again
TRY_AGAIN = 1
SOON = 1  # second until a database that does not answer is asked again, by whoever starts us again

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
django.setup(set_prefix=False)
application = import_module("answerable.config.handler").Handler()  # it needs the tables' classes


def start_safely() -> None:
    """Ask the database before the first page; ends the process with one sentence where it is not safe."""
    from answerable.upkeep.checks import Unreachable, refuse_unsafe

    try:
        refuse_unsafe()
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        if isinstance(refusal, Unreachable):
            time.sleep(SOON)
            sys.exit(TRY_AGAIN)
        sys.exit(STOP)


def start() -> None:
    """Publish what was decided before the last stop."""
    if settings.PUBLIC_ONLY:
        return
    from answerable.config.handing_over import hand_over_at_start  # the record's own tables

    start_safely()
    hand_over_at_start()


start()
import_module(settings.ROOT_URLCONF)  # before workers are forked: the first page need not wait for it
