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

# Sentences are put together from three pools, so that minutes do not repeat themselves more than people do.

ASKS = (
    "The {asker} asked why {subject}",
    "The {asker} wanted to know whether {subject}",
    "The {asker} sought reassurance that {subject}",
    "Turning to the second page of the paper, the {asker} asked how {subject}",
    "The {asker} queried the figures and asked if {subject}",
    "In light of letters from residents, the {asker} asked whether {subject}",
    "Noting last year's promise, the {asker} asked when {subject}",
    "The {asker} challenged the view that {subject}",
    "As a follow-up the {asker} asked what it would take before {subject}",
    "The {asker} asked for an honest view of whether {subject}",
)
ASK_MIDDLES = (
    "in {place} had not improved since {earlier}",
    "could be sustained with {number} fewer posts",
    "was understood by sergeants around {place}",
    "had fallen behind the neighbouring forces",
    "would be noticed by shopkeepers in {place}",
    "still depended on one person's goodwill",
    "was being measured in the right way",
    "had been part of the winter exercise at {place}",
    "was worth the {number} thousand pounds it cost",
    "might be run together with the councils",
    "had suffered from the move out of {place}",
    "came up so seldom in the weekly briefing",
    "was any better off for the new software",
    "had been discussed with the {number} parishes",
)
ASK_ENDS = (
    ".",
    " and who would put that right.",
    ", given what inspectors wrote in {month}.",
    " and what had been learnt from it.",
    ", and whether volunteers had been told.",
    " when the budget was set.",
    " before anybody else noticed.",
    ", as the panel had claimed.",
)

ANSWERS = (
    "The {answerer} responded that",
    "The {answerer} said that",
    "The {answerer} explained that",
    "In reply the {answerer} said that",
    "The {answerer} was clear that",
    "The {answerer} confirmed that",
    "The {answerer} accepted the criticism and said that",
    "The {answerer} pointed out that",
)
ANSWER_MIDDLES = (
    "{subject} stood at {share}% against {other}% twelve months ago",
    "{number} cases remained, most of them from {place}",
    "demand had risen faster than anybody had forecast",
    "two sergeants had been moved across from {place}",
    "the old contract ends in {month} and will not be renewed",
    "training for {number} officers had begun in the spring",
    "nobody had owned the problem until {month}",
    "the figures for {place} were distorted by a single event",
    "colleagues from the fire service had lent a hand",
    "a pilot in {place} had cut waiting by {number} hours",
    "the backlog peaked at {number} and has come down every week",
    "supervisors now look at a sample of {number} each Friday",
    "partners in {place} were slow to sign the agreement",
    "a change in recording explained about {number} of them",
    "morale at {place} had been poor and was recovering",
)
ANSWER_ENDS = (
    ".",
    ", though winter would be the real test.",
    ", and the curve was at last pointing the right way.",
    "; a fuller answer would need another month's data.",
    ", which residents had begun to notice.",
    ", without any extra money.",
    " and the board had been told so.",
    ", so there was no reason for alarm.",
    "; the detail was in the annex.",
)

NOTES = (
    "A paper on {subject} had been circulated before the meeting and was taken as read.",
    "Members heard that an inspection of {subject} in {place} had found {number} points to put right.",
    "It was noted that somebody had raised {subject} at a public meeting held in {place}.",
    "Performance stood at {share}% for the quarter, the largest change being at {place}.",
    "{number} written comments on {subject} had come in, a third of them from {place}.",
)

ACTIONS = (
    "{owner} to share the plan for {subject} in {place}{due}.",
    "{owner} to report back on {subject}{due}.",
    "{owner} to bring a paper on {subject} and what it costs {place}{due}.",
    "{owner} to confirm who leads on {subject} in {place}{due}.",
    "{owner} to provide figures on {subject} for each area{due}.",
    "{owner} to visit {place} and see how {subject} is dealt with there{due}.",
    "{owner} to ask the {number} parishes what they think of {subject}{due}.",
)

UPDATES = (
    "A written report was sent before the meeting.",
    "This has been completed and the plan is in use in {place}.",
    "Work goes on; {number} of the steps are done.",
    "Deferred until the review of {subject} has ended.",
    "Discussed with the parish clerks; {place} is still to answer.",
    "Completed in {month}.",
)

COMMITMENTS = (
    "The {answerer} would write to the {asker} about {subject} before the end of {month}.",
    "The {answerer} undertook to visit {place} and see the work on {subject}.",
)

DECISIONS = (
    "RESOLVED: that the paper on {subject} be accepted.",
    "It was agreed that {subject} stays on the agenda.",
)
