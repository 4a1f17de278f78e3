"""Lists of people: "Jane Doe (Chair), Sam Lee, Head of Legal" and "Apologies were received from …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from answerable.core.minutes.capacities import CHIEF_RANKS, POST_SHORTS, Beside, read_beside
from answerable.core.minutes.document import Line
from answerable.core.minutes.names import are_initials, name_length, rank_of
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import Attendance, AttendanceStatus, Place

_THOSE = (
    r"(?:(?:those|members|also|board|panel|committee|other|officers|people|staff|non[\s-]members"
    r"|co[\s-]?opted) )*"
)
_HOW = (
    r"(?: (?:list|by invitation|members|at the meeting|in person|virtually|via (?:ms |microsoft )?teams"
    r"|officers|staff|for .{1,30}))?"
)
PRESENT = (
    rf"(?:{_THOSE}(?:present|attendance|attendees?|attending|in attendance|invited|invitees|guests?"
    rf"|participants|attended){_HOW}"
    r"|officials|observers|members|officers|also in attendance|public|ex[\s-]officio|observing|by invitation"
    r"|(?:board|panel|committee|voting|independent|core|co-?opted) members|members? of the public"
    r"|for (?:the )?[A-Z][\w ]{2,30})"
)
APOLOGIES = (
    r"(?:apolog(?:y|ies)(?: for absence| received| given| noted| sent| from| of absence)*(?: \(?if any\)?)?"
    r"|absent|absences?|absentees|not present|not in attendance|unable to attend|regrets|sent apologies"
    r"|did not attend)"
)
_LABEL = re.compile(
    rf"(?:(?P<present>{PRESENT})|(?P<apologies>{APOLOGIES}))\s*(?:\([^)]{{1,40}}\))?"
    # the same word in a second language: "Present / Yn bresennol:"
    rf"(?: ?/ ?[^\W\d][\w' ]{{2,30}}(?=:))?\s*(?:[:–—-]|$|(?=\t))",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bapolog(?:y|ies)\b[^.:;]{0,60}?\b(?:from|by|for)(?! absence\b| lateness)\s+"
    r"|\bapolog(?:y|ies)[^.;]{0,20}:\s*",
    re.IGNORECASE,
)
_GAVE = re.compile(
    r"\b(?:had |has |have )?(?:sent|gave|given|submitted|offered|tendered)\s+(?:(?:his|her"
    r"|their) )?apologies\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\s*(?:there were )?(?:none|nil|no apologies|n/?a|not applicable|no one|nobody)\b", re.I
)
_SENTENCE_END = re.compile(
    r"(?<=[\w)])\.\s+(?=[A-Z])(?<!\b(?:Mr|Dr|Ms)\.\s)(?<!\b(?:Mrs|Rev)\.\s)(?<!\b[A-Z]\.\s)(?<!Prof\.\s)"
    r"(?<!Supt\.\s)(?<!Insp\.\s)(?<!Cllr\.\s)"
)
_SUBLABEL = re.compile(r"(?:\s*[–—-]|[.,;])\s*[A-Z][\w &/]{1,30}:\s*")
_OPENING = re.compile(
    r"(?:(?:Councillors|Cllrs|Messrs|Members)\s+(?=[A-Z])|[A-Z][\w &/’'-]{1,30}:\s*(?=[A-Z]))"
)
"""What stands before the first of several people: "Councillors A Brown, B Dodds", "OPCC: Jane Doe"."""

_INITIALS_FIRST = re.compile(r"(?P<short>[A-Z]{2,3}[a-z]?)\s*(?:[–—:-]\s*)?(?<=[\s–—:-])(?=[A-Z][a-z])")
_ALL = re.compile(
    r"\s*[–—-]\s*(?:all|both)\s+(?:of\s+(?:the\s+)?|from\s+(?:the\s+)?)?(?P<body>[\w&/' ]{2,60})\.?$",
    re.IGNORECASE,
)
_GLUE = re.compile(r"[\s•]*(?:(?:and|&)\s+)?")
_BULLET = re.compile(r"\s*(?:[•▪‣◦·\uf0b7*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_DASHED_POST = re.compile(r"(?P<post>[A-Z][^,;()–—:]{1,70}?)\s*(?:\([A-Z][\w/]{1,6}\)\s*)?(?:–|—|\s-|:)\s+")
_POST_WORD = re.compile(r"(?:the\s+)?[\w/&'’-]+,?\s+(?:\([A-Z][\w/]{1,6}\)\s+)?")
_IN_POST = frozenset(
    {
        "the", "temporary", "acting", "deputy", "assistant", "police", "fire", "and", "crime", "chief",
        "detective", "staff", "policy", "finance", "executive", "operating", "head", "director",
        "monitoring", "officer", "commissioner", "constable", "mayor", "superintendent", "inspector",
        "sergeant", "councillor", "of", "for", "legal", "communications", "governance", "performance",
        "strategy", "commissioning", "pcc", "chair",
    }
)  # fmt: skip
"""Words of a post that stands before a name with nothing between them: "Chief Constable Jane Doe"."""


@dataclass(slots=True)
class Attendee:
    """A person as listed: ``place`` is where, its separators included."""

    name: str
    beside: Beside
    status: AttendanceStatus
    place: list[Passage] = field(default_factory=list)

    def lines(self) -> list[Line]:
        return [line for piece in self.place for line in piece.lines()]


PlacesOf = Callable[[Sequence[Line]], list[Place]]


def as_attendance(found: Attendee, places_of: PlacesOf) -> Attendance:
    beside = found.beside
    return {
        "name": found.name,
        "capacity": beside.capacity,
        "abbreviation": beside.abbreviation,
        "status": found.status,
        "from_item": beside.from_item,
        "to_item": beside.to_item,
        "source": places_of(found.lines()),
    }


def list_label(text: str) -> tuple[AttendanceStatus, int] | None:
    """The status that "Present:" or "Apologies for absence –" opens, and where what follows begins."""
    match = _LABEL.match(text)
    if match is None:
        return None
    return ("apologies" if match["apologies"] else "present"), match.end()


def read_list(text: Passage, status: AttendanceStatus) -> list[Attendee]:
    """The people that a passage lists, in order; none where it is no list of people.

    Every person's place runs to where the next one begins.
    """
    if _NOBODY.match(text.text):
        return []
    pieces = list(_people(text.text))
    found: list[Attendee] = []
    for at, (start, name_at, name_end, rest_end) in enumerate(pieces):
        end = pieces[at + 1][0] if at + 1 < len(pieces) else len(text.text)
        name = text.text[name_at:name_end].strip(" .,")
        rest = text.text[name_end:rest_end]
        in_brackets = text.text[name_at - 1 : name_at] == "("
        beside = read_beside(rest.removeprefix(")") if in_brackets else rest, name)
        rank = rank_of(name)
        if rank and beside.abbreviation is None and beside.capacity is None and rank.upper() in CHIEF_RANKS:
            beside.abbreviation = beside.capacity = rank
        if name_at > start and (post := text.text[start:name_at].strip(" ,:–—-•(")) and _is_post(post):
            beside = _with_post(beside, post)
        if (short := _INITIALS_FIRST.match(text.text, start)) and short.end() == name_at:
            beside.abbreviation = short["short"]
        found.append(
            Attendee(name, beside, "apologies" if beside.apologies else status, [text.cut(start, end)])
        )
    _share_body(text.text, found)
    return found


def read_apologies(passages: Sequence[Passage]) -> list[Attendee]:
    """Who sent apologies, from the passages of an item about them or any others.

    Lists ("Jane Doe, Sam Lee (CC)") and sentences ("Apologies were received from …", "… sent apologies").
    """
    found: list[Attendee] = []
    for text in passages:
        if not re.search(r"apolog", text.text, re.IGNORECASE):
            found += _whole_list(text)
            continue
        for match in _FROM.finditer(text.text):
            stop = _SENTENCE_END.search(text.text, match.end())
            found += read_list(text.cut(match.end(), stop.start() if stop else None), "apologies")
        for match in _GAVE.finditer(text.text):
            starts = [stop.end() for stop in _SENTENCE_END.finditer(text.text, 0, match.start())]
            found += read_list(text.cut(starts[-1] if starts else 0, match.start()), "apologies")
    return found


def _whole_list(text: Passage) -> list[Attendee]:
    """The people of a passage that is nothing but a list of them."""
    if not is_list(text.text):
        return []
    return read_list(text, "apologies")


_OF_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|to|that|asked|said|noted|reported|advised|gave)\b"
)


def is_list(text: str) -> bool:
    """Whether a text begins with a person and goes on like a list, not like a sentence."""
    start = _start(text)
    if not _person_at(text, start):
        return False
    return not _OF_SENTENCE.search(text)


def _people(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Start, start of name, end of name and end of what stands beside it, for each person of a run."""
    found: list[tuple[int, int, int]] = []
    for start in _starts(text):
        person = _person_at(text, start) if not found or start >= found[-1][2] else None
        if person is not None:
            found.append((start, *person))
    for at, (start, name_at, name_end) in enumerate(found):
        stop = found[at + 1][0] if at + 1 < len(found) else len(text)
        yield start, name_at, name_end, _trim_back(text, name_end, stop)


def _starts(text: str) -> list[int]:
    """Where a person may begin: at the start, after a comma, a bracket, "and" or a label inside the run."""
    found = {_start(text)}
    labelled = ":" in text
    depth = 0
    for at, char in enumerate(text):
        depth = max(depth + (char == "(") - (char == ")"), 0)
        if depth:
            continue
        if char in ",;•\uf0b7|)":
            found.add(_skip(text, at + 1))
        elif text.startswith((" and ", " & "), at):
            found.add(_skip(text, text.index(" ", at + 1)))
        if labelled and (label := _SUBLABEL.match(text, at)):
            found.add(label.end())
    return sorted(start for start in found if start < len(text))


def _start(text: str) -> int:
    bullet = _BULLET.match(text)
    at = bullet.end() if bullet else 0
    opening = _OPENING.match(text, at)
    named = opening and (_is_post(opening[0].strip(" :")) or list_label(opening[0]))
    return opening.end() if opening and not named else at


def _skip(text: str, at: int) -> int:
    match = _GLUE.match(text, at)
    return match.end() if match else at


def _person_at(text: str, at: int) -> tuple[int, int] | None:
    """Where the name of a person who is listed at ``at`` starts and ends; None where there is none."""
    short = _INITIALS_FIRST.match(text, at)
    if short:
        length = name_length(text[short.end() :])
        if length and are_initials(short["short"], text[short.end() : short.end() + length]):
            return short.end(), short.end() + length
    length = name_length(text[at:])
    if length:
        return at, at + length
    post = _post_length(text, at) or _post_before_bracket(text, at)
    if post:
        length = name_length(text[at + post :])
        if length:
            return at + post, at + post + length
    return None


_ACTING = re.compile(r"^[ta]/(?=\w{3})")


def _bare_word(words: str) -> str:
    """The first word, without what says that it is held for a time ("T/Assistant")."""
    return _ACTING.sub("", words.split()[0].strip(",").casefold())


def _post_length(text: str, at: int) -> int:
    """How much a post before a name takes: "Chief Constable – " of "Chief Constable – Jane Doe"."""
    dashed = _DASHED_POST.match(text, at)
    if dashed and _is_post(dashed["post"]):
        return dashed.end() - at
    end = at
    while (word := _POST_WORD.match(text, end)) and _bare_word(word[0]) in _IN_POST:
        end = word.end()
        if name_length(text[end:]):
            return end - at
    return 0


_BRACKETED = re.compile(r"(?P<post>[A-Z][\w/ ]{1,40}?) ?\((?=[A-Z][^()]{2,40}\))")


def _post_before_bracket(text: str, at: int) -> int:
    """ "PCC (" of "PCC (Jane Doe)"."""
    found = _BRACKETED.match(text, at)
    return found.end() - at if found and _is_post(found["post"]) else 0


_POST = re.compile(
    r"\b(?:Commissioner|Constable|Officer|Executive|Director|Head of|Manager|Superintendent"
    r"|Inspector|Sergeant"
    r"|Mayor|Chair|Clerk|Adviser|Advisor|Secretary|Treasurer|Lead|Assistant|Analyst|Solicitor|Councillor"
    r"|Auditor)\b"
)


def _is_post(words: str) -> bool:
    return words.upper() in POST_SHORTS or bool(_POST.search(words))


def _with_post(beside: Beside, post: str) -> Beside:
    short = re.search(r"\((?P<short>[A-Z][\w/]{1,6})\)$", post)
    if short:
        beside.abbreviation = beside.abbreviation or short["short"]
        post = post[: short.start()].strip()
    post = post.removeprefix("the ").rstrip("( ")
    if post.upper() in POST_SHORTS:
        beside.abbreviation = beside.abbreviation or post
    if re.fullmatch(r"chair(?:man|person|woman)?", post, re.IGNORECASE):
        beside.chair = True
    beside.capacity = post if beside.capacity is None else f"{post}, {beside.capacity}"
    return beside


_LABEL_OF_NEXT = re.compile(r"(?:\s*[–—-]|[.;])\s*[A-Z][\w &/]{1,30}:\s*$")
_GLUE_OF_NEXT = re.compile(r"[\s,;•\uf0b7|]*(?:\b(?:and|&))?\s*$")


def _trim_back(text: str, start: int, stop: int) -> int:
    """Where what stands beside a name ends: before the separator, the "and" and the label of the next one."""
    rest = text[start:stop]
    rest = _LABEL_OF_NEXT.sub("", rest)
    rest = _GLUE_OF_NEXT.sub("", rest)
    return start + len(rest.rstrip())


def _share_body(text: str, found: list[Attendee]) -> None:
    """ "A, B, C – all CLG": the body is that of everybody who has no capacity yet, back to one who has."""
    match = _ALL.search(text)
    if match is None or not found:
        return
    found[-1].beside = read_beside(text[: match.start()].rpartition(found[-1].name)[2], found[-1].name)
    for person in reversed(found):
        if person.beside.capacity is not None:
            break
        person.beside.capacity = match["body"].strip()
