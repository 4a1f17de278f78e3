"""Files, detectives and custody."""

from __future__ import annotations

from planted.figures.given import (
    BRACKENHOLT,
    ESTMOOR,
    FORCE,
    NATION,
    SALTMERE,
    TARNEBURY,
    UPPER_WYVERN,
    Beside,
    Drawn,
    Given,
)

REJECTED = Given(
    "Files rejected at first submission",
    "proportion",
    "%",
    "lower",
    tier="gold",
    first="2022-10-01",
    size=310,
    objective="2",
    topic="file quality",
    source="The file desk’s count, audited with the CPS",
    levels=(
        ("2022-10-01", 42),
        ("2024-01-01", 42),
        ("2024-02-01", 36),
        ("2024-11-01", 33),
        ("2025-11-01", 22.5),
        ("2026-04-01", 18),
        ("2026-10-01", 17),
    ),
    pins={
        (FORCE, "2023-09-01"): 41,
        (FORCE, "2024-11-01"): 33,
        (FORCE, "2025-11-01"): 22,
        (FORCE, "2026-09-01"): 17,
    },
    beside=(
        Beside(
            FORCE,
            "force",
            (("2022-10-01", 46), ("2024-01-01", 46), ("2024-02-01", 41), ("2026-10-01", 21)),
            310,
            "national",
            "The CPS’s count: a month later, and it counts a file again each time that it is sent back",
        ),
        Beside(NATION, "nation", (("2022-10-01", 44), ("2026-10-01", 37)), 12_000),
    ),
    lines=(Drawn("aspiration", "2026-10-13", "", 15, "ACC Crime: as low as a force of this kind can reach"),),
    events=(
        Drawn("strategy", "2024-02-01", text="The file desk covers every area"),
        Drawn("action", "2025-12-01", text="The redaction tool came into use"),
    ),
    definitions=(
        ("2022-10-01", "Files that the CPS sends back on first submission, of those sent in the month.", ""),
    ),
    phases=(
        Drawn(
            "phase",
            "2024-02-01",
            text="The file desk covers every area since February 2024.",
            evidence="Joint audit with the CPS, December 2024: 60 files, the same share as our own count.",
            agreed="ACC Crime; CPS",
        ),
    ),
    aliases=("File quality",),
)

DETECTIVES = Given(
    "Detective posts vacant",
    "index",
    "posts",
    "lower",
    tier="silver",
    first="2024-01-01",
    spread=1.1,
    objective="2",
    topic="detective",
    source="Workforce return, last day of the month",
    levels=(
        ("2024-01-01", 61),
        ("2024-12-01", 55),
        ("2025-02-01", 49),
        ("2025-11-01", 38),
        ("2026-09-01", 27),
    ),
    pins={
        (FORCE, "2024-01-01"): 61,
        (FORCE, "2025-02-01"): 49,
        (FORCE, "2025-11-01"): 38,
        (FORCE, "2026-09-01"): 27,
    },
    lines=(Drawn("aspiration", "2025-12-09", "2027-03-31", 20, "By March 2027"),),
    definitions=(
        ("2024-01-01", "Posts of detectives, of 310, that nobody holds on the last day of the month.", ""),
    ),
)

CARRIED = Given(
    "Crimes carried by a detective constable on an LPA",
    "index",
    "crimes",
    "lower",
    tier="silver",
    frequency="quarter",
    first="2023-04-01",
    spread=0.6,
    objective="2",
    topic="detective",
    source="Lodestar, last day of the quarter",
    decimals=0,
    levels=(("2023-04-01", 19), ("2024-10-01", 18), ("2026-07-01", 14)),
    pins={(FORCE, "2023-10-01"): 19, (FORCE, "2024-10-01"): 18, (FORCE, "2026-07-01"): 14},
    lines=(Drawn("aspiration", "2024-02-27", "", 12, "Board, February 2024"),),
    definitions=(
        (
            "2023-04-01",
            "Open crimes for each detective constable of the areas, on the last day of the quarter.",
            "",
        ),
    ),
)

DETAINED = Given(
    "Average detention time",
    "duration",
    "hours",
    "lower",
    tier="silver",
    first="2023-04-01",
    spread=0.22,
    size=900,
    decimals=1,
    areas=True,
    objective="5",
    topic="custody",
    source="Custody module of Lodestar",
    levels=(
        ("2023-04-01", 14.8),
        ("2024-05-01", 14.2),
        ("2025-08-01", 13.8),
        ("2026-05-01", 13.1),
        ("2026-10-01", 13),
    ),
    offsets={TARNEBURY: 1.6, SALTMERE: -2, BRACKENHOLT: -0.3, ESTMOOR: 0.2, UPPER_WYVERN: -0.6},
    pins={
        (FORCE, "2023-10-01"): 14.6,
        (TARNEBURY, "2024-05-01"): 15.9,
        (SALTMERE, "2024-05-01"): 12.1,
        (FORCE, "2025-08-01"): 13.8,
        (FORCE, "2026-05-01"): 13.1,
    },
    definitions=(
        ("2023-04-01", "Mean hours from authorised detention to release, without those kept for court.", ""),
    ),
)

GIVEN = (REJECTED, DETECTIVES, CARRIED, DETAINED)
