"""Files with the columns of data.police.uk in any number of rows, the same ones for the same seed.

Nothing of them is real: the places, the codes and the counts are drawn. ``lookup`` gives the small areas of
the fictional force to its areas, for loading by area.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from answerable.core.measures.loading.police import HEADERS, PoliceFile

FORCE = "Wyvern Valley Police"
AREAS = ("Castle", "Forest", "Harbour", "Moor", "Vale")
SMALL_AREAS = 700  # of a force of middle size
OTHERS = tuple(f"Force {number} Police" for number in range(2, 44))
"""The other territorial forces of England and Wales, which are 43."""
TYPES = (
    ("Violence and sexual offences", 33), ("Anti-social behaviour", 17), ("Criminal damage and arson", 9),
    ("Shoplifting", 8), ("Other theft", 8), ("Public order", 8), ("Vehicle crime", 6), ("Burglary", 5),
    ("Drugs", 3), ("Other crime", 2), ("Robbery", 1), ("Bicycle theft", 1), ("Theft from the person", 1),
    ("Possession of weapons", 1),
)  # fmt: skip
"""Types with about the share that each has of a month, in per cent."""
OUTCOMES = (
    ("Investigation complete; no suspect identified", 40), ("Unable to prosecute suspect", 35),
    ("Suspect charged", 8), ("Local resolution", 4), ("Awaiting court outcome", 3),
    ("Under investigation", 10),
)  # fmt: skip
STOPPED = (
    ("A no further action disposal", 70), ("Arrest", 13), ("Community resolution", 9),
    ("Summons / charged by post", 4), ("", 4),
)  # fmt: skip
NOWHERE = 0.02  # share of rows without a place


def months(first: str, count: int) -> list[str]:
    """2024-05 and those after it."""
    year, month = (int(part) for part in first.split("-"))
    return [f"{year + (month - 1 + at) // 12}-{(month - 1 + at) % 12 + 1:02}" for at in range(count)]


def small_area(number: int) -> str:
    """A code of the shape of a small area's."""
    return f"E01{90_000 + number:06}"


def write_lookup(path: Path) -> Path:
    """The small areas of the force, shared out among its areas."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("LSOA code", "Area"))
        rows.writerows((small_area(at), AREAS[at % len(AREAS)]) for at in range(SMALL_AREAS))
    return path


def write(
    kind: PoliceFile, month: str, count: int, folder: Path, *, forces: Sequence[str] = (FORCE,), seed: int = 1
) -> Path:
    """A file of one month with so many rows, of one force or of many."""
    name = "wyvern-valley" if len(forces) == 1 else "all"
    path = folder / month / f"{month}-{name}-{kind.value}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    chance = random.Random(f"{seed} {kind} {month}")
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(HEADERS[kind])
        rows.writerows(_rows(kind, month, count, forces, chance))
    return path


def _rows(
    kind: PoliceFile, month: str, count: int, forces: Sequence[str], chance: random.Random
) -> Iterator[tuple[str, ...]]:
    drawn = {PoliceFile.STREET: TYPES, PoliceFile.OUTCOMES: OUTCOMES, PoliceFile.STOPS: STOPPED}[kind]
    kinds = chance.choices([name for name, _ in drawn], [share for _, share in drawn], k=count)
    for one in kinds:
        if kind == PoliceFile.STOPS:
            day = f"{month}-{chance.randint(1, 28):02}T{chance.randint(0, 23):02}:15:00+00:00"
            yield (
                "Person search", day, "False", "", "51.70", "-1.20", "Male", "18-24", "", "White",
                "Misuse of Drugs Act 1971 (section 23)", "Controlled drugs", one, "", "False",
            )  # fmt: skip
            continue
        force = chance.choice(forces)
        placed = chance.random() > NOWHERE
        ours = small_area(chance.randrange(SMALL_AREAS))
        code = ours if force == FORCE else f"E01{chance.randrange(1, 90_000):06}"
        number = "" if one == "Anti-social behaviour" else f"{chance.getrandbits(256):064x}"
        where = ("-1.234567", "51.765432", "On or near Mill Lane", code, f"Wyvern {code[-3:]}A")
        said = (one, "Under investigation", "") if kind == PoliceFile.STREET else (one,)
        yield (number, month, force, force, *(where if placed else ("", "", "No Location", "", "")), *said)


def write_year(folder: Path, rows: int = 10_000, first: str = "2024-04") -> list[Path]:
    """A year of one force's street files."""
    return [write(PoliceFile.STREET, month, rows, folder) for month in months(first, 12)]


def write_nation(folder: Path, rows: int = 500_000, month: str = "2024-05") -> Path:
    """One month of all forces in one file."""
    return write(PoliceFile.STREET, month, rows, folder, forces=(FORCE, *OTHERS))
