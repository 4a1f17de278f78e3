"""The people of the sample, one for each role. Nobody of them is real."""

from __future__ import annotations

from typing import NamedTuple

from answerable.core.permissions.roles import Role


class SamplePerson(NamedTuple):
    """Somebody of Wyvern Valley."""

    role: Role
    name: str

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '.')}@wyvern-valley.example"


PEOPLE = (
    SamplePerson(Role.POLICY_OFFICER, "Priya Vennimore"),
    SamplePerson(Role.COMMISSIONER, "Duncan Aldermere"),
    SamplePerson(Role.ADMINISTRATOR, "Owain Tressider"),
    SamplePerson(Role.CONTRIBUTOR, "Marta Oakshott"),
    SamplePerson(Role.CHIEF_OFFICER, "Nadia Kershawe"),
    SamplePerson(Role.PANEL_READER, "Jude Penhallow"),
    SamplePerson(Role.AUDITOR, "Leonie Staveley"),
)
