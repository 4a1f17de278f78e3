"""Somebody who edits a line through its page again and again, and chooses where somebody else was first."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import lxml.html

from tests.pages.filling_in import Form, forms_of
from tools.soaking.client import SAVED, Browser

MOST_CHOICES = 200  # of one edit: more would be two people who undo each other for ever


@dataclass
class Writer:
    """``saved`` are the texts that the site said it keeps, in order; ``dropped`` those that they gave up
    when they saw another's; ``wrong`` is whatever should not have happened."""

    name: str
    browser: Browser
    chance: Random
    saved: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    clashes: int = 0
    wrong: list[str] = field(default_factory=list)

    def edit(self, entry: int, edits: int) -> None:
        for number in range(edits):
            self._edit(entry, f"{self.name} wrote this as edit {number} of line {entry}.")

    def _edit(self, entry: int, text: str) -> None:
        path = f"/source/entry/{entry}/"
        form = self._form(path, self.browser.get(path).text)
        values = {**form.fields, "text": text}
        for _ in range(MOST_CHOICES):
            answer = self.browser.post(form.address, values)
            if answer.status == SAVED:
                self.saved.append(text)
                return
            if answer.status != 409:
                self.wrong.append(f"{answer.status} {answer.heading}")
                return
            self.clashes += 1
            form = self._form(path, answer.text)
            if form.fields.get("text") != text:
                self.wrong.append(f"the page of a clash does not hold “{text}”: {form.fields}")
                return
            if self.chance.random() < 0.3:
                self.dropped.append(text)
                return
            values = {**form.fields, "choose-text": "mine"}
        self.wrong.append(f"no end of clashes: {text}")

    def _form(self, path: str, text: str) -> Form:
        tree = lxml.html.document_fromstring(text)
        return next(one for one in forms_of(path, tree) if one.address.endswith("/correct"))
