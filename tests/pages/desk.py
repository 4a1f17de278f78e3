"""Somebody at a browser of their own, with the page they have open: for tests in which several take part."""

from __future__ import annotations

import uuid
from typing import Any

import lxml.html
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.conftest import Page
from tests.signing import person_with, sign_in


class Desk:
    """``open`` a page, ``send`` one of its forms; what is typed into fields that it lacks is a mistake."""

    def __init__(self, role: Role, name: str = "") -> None:
        self.user = person_with(role, make.office(), name)
        self.client = sign_in(Client(), self.user)
        self.page: Page | None = None

    def open(self, path: str, status: int = 200) -> Page:
        return self._read(self.client.get(path), path, status)

    def post(self, path: str, status: int = 200, **values: Any) -> Page:
        """Send values to an address, without a form."""
        return self._read(self.client.post(path, values, follow=True), path, status)

    def form(self, ending: str) -> tuple[str, dict[str, str]]:
        """The first form of the open page whose address ends so, with what it holds."""
        assert self.page is not None
        for one in self.page.tree.get_element_by_id("main-content").iter("form"):
            action = str(one.get("action") or self.page.response.request["PATH_INFO"])
            if action.endswith(ending):
                return action, {name: str(value or "") for name, value in one.fields.items() if name}
        raise LookupError(f"no form for {ending}")

    def send(self, form: str | tuple[str, dict[str, str]], status: int = 200, **typed: Any) -> Page:
        """Change what a form holds and send it; follow to the page after it. "a__b" is the field "a-b"."""
        address, held = self.form(form) if isinstance(form, str) else form
        named = {name.replace("__", "-"): value for name, value in typed.items()}
        return self.post(address, status, **{**held, **named})

    def upload(
        self, path: str, content: bytes, name: str = "briefing.txt", status: int = 200, **more: str
    ) -> Page:
        file = SimpleUploadedFile(name, content)
        return self.post(path, status, form_key=str(uuid.uuid4()), **more, file=file)

    def _read(self, response: Any, path: str, status: int) -> Page:
        assert response.status_code == status, f"{path}: {response.status_code}"
        self.page = Page(response, lxml.html.document_fromstring(response.content.decode()))
        return self.page


def words(page: Page) -> str:
    """What the page says, with a blank wherever a tag begins or ends: terms and their facts stand apart."""
    return " ".join(" ".join(page.tree.get_element_by_id("main-content").itertext()).split())


def officer(name: str = "") -> Desk:
    return Desk(Role.POLICY_OFFICER, name)


def contributor(name: str = "") -> Desk:
    return Desk(Role.CONTRIBUTOR, name)
