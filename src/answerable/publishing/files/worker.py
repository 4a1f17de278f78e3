"""The child process that looks at what is put forward: texts are checked, files are cleaned.

Started as ``python -m answerable.publishing.files.worker``, it speaks as ``readers.worker`` does. It knows
nothing of the application, its settings or its database.
"""

from __future__ import annotations

import json
import traceback
from base64 import b64encode
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from answerable.core.publication.checks import Finding, Known, Place, TooMuch, check, texts
from answerable.readers.errors import Unreadable
from answerable.readers.worker import main

Answer = dict[str, Any]


def answer(data: bytes, name: str, *, task: str, **more: Any) -> Answer:
    """What a task finds, or what was wrong; never an exception."""
    try:
        return TASKS[task](data, name, **more)
    except (Unreadable, TooMuch) as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"memory": True}
    except Exception:
        traceback.print_exc()
        return {"unreadable": "The checks did not run to their end, so nothing of it is published."}


def checked(data: bytes, name: str, known: list[str]) -> Answer:
    """``data`` are parts as JSON: [[path, content], …]."""
    del name
    parts = json.loads(data)
    places = [place for path, content in parts for place in texts(content, path)]
    return {"findings": [asdict(one) for one in check(places, Known(frozenset(known)))]}


def looked_at(
    data: bytes, name: str, known: list[str], path: str, media_type: str, pictures: Answer | None = None
) -> Answer:
    """What the checks find in the words of a cleaned file and its pictures, and what makes it hard to use.

    ``pictures`` is what was read in them when the file was cleaned: it is not read twice.
    """
    from answerable.publishing.files.cleaned import InPictures
    from answerable.publishing.files.cleaning import text_of
    from answerable.publishing.files.pictures import in_pictures
    from answerable.publishing.files.readable import hard_to_read

    shown = in_pictures(data, media_type) if pictures is None else InPictures(**pictures)
    places = [Place(path, "file", text_of(data, media_type, name)), Place(path, "picture", shown.text)]
    found = check(places, Known(frozenset(known)))
    if shown.unread:
        found.append(_unread(path, shown.unread, shown.why))
    mend = MEND_ORIGINAL if name.startswith(ORIGINAL) else MEND
    found += [Finding("access", path, "file", one, one, one, mend) for one in hard_to_read(data, media_type)]
    return {"findings": [asdict(one) for one in found]}


def _unread(path: str, where: list[str], why: str) -> Finding:
    named = ", ".join(where[:MOST_NAMED]) + (" and others" if len(where) > MOST_NAMED else "")
    said = " ".join(one for one in (UNREAD, why) if one)
    return Finding("pictures", path, "picture", named, named, said, MEND_UNREAD)


def cleaned(data: bytes, name: str, title: str) -> Answer:
    """A file without what is hidden in it, and what is to be known of it."""
    from answerable.publishing.files.cleaning import clean

    found = clean(data, name, title)
    return {**asdict(found), "content": b64encode(found.content).decode()}


MEND = (
    "Cleaning takes the tags of a PDF away, so ask for it in Word, whose headings and tables stay; put it "
    "right there, or say how people get it in another form."
)
MEND_ORIGINAL = (
    "The same minutes are published beside it as a page, as PDF and in Word, which everybody can use: say "
    "that this is enough, or leave the original away."
)
ORIGINAL = "original."
UNREAD = "No word could be read by machine in these pictures, so nothing was searched in them."
MEND_UNREAD = "Look at them yourself. Say that nothing in them is secret, or leave the file out."
MOST_NAMED = 8
TASKS: dict[str, Callable[..., Answer]] = {"check": checked, "clean": cleaned, "look": looked_at}

if __name__ == "__main__":
    main(answer)
