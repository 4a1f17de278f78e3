"""What a page is about, as schema.org says it (JSON-LD): for search engines and whoever gathers pages."""

from __future__ import annotations

from typing import Any

from answerable.core.publication.shapes import MeetingContent, OfficeContent

CONTEXT = "https://schema.org"
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
STATUS = {"cancelled": "EventCancelled"}
Told = dict[str, Any]


def office_said(site: str, office: OfficeContent) -> Told:
    """The office, with the record as a data set of its own."""
    own = f"{site}/{office['slug']}"
    said: Told = {
        "@context": CONTEXT, "@type": "GovernmentOrganization", "@id": own, "url": own,
        "name": office["name"],
    }  # fmt: skip
    if areas := [area["name"] for force in office["forces"] for area in force["areas"]]:
        said["areaServed"] = areas
    if contact := _contact(office["contact"]):
        said["contactPoint"] = contact
    if office["ends_on"]:
        said["dissolutionDate"] = office["ends_on"]
    said["subjectOf"] = dataset(site, office)
    return said


def _contact(contact: dict[str, str]) -> Told:
    names = {"email": "email", "telephone": "telephone"}
    said = {names[key]: value for key, value in contact.items() if key in names and value}
    return {"@type": "ContactPoint", **said} if said else {}


def dataset(site: str, office: OfficeContent) -> Told:
    """Everything published, as one data set."""
    own = f"{site}/{office['slug']}/data"
    return {
        "@type": "Dataset", "@id": own, "url": own, "license": LICENCE, "isAccessibleForFree": True,
        "name": f"{office['name']}: the public record of holding the police to account",
        "description": "Meetings, agendas, minutes, actions, promises and measures, as they were published.",
        "creator": {"@id": f"{site}/{office['slug']}"},
    }  # fmt: skip


def meeting_said(site: str, office: OfficeContent, meeting: MeetingContent) -> Told:
    """The meeting as an event, with its minutes as the report that is about it."""
    own = f"{site}/{meeting['path']}"
    start = meeting["date"] + (f"T{meeting['start_time']}" if _is_time(meeting["start_time"]) else "")
    said: Told = {
        "@context": CONTEXT, "@type": "Event", "@id": f"{own}#meeting", "name": meeting["title"],
        "startDate": start, "organizer": _organizer(site, office),
        "eventStatus": f"{CONTEXT}/{STATUS.get(meeting['state'], 'EventScheduled')}",
        "superEvent": {
            "@type": "EventSeries", "@id": f"{site}/{meeting['forum_path']}", "name": meeting["forum"],
        },
    }  # fmt: skip
    if meeting["venue"]:
        said["location"] = {"@type": "Place", "name": meeting["venue"]}
    present = [one for one in meeting["attendance"] if one["status"] == "present" and one["person"]]
    if present:
        said["attendee"] = [
            {"@type": "Person", "@id": f"{site}/{one['person']}", "name": one["name"]} for one in present
        ]
    said["subjectOf"] = {
        "@type": "Report", "@id": own, "url": own, "name": meeting["title"], "license": LICENCE,
        "inLanguage": "en-GB", "isPartOf": {"@id": f"{site}/{office['slug']}/data"},
        "hasPart": [
            {"@type": "CreativeWork", "@id": f"{site}/{one['path']}", "name": one["title"]}
            for one in meeting["items"]
        ],
    }  # fmt: skip
    return said


def _organizer(site: str, office: OfficeContent) -> Told:
    return {
        "@type": "GovernmentOrganization", "@id": f"{site}/{office['slug']}", "name": office["name"],
    }  # fmt: skip


def _is_time(text: str | None) -> bool:
    """A time as the standard writes it, "10:30": the record may have words there."""
    hours, _, minutes = (text or "").partition(":")
    digits = hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()
    return digits and len(hours) == len(minutes) == len("10") and int(hours) < 24 and int(minutes) < 60
