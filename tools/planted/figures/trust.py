"""Vetting, searches and cameras."""

from __future__ import annotations

from planted.figures.given import FORCE, SALTMERE, Drawn, Given

VETTING = Given(
    "Overdue vetting renewals",
    "index",
    "renewals",
    "lower",
    tier="silver",
    first="2023-04-01",
    spread=2.5,
    objective="5",
    topic="vetting",
    source="The vetting unit, last day of the month",
    levels=(
        ("2023-04-01", 412),
        ("2023-09-01", 262),
        ("2023-11-01", 198),
        ("2024-01-01", 141),
        ("2024-11-01", 88),
        ("2025-02-01", 21),
        ("2025-08-01", 5),
        ("2026-03-01", 7),
        ("2026-04-01", 26),
        ("2026-05-01", 18),
        ("2026-09-01", 8),
    ),
    pins={
        (FORCE, "2023-04-01"): 412,
        (FORCE, "2023-09-01"): 260,
        (FORCE, "2023-11-01"): 198,
        (FORCE, "2024-01-01"): 141,
        (FORCE, "2024-11-01"): 87,
        (FORCE, "2025-02-01"): 21,
        (FORCE, "2025-08-01"): 4,
        (FORCE, "2026-05-01"): 17,
        (FORCE, "2026-09-01"): 8,
    },
    lines=(Drawn("limit", "2026-04-01", "", 10, "Delivery plan 2026/27, part 5.1"),),
    phases=(
        Drawn(
            "phase",
            "2025-08-01",
            text="The backlog of 2023 was cleared; since then only what newly falls due can be late.",
            evidence="DCC’s report to the Board, 23 September 2025: four left.",
            agreed="DCC",
        ),
    ),
    definitions=(
        ("2023-04-01", "Officers, staff and volunteers whose vetting has lapsed and is not renewed.", ""),
    ),
)

FILMED = Given(
    "Uses of force with body-worn video",
    "proportion",
    "%",
    "higher",
    tier="silver",
    first="2023-04-01",
    size=340,
    areas=True,
    objective="5",
    topic="body-worn",
    source="Use of force forms beside footage",
    levels=(
        ("2023-04-01", 68),
        ("2024-05-01", 71),
        ("2024-08-01", 76),
        ("2025-02-01", 84),
        ("2025-05-01", 88),
        ("2026-02-01", 92),
        ("2026-10-01", 93),
    ),
    levels_of={
        SALTMERE: (
            ("2023-04-01", 60),
            ("2024-08-01", 64),
            ("2024-11-01", 70),
            ("2025-05-01", 86),
            ("2026-02-01", 92),
            ("2026-10-01", 93),
        )
    },
    pins={
        (FORCE, "2024-05-01"): 71,
        (FORCE, "2024-08-01"): 76,
        (SALTMERE, "2024-08-01"): 64,
        (FORCE, "2024-11-01"): 81,
        (SALTMERE, "2024-11-01"): 70,
        (FORCE, "2025-02-01"): 84,
        (FORCE, "2025-05-01"): 88,
        (FORCE, "2026-02-01"): 93,
    },
    lines=(Drawn("target", "2024-06-01", "", 90, "Board, June 2024"),),
    events=(
        Drawn(
            "recording", "2025-04-01", text="Forms are matched to footage by the system, no longer by hand"
        ),
    ),
    definitions=(("2023-04-01", "Uses of force on a form for which there is footage.", ""),),
    phases=(
        Drawn(
            "phase",
            "2025-04-01",
            text="Since April 2025 the system matches forms to footage; by hand one in twelve was not found.",
            evidence="300 forms of March 2025 were matched both ways: 84% by hand, 89% by the system.",
            agreed="Head of Professional Standards",
        ),
    ),
)

FOUND = Given(
    "Stop and search, find rate",
    "proportion",
    "%",
    "higher",
    tier="silver",
    first="2022-04-01",
    size=280,
    objective="5",
    topic="stop and search",
    source="Search records",
    levels=(("2022-04-01", 24), ("2026-10-01", 25)),
    pins={(FORCE, "2024-01-01"): 24},
    definitions=(
        ("2022-04-01", "Searches in which what was searched for, or something else unlawful, was found.", ""),
    ),
)

STALKING = Given(
    "Stalking protection orders obtained in a year",
    "index",
    "orders",
    "higher",
    frequency="year",
    first="2023-04-01",
    spread=0.5,
    objective="4",
    topic="stalking",
    source="Legal services",
    levels=(("2023-04-01", 6), ("2024-04-01", 9), ("2025-04-01", 21)),
    pins={(FORCE, "2024-04-01"): 9},
    lines=(Drawn("aspiration", "2025-06-17", "", 30, "Board, June 2025"),),
    definitions=(
        ("2023-04-01", "Orders made by the courts on the force’s application, full and interim.", ""),
    ),
)

AWAY = Given(
    "Mental health incidents attended",
    "count",
    "incidents",
    "lower",
    frequency="quarter",
    tier="silver",
    first="2022-04-01",
    spread=1.6,
    objective="5",
    topic="mental health",
    source="Command and control",
    levels=(("2022-04-01", 1_720), ("2024-01-01", 1_690), ("2024-04-01", 1_300), ("2026-07-01", 1_120)),
    pins={(FORCE, "2023-10-01"): 1_690, (FORCE, "2025-10-01"): 1_140},
    events=(Drawn("strategy", "2024-04-02", text="Right Care, Right Person began"),),
    definitions=(("2022-04-01", "Incidents with a mental health marker to which an officer went.", ""),),
    aliases=("Mental health incidents attended in the quarter",),
)

GIVEN = (VETTING, FILMED, FOUND, STALKING, AWAY)
