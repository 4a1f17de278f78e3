"""Who speaks in minutes: posts, people and bodies, and which side of the table they sit on.

The office asks and the force answers. Names come from the attendance list; posts that every meeting of
this kind knows are listed here, so that "the Chief Constable" is heard in minutes without a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from answerable.core.minutes.names import initials_of, rank_of
from answerable.core.minutes.record import Attendance

Side = Literal["office", "staff", "force", "other"]
"""Who asks (commissioner, deputy, panel), the office's own staff, who answers, and everybody else."""

_POSTS: tuple[tuple[str, str, Side], ...] = (
    ("PCC", "Police and Crime Commissioner", "office"),
    ("PFCC", "Police, Fire and Crime Commissioner", "office"),
    ("DPCC", "Deputy Police and Crime Commissioner", "office"),
    ("DPFCC", "Deputy Police, Fire and Crime Commissioner", "office"),
    ("Deputy PCC", "Deputy PCC", "office"),
    ("Deputy PFCC", "Deputy PFCC", "office"),
    ("APCC", "Assistant Police and Crime Commissioner", "office"),
    ("Commissioner", "Commissioner", "office"),
    ("Deputy Commissioner", "Deputy Commissioner", "office"),
    ("Mayor", "Mayor", "office"),
    ("Deputy Mayor", "Deputy Mayor", "office"),
    ("DMPC", "Deputy Mayor for Policing and Crime", "office"),
    ("OPCC", "Office of the Police and Crime Commissioner", "staff"),
    ("OPFCC", "Office of the Police, Fire and Crime Commissioner", "staff"),
    ("CEx", "Chief Executive", "staff"),
    ("CE", "Chief Executive", "staff"),
    ("CEO", "Chief Executive", "staff"),
    ("CFO", "Chief Finance Officer", "staff"),
    ("MO", "Monitoring Officer", "staff"),
    ("Chair", "Chair", "office"),
    ("Chairman", "Chairman", "office"),
    ("Panel", "Panel", "office"),
    ("Members", "Members", "office"),
    ("Committee", "Committee", "office"),
    ("Secretariat", "Secretariat", "other"),
    ("CC", "Chief Constable", "force"),
    ("DCC", "Deputy Chief Constable", "force"),
    ("ACC", "Assistant Chief Constable", "force"),
    ("T/CC", "Temporary Chief Constable", "force"),
    ("T/DCC", "Temporary Deputy Chief Constable", "force"),
    ("T/ACC", "Temporary Assistant Chief Constable", "force"),
    ("A/CC", "Acting Chief Constable", "force"),
    ("A/DCC", "Acting Deputy Chief Constable", "force"),
    ("A/ACC", "Acting Assistant Chief Constable", "force"),
    ("TCC", "Temporary Chief Constable", "force"),
    ("TDCC", "Temporary Deputy Chief Constable", "force"),
    ("TACC", "Temporary Assistant Chief Constable", "force"),
    ("ACO", "Assistant Chief Officer", "force"),
    ("Commander", "Commander", "force"),
    ("Ch Supt", "Chief Superintendent", "force"),
    ("C/Supt", "Chief Superintendent", "force"),
    ("Supt", "Superintendent", "force"),
    ("DCS", "Detective Chief Superintendent", "force"),
)

_STAFF = re.compile(
    r"policy|chief executive|finance officer|treasurer|monitoring officer|solicitor|assistant to"
    r"|secretary|minute|clerk|officer,? o?pf?cc|\bopf?cc\b",
    re.I,
)
_OFFICE = re.compile(
    r"commissioner|\bo?pf?cc\b|mayor|policy|chief executive|panel|member|councillor|\bcllr\b"
    r"|scrutiny|^(?:vice |deputy )?chair(?:man|woman|person)?$",
    re.I,
)
_FORCE = re.compile(
    r"constable|commissioner of police|(?<!crime )\bassistant commissioner\b"
    r"|superintendent|\bsupt\b|inspector|sergeant|\bforce\b|constabulary|\bpolice(?! and "
    r"crime|,? fire)|staff officer"
    r"|\bacc\b|\bdcc\b|chief officer|commander|detective",
    re.I,
)
A_PANEL = 3  # councillors on the list from which on it is a panel's
_COUNCILLOR = re.compile(r"(?:Cllr|Councillor|Ald|Alderman)\b")
_HELD_TO_ACCOUNT = re.compile(r"commissioner|mayor|pf?cc$|dmpc")
MAX_POST_WORDS = 7  # of a capacity by which minutes may call its holder ("the Director of Policing")
RANKS = (
    r"(?:T/|A/|D/)?(?:DCC|ACC|CC|ACO|C/Supt|Ch\.? ?Supt|D/?Supt|Supt|DCI|DCS|DI|CI|Insp|Chief "
    r"Superintendent|Superintendent|Chief Inspector|Inspector|Mr|Mrs|Ms|Miss|Dr|Prof|Professor"
    r"|Cllr|Councillor|Sir|Dame|Lord|Lady|Rev)\.?"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may speak or own: ``shown`` is what the record prints for them."""

    shown: str
    side: Side


class Named(NamedTuple):
    """A voice as it is printed in a text: its words, and where they end."""

    name: str
    end: int


@dataclass(frozen=True)
class Voices:
    """The voices of one meeting.

    ``by_first``: printed names by their first word, the longest first. ``short``: capacities (lower case) by
    the abbreviation that the attendance list gives them. ``surnames``: the sides of the people listed.
    ``guessed``: initials made of the names on the list, which does not print them.
    """

    by_name: dict[str, Voice]
    by_first: dict[str, list[str]]
    abbreviations: frozenset[str] = field(default_factory=frozenset)
    surnames: dict[str, Side] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    guessed: frozenset[str] = frozenset()
    known: dict[str, Voice] = field(default_factory=dict, repr=False, compare=False)
    """Who was asked for so far: the same few speak all the time."""

    def find(self, printed: str) -> Voice | None:
        key = _key(printed)
        found = self.by_name.get(key)
        if found is None and key.endswith("s"):
            found = self.by_name.get(key[:-1])
        return found

    def explains(self, printed: str) -> bool:
        """Whether a post or the attendance list says who this is; initials that were only made up do not."""
        if self.find(printed) is not None:
            return _key(printed) not in self.guessed
        return " " in printed and printed.rsplit(" ", 1)[-1] in self.surnames

    def of(self, printed: str) -> Voice:
        voice = self.known.get(printed)
        if voice is None:
            voice = self.known[printed] = self.find(printed) or self._unlisted(printed)
        return voice

    def _unlisted(self, printed: str) -> Voice:
        side = self.surnames.get(printed.rsplit(" ", 1)[-1])
        return Voice(printed, side or ("force" if _FORCE.search(printed) else "other"))

    def match(self, text: str, at: int = 0) -> Named | None:
        """The voice that stands at ``at``, with or without "the": a known name, or a rank with any name."""
        if text.startswith(("The ", "the "), at):
            at += 4
        if not text[at : at + 1].isupper():
            return None
        ranked = _RANKED.match(text, at)
        if ranked is not None:
            return Named(ranked[0], ranked.end())
        first = _FIRST.match(text, at)
        for name in self.by_first.get(first[0], ()) if first else ():
            end = at + len(name)
            if text.startswith(name, at) and not text[end : end + 1].isalnum():
                end = self._with_surname(text, end)
                return Named(text[at:end], end)
        return self._by_surname(text, at)

    def _by_surname(self, text: str, at: int) -> Named | None:
        """ "Director Doe", "Chief of Staff Doe", and "Doe" alone where it says or asks something."""
        found = _TITLED.match(text, at)
        words = found[0].split() if found else []
        for count, word in enumerate(words, 1):
            if word in self.surnames:
                name = " ".join(words[:count])
                end = at + len(name)
                return Named(name, end) if count > 1 or _SPEAKS.match(text, end) else None
        return None

    def _with_surname(self, text: str, end: int) -> int:
        """Where "Chief Constable Doe" ends, if Doe is on the attendance list; else where the post does."""
        found = _SURNAME.match(text, end)
        return found.end() if found and found[1] in self.surnames else end

    def all_in(self, text: str) -> Iterator[Named]:
        """Every voice that a text names, in order."""
        at = 0
        for start in _CAPITALS.finditer(text):
            found = self.match(text, start.start()) if start.start() >= at else None
            if found is not None:
                at = found.end
                yield found


def side_of(capacity: str | None) -> Side:
    """The side of the table that a printed capacity sits on."""
    if not capacity:
        return "other"
    if _FORCE.search(capacity):
        return "force"
    if _STAFF.search(capacity):
        return "staff"
    return "office" if _OFFICE.search(capacity) else "other"


def voices(attendance: Iterable[Attendance]) -> Voices:
    """The standard posts and everybody on the attendance list."""
    people = list(attendance)
    by_name = dict(_STANDARD)
    panel = _is_panel(people)
    if panel:
        for key, voice in by_name.items():
            if voice.side == "office" and _HELD_TO_ACCOUNT.search(key):
                by_name[key] = Voice(voice.shown, "force")
    printed: list[str] = []
    sides = [_side(person, panel) for person in people]
    for person, side in zip(people, sides, strict=True):
        shown = person["abbreviation"] or person["name"]
        voice = Voice(shown, side)
        for name in _names_of(person):
            by_name.setdefault(_key(name), voice)
            printed.append(name)
        post = (person["capacity"] or "").split(",")[0].strip()
        if 1 < len(post.split()) <= MAX_POST_WORDS:
            by_name.setdefault(_key(post), Voice(person["abbreviation"] or post, voice.side))
            printed.append(post)
    shorts = {short for short, _, _ in _POSTS} | {p["abbreviation"] for p in people if p["abbreviation"]}
    shortened = {
        p["capacity"].lower(): p["abbreviation"] for p in people if p["capacity"] and p["abbreviation"]
    }
    initials = _initials(people, by_name)
    by_name.update(initials)
    return Voices(
        by_name,
        _with_standard(_first_words([*printed, *(voice.shown for voice in initials.values())])),
        frozenset(s for s in shorts if s),
        _surnames(people, sides),
        shortened,
        frozenset(initials),
    )


def _is_panel(people: Sequence[Attendance]) -> bool:
    """Whether those who ask are a panel of councillors, before whom a commissioner answers."""
    return sum(_COUNCILLOR.match(person["name"]) is not None for person in people) >= A_PANEL


def _initials(people: Sequence[Attendance], taken: Mapping[str, Voice]) -> dict[str, Voice]:
    """Initials by which minutes may call people whom the list gives none, where they are nobody else's."""
    found: dict[str, list[tuple[str, Attendance]]] = {}
    for person in people:
        short = initials_of(person["name"])
        if len(short) > 1 and (key := _key(short)) not in taken and short not in _NO_INITIALS:
            found.setdefault(key, []).append((short, person))
    alone = {key: bearers[0] for key, bearers in found.items() if len(bearers) == 1}
    return {key: Voice(short, side_of(person["capacity"])) for key, (short, person) in alone.items()}


def _side(person: Attendance, panel: bool) -> Side:
    """The side of somebody listed; ``panel``: a commissioner or mayor is before a panel and answers."""
    if _COUNCILLOR.match(person["name"]):
        return "office"
    capacity = " ".join(filter(None, (rank_of(person["name"]), person["capacity"])))
    side = side_of(capacity)
    return "force" if panel and side == "office" and _HELD_TO_ACCOUNT.search(capacity.lower()) else side


def _surnames(people: Sequence[Attendance], sides: Sequence[Side]) -> dict[str, Side]:
    """Last names and the sides of their bearers; ``other`` where two sides share a name."""
    found: dict[str, Side] = {}
    for person, side in zip(people, sides, strict=True):
        last = person["name"].rsplit(" ", 1)[-1]
        found[last] = side if found.get(last, side) == side else "other"
    return found


def _names_of(person: Attendance) -> list[str]:
    names = [person["name"]]
    words = _LEADING_RANKS.sub("", person["name"]).split()
    if len(words) > 1:
        names.append(" ".join(words))
    if person["abbreviation"]:
        names.append(person["abbreviation"])
    return [name for name in names if len(name) > 1]


def _key(name: str) -> str:
    return _NO_KEY.sub("", name.lower()).strip()


_NO_KEY = re.compile(r"[^a-z0-9/ ]")
_LEADING_RANKS = re.compile(rf"^(?:{RANKS} )+")
_NO_INITIALS = frozenset(("IT", "HR", "AM", "PM", "UK", "EU", "US", "NO", "AOB", "ID"))
_RANKED = re.compile(
    rf"{RANKS} [A-Z][\w'’-]+(?: [A-Z][a-z'’-]+)?(?!\w)"
    rf"|Head of [A-Z][\w,&]*(?: (?:and|of|[A-Z&])[\w,]*)*(?!\w)"
)
_TITLED = re.compile(r"[A-Z][\w'’/.-]*(?: (?:of|for|and|[A-Z][\w'’/.-]*)){0,5}(?!\w)")
_SPEAKS = re.compile(
    r" (?:also |then |further )?(?:asked|queried|questioned|challenged|sought|pressed|said|replied|reported"
    r"|explained|advised|confirmed|responded|noted|stated|added|suggested|summarised|outlined|presented"
    r"|agreed|acknowledged|thanked|welcomed|described|did not|undertook|answered|commented)\b"
)
_SURNAME = re.compile(r" ([A-Z][\w'’-]+)(?!\w)")
_FIRST = re.compile(r"[^\W\d_][\w/]*")
_CAPITALS = re.compile(r"(?<!\w)[A-Z]")


def _first_words(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        first = _FIRST.match(name)
        if first is not None:
            found.setdefault(first[0], []).append(name)
    return found


def _with_standard(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """The names by first word with the standard posts among them, the longest first."""
    merged = dict(_STANDARD_NAMES)
    for word, names in found.items():
        both = {*names, *merged.get(word, ())}
        merged[word] = sorted(both, key=lambda name: (-len(name), name))
    return merged


_STANDARD = {_key(name): Voice(short, side) for short, long, side in _POSTS for name in (short, long)}
_STANDARD_NAMES = _first_words(name for post in _POSTS for name in post[:2])
