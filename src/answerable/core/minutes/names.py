"""What a person's name looks like on an attendance list, and what stands before it and beside it."""

from __future__ import annotations

import re

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Rev(?:d|erend)?"
    r"|Canon|The Hon|Rt Hon|HHJ|Judge|Ald(?:erman)?)\b\.?"
)
RANK = (
    r"(?:(?:T|A|D|Temp|Temporary|Acting|Det|Detective)\b[/. ]*)?"
    r"(?:DPF?CC|PF?CC|DCC|ACC|CC|ACO|DAC|C/ ?Supt|Ch(?:ief)?\.? ?Supt|Chief Superintendent|D/? ?Supt|Supt"
    r"|Superintendent|DCS|DCI|C/ ?Insp|Ch(?:ief)?\.? ?Insp|Chief Inspector|Insp|Inspector|CI|DI|DS|Sgt|PS|PC"
    r"|Commander|Cdr)\b\.?"
)
_RANKED = re.compile(rf"(?:{TITLE}\s+)*(?P<rank>{RANK})\s+")
_TITLES = re.compile(rf"(?:(?:{TITLE}|{RANK})\s+)+")
_TOKEN = re.compile(
    r"(?:[^\W\d_a-z][\w'’`.-]*|d['’][A-Z]\w+|(?:de|van|der|den|von|la|le|al|bin|ap|du|da|dos)\b)"
)
_PARTS = re.compile(r"[-/]|['’]s?$")
_WORD = re.compile(r"\s*([\w'’-]+)")
_PARTICLES = frozenset(
    {
        "de", "van", "der", "den", "von", "la", "le", "al", "bin", "ap", "du", "da", "dos",
    }
)  # fmt: skip
MAX_NAME_TOKENS = 5

NOT_NAMES = frozenset(
    {
        "a", "about", "absence", "absent", "accountability", "action", "actions", "acting", "adviser",
        "advisor", "advisory", "affairs", "agency", "agenda", "all", "also", "analysis", "analyst", "and",
        "apologies", "arising", "arrangements", "assembly", "assessment", "assistant", "associate",
        "association", "assurance", "attendance", "attendees", "attending", "audit", "author", "authority",
        "any", "available", "bcu", "board", "body", "borough", "briefing", "budget", "bureau", "business",
        "cabinet", "capacity", "central", "centre", "chair", "chairman", "chairperson", "chief", "children",
        "chief's", "citizens", "city", "clerk", "closed", "closing", "comments", "commissioner",
        "commissioning", "commissioners", "commission", "committee", "communications", "communities",
        "community", "company", "complaints", "conduct", "confidence", "confidential", "confirmation",
        "constable", "constabulary", "control", "coordinator", "co-ordinator", "council", "councillors",
        "county", "court", "crime", "criminal", "custody", "data", "date", "deadline", "decision",
        "decisions", "declarations", "delivery", "department", "deputy", "detective", "development",
        "diary", "digital", "director", "directorate", "discussion", "district", "division", "domestic",
        "draft", "due", "engagement", "estates", "ethics", "every", "executive", "ex-officio",
        "external", "facilities", "feedback", "figures", "finance", "financial", "fire", "force", "forces",
        "forum", "forward", "fraud", "from", "full", "fund", "general", "governance", "government", "group",
        "head", "health", "holding", "home", "hospital", "housing", "human", "hq", "improvement", "in",
        "incident", "independent", "induction", "information", "initiative", "inspection", "inspector",
        "inspectorate", "insight", "intelligence", "interests", "interim", "internal", "introduction",
        "introductions", "invited", "invitees", "issues", "it", "item", "items", "joint",
        "judicial", "justice", "lead", "leader", "learning", "legal", "local", "magistrates",
        "management", "manager", "mayor", "media", "meeting", "meetings", "member", "members", "mental",
        "minister", "ministry", "minute", "minutes", "monitoring", "monthly", "name", "national",
        "neighbourhood", "next", "none", "note", "notes", "nhs", "no", "nil", "objectives", "observer",
        "observers", "of", "office", "officer", "officers", "official", "officials", "operational",
        "operations", "opcc", "opfcc", "organisation", "organisational", "other", "outcomes", "outstanding",
        "overview", "panel", "paper", "papers", "parish", "partner", "partners", "partnership",
        "partnerships", "people", "performance", "personal", "personnel", "phone", "plan", "planning",
        "police", "policing", "policy", "portfolio", "presence", "present", "presentation", "press",
        "prevention", "previous", "principal", "priorities", "priority", "private", "probation",
        "professional", "programme", "project", "property", "prosecution", "protection", "protecting",
        "public", "quality", "quarterly", "questions", "receipt", "record", "recruitment", "region",
        "regional", "register", "report", "reporting", "reports", "representative", "representatives",
        "resident", "resources", "response", "review", "risk", "risks", "road", "role", "safeguarding",
        "safer", "safety", "satisfaction", "scheme", "scrutiny", "secretariat", "secretary", "section",
        "secure", "security", "senior", "sergeant", "serious", "service", "services", "sheriff", "social",
        "society", "solicitor", "special", "specialist", "staff", "standards", "strategic", "strategy",
        "summary", "superintendent", "support", "supervisor", "taker", "task", "team", "teams", "technical",
        "terms", "the", "theme", "themes", "title", "topic", "town", "trading", "transformation",
        "transport", "treasurer", "trust", "trustee", "tracker", "training", "transparency", "update",
        "updates", "university", "venue", "victim", "victims", "video", "violence", "virtual",
        "volunteer", "vulnerability", "welcome", "welfare", "witness", "women", "work",
        "workforce", "workstreams", "youth", "yes",
    }
)  # fmt: skip
"""Words that roles, bodies and agenda items are made of and people's names are not."""

_BODY_WORDS = frozenset(
    {
        "police", "constabulary", "council", "university", "fire", "borough", "county", "district", "city",
        "trust", "association", "ltd", "limited", "probation", "hospital", "partnership", "authority",
        "force",
    }
)  # fmt: skip


_LAST_BODY_WORDS = frozenset(
    {
        "authority", "council", "university", "association", "trust", "limited", "ltd", "agency",
        "hospital", "ministry",
    }
)  # fmt: skip
"""Words that end a body's name ("Wyvern Valley Authority") and begin no role."""


def title_length(text: str) -> int:
    """How many characters of ``text``, from its start, are "Dr", "ACC", "T/Supt" and the like."""
    match = _TITLES.match(text)
    return match.end() if match else 0


def name_length(text: str) -> int:
    """How many characters of ``text``, from its start, are a person's name with its titles; 0 for none.

    A name has two words, or one after a title. It ends before the first word that names a role or a body:
    of "Jane Doe Head of Legal" the name is "Jane Doe".
    """
    titled = title_length(text)
    at, ends, words = titled, [], []
    for _ in range(MAX_NAME_TOKENS):
        match = _TOKEN.match(text, at)
        if match is None or not _is_name_word(match[0]):
            break
        words.append(match[0])
        ends.append(match.start() + len(match[0].rstrip(".")) if len(match[0]) > 2 else match.end())
        if match.end() >= len(text) or text[match.end()] != " ":
            break
        if match[0].endswith(".") and len(match[0]) > 2:
            break  # a sentence's end, no initial
        at = match.end() + 1
    while words and (words[-1] in _PARTICLES or len(words[-1].rstrip(".'’")) < 1):
        words.pop()
    if len(words) > 2 and _next_word(text, ends[len(words) - 1]) in _BODY_WORDS:
        words.pop()  # "Jane Doe Wyvern Police": the body's name has begun
    if not titled and len(words) == 2 and _next_word(text, ends[1]) in _LAST_BODY_WORDS:
        return 0
    if len(words) < 2 and not (titled and words and len(words[0]) > 1):
        return 0
    return ends[len(words) - 1]


def is_name(text: str) -> bool:
    """Whether all of ``text`` is a person's name."""
    bare = text.strip()
    return bool(bare) and name_length(bare) >= len(bare.rstrip("."))


def without_titles(name: str) -> str:
    """ "Jane Doe" of "Dr Jane Doe" and "T/ACC Jane Doe"."""
    return name[title_length(name) :].strip()


def rank_of(name: str) -> str | None:
    """The rank or post before a name: "T/ACC" of "T/ACC Jane Doe"; None where there is none."""
    match = _RANKED.match(name)
    return match["rank"] if match else None


_NAME_BREAKS = re.compile(r"[\s'’-]+")


def initials_of(name: str) -> str:
    """ "JD" of "Dr Jane Doe", "JOS" of "Jane O'Shea-Smith"."""
    return "".join(part[0].upper() for part in _NAME_BREAKS.split(without_titles(name)) if part[:1].isalpha())


def are_initials(short: str, name: str) -> bool:
    """Whether ``short`` abbreviates the name: "JD", also "JDo" and "JtD", or letters of it in order."""
    words = [word for word in _NAME_BREAKS.split(without_titles(name)) if word]
    letters = [char for char in short if char.isalpha()]
    if len(words) < 2 or len(letters) < 2 or letters[0].casefold() != words[0][0].casefold():
        return False
    rest = "".join(letters[1:]).casefold()
    later = ["".join(words[at:]).casefold() for at in range(1, len(words))]
    starts = "".join(word[0] for word in words[1:]).casefold()
    return rest == starts or any(word.startswith(rest) for word in later) or rest in (starts[-1:], starts[:1])


def _is_name_word(word: str) -> bool:
    bare = word.rstrip(".,'’").casefold()
    if word in _PARTICLES or len(bare) == 1:
        return True
    if bare in NOT_NAMES:
        return False
    if not bare.isalpha() and any(part in NOT_NAMES for part in _PARTS.split(bare) if len(part) > 2):
        return False
    short = len(word) > 3 or "/" in word
    return not (short and word.isupper() and word.casefold() in NOT_NAMES)


def _next_word(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match[1].casefold() if match else ""
