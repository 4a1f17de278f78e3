"""What notices a planted leak, by name; each gives the leaks that it found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from answerable.public.keeping import shelf
from tests.leaks import forgetting, hidden, twins
from tests.leaks.looking import sentences, stages

Check = Callable[[], list[str]]


def first() -> list[str]:
    """What is public once everything is published."""
    return _stage(1)


def after() -> list[str]:
    """What is public after one meeting was corrected and one withdrawn."""
    return _stage(2)


def _stage(wanted: int) -> list[str]:
    shelf.clear()
    for number, (record, seen) in enumerate(stages(follow=False), start=1):
        if number == wanted:
            return sentences(record, seen)
    raise AssertionError("there are two")


CHECKS: Mapping[str, Check] = {
    "published": first, "corrected and withdrawn": after, "twins": twins.differences,
    "files": hidden.hidden_words, "index": forgetting.left_behind,
}  # fmt: skip
