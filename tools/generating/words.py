"""What the generated minutes speak of. All of it is made up."""

from __future__ import annotations

PLACES = (
    "Wyvern Bridge", "Marrow Hill", "Saltwick", "Nether Combe", "Oakhanger Green", "Tarnside",
    "Brindle Moor", "Cold Harbour", "Fennel Cross", "Hollin Bank", "Lantern Quay", "Staveley Mere",
)  # fmt: skip

SUBJECTS = (
    "call handling", "rural theft", "custody waiting times", "burglary detection", "road safety",
    "stalking orders", "missing children", "body-worn video", "fleet electrification",
    "neighbourhood staffing", "knife amnesties", "fraud referrals", "domestic violence perpetrators",
    "victim contact", "firearms licensing", "digital evidence", "sickness absence", "cadet recruitment",
    "station closures", "mental health transport", "speed cameras", "wildlife poisoning", "shop theft",
    "drone policy", "witness care", "interpreter costs", "overtime spending", "night-time economy",
    "river patrols", "special constables", "complaint handling", "stop and search scrutiny",
    "hate crime reporting", "youth diversion", "forensic backlogs", "vetting delays",
    "procurement savings", "estate repairs", "data retention", "public confidence survey",
    "scam awareness", "harbour watch", "farm machinery marking", "dog unit kennels", "online reporting",
    "case file quality", "detective vacancies", "cycle theft", "abandoned vehicles",
    "festival planning", "flood response", "court attendance",
)  # fmt: skip

FORUMS = (
    "Assurance Meeting", "Service Review Board", "Performance Forum", "Estates Forum", "Finance Forum",
    "Victims Forum", "Rural Forum", "Roads Forum",
)  # fmt: skip

FIRST_NAMES = (
    "Ada", "Bertrand", "Cecily", "Dunstan", "Edith", "Fergus", "Greta", "Hamish", "Imogen", "Jasper",
    "Kitty", "Lorcan", "Maud", "Ninian", "Olwen", "Percival", "Quilla", "Rufus", "Sorrel", "Tobias",
)  # fmt: skip

LAST_NAMES = (
    "Ashgrove", "Birkett", "Calloway", "Dunmore", "Eddowes", "Fairhurst", "Garside", "Hathersage",
    "Inglenook", "Jessop", "Kettlewell", "Langthorne", "Mossop", "Netherby", "Ormskirk", "Pemberley",
    "Quayle", "Ravenscar", "Stanhope", "Thistlewood",
)  # fmt: skip

POSTS = (
    ("PCC", "Police and Crime Commissioner"),
    ("DPCC", "Deputy Police and Crime Commissioner"),
    ("CEx", "Chief Executive"),
    ("CC", "Chief Constable"),
    ("DCC", "Deputy Chief Constable"),
    ("ACC", "Assistant Chief Constable"),
)

QUESTIONS = (
    "The {asker} asked why {subject} in {place} had not improved since the {earlier} meeting.",
    "The {asker} asked how confident the {answerer} was that {subject} would recover by the spring.",
    "The {asker} sought reassurance that {subject} was resourced in every area and not only in {place}.",
    "The {asker} queried the figures on {subject} and asked what lay behind the change in {place}.",
    "The {asker} asked what residents of {place} would notice of the work on {subject}.",
)

RESPONSES = (
    "The {answerer} responded that {subject} had been reviewed and that {number} cases remained in {place}.",
    "The {answerer} explained that {subject} stood at {share}%, against {other}% a year before, and that a "
    "new process would be tested in {place} first.",
    "The {answerer} said that demand had risen faster than staffing, that {number} posts were being filled "
    "and that {subject} would be looked at again once they were.",
    "The {answerer} confirmed that the plan for {subject} had been agreed with partners in {place}.",
)

NOTES = (
    "A paper on {subject} had been circulated before the meeting and was taken as read.",
    "Members heard that {subject} in {place} was the subject of a local inspection, which had found {number} "
    "points to put right.",
    "It was noted that {subject} had been raised at a public meeting in {place}.",
    "Performance on {subject} was {share}% for the quarter, with the largest change in {place}.",
)

ACTIONS = (
    "{owner} to share the plan for {subject} in {place}{due}.",
    "{owner} to report back on {subject}{due}.",
    "{owner} to bring a paper on {subject} and what it costs {place}{due}.",
    "{owner} to confirm who leads on {subject} in {place}{due}.",
    "{owner} to provide figures on {subject} for each area{due}.",
)

UPDATES = (
    "A written report was sent before the meeting.",
    "This has been completed and the plan is in use in {place}.",
    "Work goes on; {number} of the steps are done.",
    "Deferred until the review of {subject} has ended.",
)

COMMITMENTS = (
    "The {answerer} would write to the {asker} about {subject} before the end of {month}.",
    "The {answerer} undertook to visit {place} and see the work on {subject}.",
)

DECISIONS = (
    "RESOLVED: that the paper on {subject} be accepted.",
    "It was agreed that {subject} stays on the agenda.",
)
