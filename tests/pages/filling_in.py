"""The forms of a page, and something sensible in every field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Form:
    """A form that writes: where it stands, where it is sent, what it holds, and what could be chosen."""

    page: str
    address: str
    fields: dict[str, str]
    button: tuple[str, str] | None = None
    choices: dict[str, list[str]] = field(default_factory=dict)
    long: tuple[str, ...] = ()
    has_file: bool = False
    has_radios: bool = False

    def filled_in(self, words: str = "and more") -> dict[str, str]:
        """The fields with something else in them: more words, or the last choice, and the first button.

        The kind of a line is left as it is: its words are enough to change.
        """
        sent = dict(self.fields)
        for name in self.long:
            sent[name] = f"{sent[name]} {words}".strip()
        if self.has_radios or not self.long:
            for name, values in self.choices.items():
                sent[name] = ([value for value in values if value != sent.get(name)] or values)[-1]
        return {**sent, **dict([self.button] if self.button else [])}


def forms_of(page: str, tree: Any) -> Iterator[Form]:
    """The forms of a page that are sent by POST."""
    for one in tree.iter("form"):
        if str(one.get("method")).lower() != "post":
            continue
        named = [(str(b.get("name")), str(b.get("value"))) for b in one.iter("button") if b.get("name")]
        radios = one.xpath(".//input[@type='radio']")
        yield Form(
            page,
            str(one.get("action") or page),
            {name: str(value or "") for name, value in one.fields.items() if name},
            named[0] if named else None,
            _choices(one, radios),
            tuple(str(t.get("name")) for t in one.iter("textarea")),
            bool(one.xpath(".//input[@type='file']")),
            bool(radios),
        )


def _choices(form: Any, radios: Any) -> dict[str, list[str]]:
    found = {str(s.get("name")): [str(o.get("value")) for o in s.iter("option")] for s in form.iter("select")}
    for one in radios:
        found.setdefault(str(one.get("name")), []).append(str(one.get("value")))
    return found
