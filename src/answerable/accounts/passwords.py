"""What a password may not be. Length counts (12 at least); which characters it is made of does not."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from answerable.offices.models import Office

EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
WORDS_OF_HERE = "answerable police commissioner constable panel force office opcc password".split()
"""Words that somebody who guesses would try first, for what the site is about."""
SHORTEST_WORD = 4  # letters: shorter parts of a name or an address are in too many good passwords
TOO_COMMON = (
    "This is one of the passwords that are tried first. Three or four unrelated words make a good one."
)


class NotCommon:
    """Refuses the 20,000 commonest passwords (Django's list), with digits or marks about them too."""

    def __init__(self) -> None:
        self._known = CommonPasswordValidator().passwords

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError."""
        del user
        lowered = password.lower().strip()
        core = EDGES.sub("", lowered)
        if self._known.intersection({lowered, core, _once(core)}) or len(set(lowered)) < SHORTEST_WORD:
            raise ValidationError(TOO_COMMON, code="password_too_common")

    def get_help_text(self) -> str:
        return "It cannot be a password that many people use."


class NotOfHere:
    """Refuses a password that is made of the user's own name, their office or what the site is about."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError."""
        left = re.sub(r"[\W\d_]+", "", password.lower())
        for word in sorted(words_about(user), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < SHORTEST_WORD and password:
            raise ValidationError(
                "This is made of your name, your office or a word of this site. Add words that are not.",
                code="password_of_here",
            )

    def get_help_text(self) -> str:
        return "It cannot be only your name, your office or a word of this site."


def words_about(user: Any) -> set[str]:
    """The words that a stranger knows of a user and the site."""
    texts = [
        getattr(user, "name", ""),
        getattr(user, "email", ""),
        *Office.objects.values_list("name", flat=True),
    ]
    found = {word for text in texts for word in re.split(r"[\W\d_]+", text.lower())}
    return {word for word in found if len(word) >= SHORTEST_WORD} | set(WORDS_OF_HERE)


def _once(text: str) -> str:
    """A text that is one part repeated, as that part."""
    found = re.fullmatch(r"(.+?)\1+", text)
    return found[1] if found else text
