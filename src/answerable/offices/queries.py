"""Which office, and its words."""

from __future__ import annotations

from answerable.core.clash import version
from answerable.core.refusal import Refusal
from answerable.offices.models import Area, Force, Office

LABELS = {
    "commissioner_label": "The commissioner",
    "chief_officer_label": "The chief officer",
    "office_label": "The office",
}
"""The words that an office can change, and what each stands for."""

CONTACT = {
    "email": "Email address",
    "telephone": "Telephone number",
    "post": "Postal address",
    "complaints": "How to complain about the office",
    "data_protection": "Whom to ask about personal data",
}
"""How the public reaches an office: the names in ``Office.contact``, and what each stands for."""


def contact_version(office: Office) -> str:
    """Of how the office is reached, its last day and who comes after it."""
    said = [office.contact.get(name, "") for name in CONTACT]
    return version(*said, office.ends_on.isoformat() if office.ends_on else "", office.successor)


def labels_version(office: Office) -> str:
    """Of an office's own words."""
    return version(*(getattr(office, name) for name in LABELS))


def force_of(office: Office) -> Force | None:
    """The force that the office holds to account, the first where it has several."""
    return Force.objects.filter(office=office).order_by("pk").first()


def areas_of(office: Office) -> list[str]:
    """The names of the areas that there are now, in order."""
    rows = Area.objects.filter(force__office=office, end=None)
    return list(rows.order_by("name").values_list("name", flat=True))


def areas_version(office: Office) -> str:
    """Of the force's name and its areas."""
    force = force_of(office)
    return version(force.name if force else "", *areas_of(office))


def only_office() -> Office | None:
    """The office, where there is exactly one."""
    offices = list(Office.objects.all()[:2])
    return offices[0] if len(offices) == 1 else None


def office_named(name: str) -> Office | None:
    """The office with this name or slug."""
    return Office.objects.filter(name=name).first() or Office.objects.filter(slug=name).first()


def chosen_offices(name: str | None) -> list[Office]:
    """The office that ``name`` names; without a name all of them. Raises Refusal."""
    if not name:
        return list(Office.objects.all())
    office = office_named(name)
    if office is None:
        raise Refusal(f"There is no office {name}.")
    return [office]


def chosen_office(name: str | None) -> Office | None:
    """The office that ``name`` names; without a name the only one, None where there is none yet.

    Raises Refusal where there are several and none was named.
    """
    if name:
        return office_named(name)
    if Office.objects.count() > 1:
        names = ", ".join(Office.objects.values_list("slug", flat=True))
        raise Refusal(f"There are several offices; say which with --office: {names}.")
    return only_office()
