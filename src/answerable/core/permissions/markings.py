"""Open or restricted: who may see a part of the record, and with what reason it is kept from the others."""

from __future__ import annotations

from enum import StrEnum


class Marking(StrEnum):
    """``RESTRICTED`` is seen by those who may read what is restricted, and by nobody else."""

    OPEN = "open"
    RESTRICTED = "restricted"


class Why(StrEnum):
    """The kinds of reason for restricting something."""

    OPERATIONAL = "operational"
    PERSONAL = "personal"
    COMMERCIAL = "commercial"
    LEGAL = "legal"
    DRAFT = "draft"
    OTHER = "other"


WHY_NAMES = {
    Why.OPERATIONAL: "Operational detail that would help an offender",
    Why.PERSONAL: "Personal data",
    Why.COMMERCIAL: "Commercially confidential",
    Why.LEGAL: "Legal advice or proceedings",
    Why.DRAFT: "Minutes that are not approved yet",
    Why.OTHER: "Another reason",
}
