"""Addresses that are made of a name: the first that is free, and the same one ever after."""

from __future__ import annotations

import datetime as dt

from django.utils.text import slugify

from answerable.offices.models import Office
from answerable.publishing.addresses import given, numbered, path_of
from answerable.publishing.models import Address

LONGEST = 80  # letters of a name in an address


def named(office: Office, folder: str, kind: str, about: int, name: str, at: dt.datetime) -> str:
    """``<office>/<folder>/<name>``, with -2 where that was given to something else."""
    held = path_of(office, kind, about)
    if held is not None:
        return held
    base = f"{office.slug}/{folder}/{slugify(name)[:LONGEST].strip('-') or kind}"
    taken = set(Address.objects.filter(path__startswith=base).values_list("path", flat=True))
    path = next(one for one in numbered(base) if one not in taken)
    return given(office, path, kind, about, at, name)
