"""What victims say, and what became of their case."""

from __future__ import annotations

from planted.figures.given import (
    BRACKENHOLT,
    ESTMOOR,
    FORCE,
    GROUP,
    SALTMERE,
    TARNEBURY,
    UPPER_WYVERN,
    Beside,
    Drawn,
    Given,
)

NO_SURVEY = Drawn(
    "gap",
    "2020-03-01",
    "2020-06-30",
    text="The survey was stopped from March to June 2020: nobody was telephoned.",
)
NEW_SURVEY = "The new survey’s questions, agreed with the Valley Victims’ Hub"

SATISFIED = Given(
    "Victim satisfaction, overall",
    "survey",
    "%",
    "higher",
    tier="gold",
    frequency="quarter",
    first="2019-04-01",
    size=640,
    areas=True,
    objective="2",
    topic="victim satisfaction",
    source="Telephone survey of victims, quarterly",
    levels=(
        ("2019-04-01", 70),
        ("2021-04-01", 68),
        ("2023-07-01", 66),
        ("2024-04-01", 67),
        ("2024-07-01", 68),
        ("2024-10-01", 70.5),
        ("2025-10-01", 72),
        ("2026-07-01", 73.5),
    ),
    offsets={TARNEBURY: 0.5, SALTMERE: 1.5, BRACKENHOLT: 0.5, ESTMOOR: -2, UPPER_WYVERN: 0.5},
    pins={
        (FORCE, "2023-07-01"): 66,
        (FORCE, "2023-10-01"): 67,
        (FORCE, "2025-07-01"): 71,
        (FORCE, "2026-07-01"): 74,
        (SALTMERE, "2026-07-01"): 75.7,
        (ESTMOOR, "2026-07-01"): 71.6,
        (BRACKENHOLT, "2026-07-01"): 73.4,
        (UPPER_WYVERN, "2026-07-01"): 74.6,
    },
    beside=(Beside(GROUP, "group", (("2019-04-01", 72), ("2026-07-01", 73)), 9_000),),
    lines=(
        Drawn("aspiration", "2023-04-01", "", 75, "Safer Valley Plan"),
        Drawn("baseline", "2019-04-01", "", 70, "The year 2019/20"),
    ),
    events=(
        Drawn("outside", "2020-03-23", text="First lockdown"),
        Drawn("definition", "2024-09-01", text=NEW_SURVEY),
        Drawn("action", "2026-06-30", text="The reminder in Lodestar went live"),
    ),
    gaps=(NO_SURVEY,),
    phases=(
        Drawn(
            "phase",
            "2024-10-01",
            text="The survey asks other questions since September 2024, so that what was "
            "answered before cannot be set beside it.",
            evidence="Both sets of questions were put to 210 victims in August 2024: 68% and 70%.",
            agreed="ACC Local; Valley Victims’ Hub",
        ),
    ),
    definitions=(
        (
            "2019-04-01",
            "Victims of burglary, violence and vehicle crime who say that they were completely, very or"
            " fairly satisfied with the whole of the service.",
            "",
        ),
        (
            "2024-09-01",
            "Victims of any crime with a named victim, asked eight weeks after the report whether they were "
            "satisfied with how they were treated, in the words of the Hub.",
            "The questions had not changed for eight years and left out what hurts victims most: silence.",
        ),
    ),
)

INFORMED = Given(
    "Victim satisfaction, kept informed",
    "survey",
    "%",
    "higher",
    tier="silver",
    frequency="quarter",
    first="2024-10-01",
    size=640,
    objective="2",
    topic="victim satisfaction",
    source="Telephone survey of victims, quarterly",
    levels=(("2024-10-01", 57), ("2025-07-01", 59), ("2026-07-01", 64)),
    pins={(FORCE, "2025-07-01"): 59},
    definitions=(
        ("2024-09-01", "Victims who say that they always knew what was happening with their case.", ""),
    ),
)

HATE = Given(
    "Victim satisfaction, hate crime",
    "survey",
    "%",
    "higher",
    tier="silver",
    frequency="quarter",
    first="2021-04-01",
    size=48,
    objective="2",
    topic="victim satisfaction",
    source="Telephone survey of victims, quarterly",
    levels=(("2021-04-01", 62), ("2026-07-01", 62)),
    pins={(FORCE, "2026-07-01"): 62},
    definitions=(("2019-04-01", "As overall, of those whose crime was recorded as a hate crime.", ""),),
)

TRAINED = "Supervisors sign off decisions; training of 400 officers began"
ARRESTS = Given(
    "Domestic abuse arrest rate",
    "proportion",
    "%",
    "higher",
    tier="gold",
    first="2022-04-01",
    size=1_100,
    areas=True,
    objective="2",
    topic="domestic abuse",
    source="Lodestar, crimes with a domestic marker",
    levels=(
        ("2022-04-01", 46),
        ("2023-11-01", 39.5),
        ("2024-05-01", 41),
        ("2024-09-01", 42),
        ("2024-10-01", 44),
        ("2025-05-01", 46),
        ("2026-05-01", 48),
        ("2026-10-01", 49),
    ),
    levels_of={
        ESTMOOR: (
            ("2022-04-01", 40),
            ("2023-11-01", 32),
            ("2024-11-01", 33),
            ("2024-12-01", 34),
            ("2025-02-01", 41),
            ("2026-05-01", 47),
            ("2026-10-01", 48),
        )
    },
    offsets={TARNEBURY: 2, SALTMERE: 0.5, BRACKENHOLT: 0.5, UPPER_WYVERN: -1},
    pins={
        (FORCE, "2023-11-01"): 39,
        (TARNEBURY, "2024-05-01"): 45,
        (ESTMOOR, "2024-05-01"): 31,
        (BRACKENHOLT, "2024-05-01"): 43,
        (FORCE, "2024-11-01"): 44,
        (ESTMOOR, "2024-11-01"): 33,
        (ESTMOOR, "2025-02-01"): 41,
        (FORCE, "2025-05-01"): 46,
        (FORCE, "2026-05-01"): 48,
        (ESTMOOR, "2026-05-01"): 47,
        (FORCE, "2026-09-01"): 49,
    },
    events=(
        Drawn("strategy", "2024-09-02", text=TRAINED),
        Drawn(
            "action",
            "2024-12-09",
            text="Estmoor: both sergeants in post, each case read the next morning",
            area=ESTMOOR,
        ),
    ),
    definitions=(("2019-04-01", "Domestic abuse crimes with an arrest within 28 days of the report.", ""),),
)

CHARGED = Given(
    "Domestic abuse crimes that end in a charge",
    "proportion",
    "%",
    "higher",
    tier="gold",
    first="2024-04-01",
    size=1_100,
    objective="2",
    topic="domestic abuse",
    source="Lodestar, by month of the outcome",
    decimals=1,
    levels=(("2024-04-01", 11.1), ("2026-10-01", 11)),
    pins={(FORCE, "2026-05-01"): 11, (FORCE, "2026-09-01"): 11},
    lines=(Drawn("aspiration", "2026-10-13", "2028-03-31", 16, "ACC Crime’s plan, by March 2028"),),
    definitions=(("2024-04-01", "Domestic abuse crimes closed in the month with a charge or summons.", ""),),
    provisional=2,
)

REBUILT = "Outcome 16 recorded in error"
OUTCOME_16 = Given(
    REBUILT,
    "proportion",
    "%",
    "lower",
    tier="silver",
    frequency="quarter",
    first="2021-04-01",
    size=150,
    spread=1,
    objective="2",
    source="The registrar’s audit of closed crimes, quarterly",
    levels=(("2021-04-01", 13), ("2026-07-01", 13)),
    lines=(Drawn("limit", "2022-04-01", "", 10, "Set by the force’s registrar"),),
    definitions=(
        (
            "2021-04-01",
            "Crimes closed as “the victim does not support further action” for which the victim’s own words "
            "are not on file, of those audited.",
            "",
        ),
    ),
)

GIVEN = (SATISFIED, INFORMED, HATE, ARRESTS, CHARGED, OUTCOME_16)
