"""Crime in homes, fields and on the roads."""

from __future__ import annotations

from planted.figures.given import (
    BRACKENHOLT,
    ESTMOOR,
    FORCE,
    GROUP,
    NATION,
    NEIGHBOURS,
    SALTMERE,
    TARNEBURY,
    UPPER_WYVERN,
    Beside,
    Drawn,
    Given,
)

TEAM = Drawn("strategy", "2025-09-08", text="The rural crime team doubled to ten officers")

MACHINERY = Given(
    "Thefts of machinery",
    "count",
    "thefts",
    "lower",
    tier="gold",
    first="2022-10-01",
    objective="3",
    topic="rural",
    source="Lodestar, recorded crime with a rural marker",
    spread=0.85,
    levels=(("2022-10-01", 18), ("2024-08-01", 17.7), ("2025-08-01", 12.9), ("2026-10-01", 9.2)),
    beside=(
        Beside(
            NEIGHBOURS[0],
            "other",
            (("2022-10-01", 26), ("2024-08-01", 26), ("2025-08-01", 20.5), ("2026-10-01", 14.5)),
            lag="Published a quarter later",
        ),
        Beside(
            NEIGHBOURS[1],
            "other",
            (("2022-10-01", 21), ("2024-08-01", 21.5), ("2025-08-01", 16.5), ("2026-10-01", 12.4)),
            lag="Published a quarter later",
        ),
    ),
    events=(TEAM,),
    definitions=(
        (
            "2022-10-01",
            "Thefts of tractors, quad bikes, trailers and plant, by the month in which they were recorded.",
            "",
        ),
    ),
    aliases=("Theft of machinery", "Machinery theft", "Thefts of machinery in twelve months"),
    provisional=1,
)

ABSTRACTED = Given(
    "Rural crime team, time on other duties",
    "index",
    "%",
    "lower",
    tier="silver",
    first="2023-06-01",
    spread=1.6,
    objective="3",
    topic="rural",
    source="Duty sheets",
    levels=(
        ("2023-06-01", 30),
        ("2023-08-01", 30),
        ("2023-11-01", 13),
        ("2024-12-01", 12),
        ("2025-03-01", 9),
        ("2025-04-01", 4.5),
        ("2026-10-01", 4.5),
    ),
    pins={(FORCE, "2023-08-01"): 30, (FORCE, "2025-08-01"): 4},
    lines=(Drawn("limit", "2024-04-01", "", 10, "Promised in October 2023"),),
    events=(Drawn("action", "2025-04-01", text="The team was ring-fenced"),),
    phases=(
        Drawn(
            "phase",
            "2025-04-01",
            text="The team was ring-fenced: other duties need the ACC’s leave since April 2025.",
            agreed="ACC Local",
        ),
    ),
    definitions=(
        ("2023-06-01", "Hours of the team’s officers booked to other duties, in per cent of all.", ""),
    ),
)

RURAL_YEAR = Given(
    "Recorded rural crime, twelve months",
    "index",
    "crimes",
    "lower",
    tier="",
    frequency="rolling",
    first="2023-04-01",
    spread=22,
    objective="3",
    topic="rural",
    source="Lodestar, rolling twelve months",
    levels=(("2023-04-01", 1_840), ("2024-09-01", 1_790), ("2026-10-01", 1_590)),
    definitions=(
        (
            "2023-04-01",
            "Recorded crimes with a rural marker, of the twelve months that end with the month.",
            "",
        ),
    ),
    aliases=("Recorded rural crime",),
)

BURGLARY = Given(
    "Residential burglary",
    "rate",
    "per 1,000 homes",
    "lower",
    tier="gold",
    first="2021-04-01",
    size=412,
    areas=True,
    decimals=2,
    per=1000,
    objective="3",
    topic="burglary",
    source="Recorded crime; homes by the last census",
    spread=1.15,
    levels=(("2021-04-01", 0.36), ("2023-04-01", 0.37), ("2026-10-01", 0.36)),
    offsets={TARNEBURY: 0.08, SALTMERE: 0.05, BRACKENHOLT: -0.04, ESTMOOR: -0.02, UPPER_WYVERN: -0.1},
    season={11: 0.05, 12: 0.06, 1: 0.04, 6: -0.03, 7: -0.03},
    beside=(
        Beside(GROUP, "group", (("2021-04-01", 0.38), ("2023-04-01", 0.42), ("2026-10-01", 0.35)), 6_200),
        Beside(NATION, "nation", (("2021-04-01", 0.47), ("2023-04-01", 0.5), ("2026-10-01", 0.4)), 24_800),
        Beside(
            FORCE,
            "force",
            (("2021-04-01", 0.35), ("2023-04-01", 0.38), ("2026-10-01", 0.32)),
            412,
            "national",
            "As published by the Home Office: two months later, and without crimes that were cancelled since",
        ),
    ),
    events=(
        Drawn("definition", "2023-04-01", text="Sheds and garages count as part of the home"),
        Drawn("outside", "2021-07-19", text="The last rules of the pandemic ended"),
    ),
    definitions=(
        ("2021-04-01", "Recorded burglaries of homes for 1,000 homes.", ""),
        (
            "2023-04-01",
            "Recorded burglaries of homes, sheds and garages for 1,000 homes.",
            "The counting rules changed nationally.",
        ),
    ),
    provisional=2,
    unreported=UPPER_WYVERN,
)

KILLED = Given(
    "People killed on the roads",
    "count",
    "",
    "lower",
    tier="gold",
    first="2022-01-01",
    objective="3",
    topic="road",
    source="Collision reports; final figures in June of the next year",
    levels=(("2022-01-01", 2.3), ("2026-10-01", 2.1)),
    season={7: 0.6, 8: 0.7, 1: -0.4, 2: -0.5},
    spread=0.95,
    definitions=(
        ("2022-01-01", "People who died within 30 days of a collision on a public road of the valley.", ""),
    ),
    provisional=4,
)

VISITED = Given(
    "Burgled homes visited within two days",
    "proportion",
    "%",
    "higher",
    tier="silver",
    first="2024-04-01",
    size=150,
    objective="3",
    topic="burglary",
    source="Lodestar, first visit",
    levels=(("2024-04-01", 71), ("2025-10-01", 74), ("2026-04-01", 76), ("2026-10-01", 84)),
    lines=(Drawn("target", "2024-07-01", "", 90, "Delivery plan 2026/27, part 3.2"),),
    definitions=(
        ("2024-04-01", "Burgled homes at which an officer called within two days of the report.", ""),
    ),
)

GIVEN = (MACHINERY, ABSTRACTED, RURAL_YEAR, BURGLARY, KILLED, VISITED)
