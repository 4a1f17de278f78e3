"""What the public asks for: calls and what is not yet answered."""

from __future__ import annotations

from planted.figures.given import BRACKENHOLT, ESTMOOR, FORCE, SALTMERE, TARNEBURY, UPPER_WYVERN, Drawn, Given

ANSWERED = Given(
    "101 calls answered in time",
    "proportion",
    "%",
    "higher",
    tier="gold",
    first="2022-04-01",
    size=21_000,
    spread=5,
    objective="1",
    topic="telephone",
    source="The force’s telephone system, monthly",
    decimals=0,
    levels=(
        ("2022-04-01", 47),
        ("2023-03-01", 43),
        ("2023-10-01", 39),
        ("2023-11-01", 43),
        ("2024-05-01", 51),
        ("2024-10-01", 61),
        ("2025-03-01", 63),
        ("2025-04-01", 74),
        ("2026-03-01", 75),
        ("2026-04-01", 66),
        ("2026-05-01", 67),
        ("2026-06-01", 60),
        ("2026-08-01", 57),
        ("2026-09-01", 66),
        ("2026-10-01", 64),
    ),
    pins={
        (FORCE, "2023-09-01"): 38,
        (FORCE, "2023-11-01"): 44,
        (FORCE, "2024-05-01"): 52,
        (FORCE, "2024-11-01"): 63,
    },
    definitions=(
        (
            "2019-04-01",
            "A call to 101 counts if a person answers it within one minute of the end of the menu.",
            "",
        ),
        (
            "2025-04-01",
            "A call to 101 counts if a person answers it within two minutes of the end of the menu. Calls"
            " that were called back count by the time until the offer.",
            "The Board asked in March 2025 for a measure that says something about quality; two minutes is "
            "what callers said that they would wait.",
        ),
    ),
    lines=(
        Drawn("target", "2019-04-01", "2024-03-31", 70, "Safer Valley Plan 2021"),
        Drawn("target", "2024-04-01", "2024-09-30", 58, "The recovery plan’s step for the summer of 2024"),
        Drawn("target", "2024-10-01", "2025-03-31", 70, "Safer Valley Plan 2024"),
        Drawn("target", "2025-04-01", "", 80, "Board, March 2025, within two minutes"),
    ),
    events=(
        Drawn("action", "2023-11-15", text="Call-back was switched on"),
        Drawn("action", "2024-03-04", text="The evening shift pattern began"),
        Drawn("definition", "2025-04-01", text="Two minutes in place of one"),
        Drawn("outside", "2026-06-22", text="The first of two heatwaves"),
    ),
    phases=(
        Drawn(
            "phase",
            "2025-04-01",
            text="From April 2025 a call counts if it is answered within two minutes, not one.",
            evidence="Both were counted side by side in March 2025: 63% in one minute, 74% in two.",
            agreed="ACC Local; Quarterly Accountability Board, 11 March 2025",
        ),
    ),
    aliases=("101 calls answered within one minute", "101 call answering", "101 calls"),
)

WAIT = Given(
    "Median wait on 101",
    "duration",
    "seconds",
    "lower",
    tier="gold",
    first="2025-04-01",
    spread=3,
    objective="1",
    topic="telephone",
    source="The force’s telephone system, monthly",
    levels=(
        ("2025-04-01", 76),
        ("2025-08-01", 74),
        ("2026-02-01", 66),
        ("2026-03-01", 69),
        ("2026-04-01", 84),
        ("2026-05-01", 86),
        ("2026-06-01", 94),
        ("2026-07-01", 103),
        ("2026-08-01", 102),
        ("2026-09-01", 82),
        ("2026-10-01", 85),
    ),
    pins={
        (FORCE, "2025-08-01"): 74,
        (FORCE, "2026-02-01"): 66,
        (FORCE, "2026-08-01"): 102,
        (FORCE, "2026-09-01"): 81,
    },
    lines=(Drawn("target", "2025-04-01", "", 60, "Board, March 2025"),),
    events=(Drawn("outside", "2026-06-22", text="The first of two heatwaves"),),
    definitions=(("2025-04-01", "Half of the callers to 101 waited longer than this for a person.", ""),),
)

SETTLED = Given(
    "Calls settled at first contact",
    "proportion",
    "%",
    "higher",
    tier="silver",
    first="2025-04-01",
    size=18_500,
    spread=3,
    objective="1",
    topic="telephone",
    source="Lodestar, calls closed without another unit",
    levels=(
        ("2025-04-01", 60),
        ("2025-08-01", 61),
        ("2026-02-01", 64),
        ("2026-06-01", 65),
        ("2026-10-01", 66),
    ),
    pins={(FORCE, "2025-08-01"): 61, (FORCE, "2026-02-01"): 64, (FORCE, "2026-09-01"): 66},
    lines=(Drawn("target", "2025-04-01", "", 65, "Board, March 2025"),),
    events=(Drawn("action", "2026-05-18", text="Every handler has Lodestar"),),
    definitions=(
        ("2025-04-01", "The call is closed by whoever answered it, and no officer is sent within a day.", ""),
    ),
)

EMERGENCY = Given(
    "999 calls answered within ten seconds",
    "proportion",
    "%",
    "higher",
    tier="gold",
    frequency="week",
    first="2025-03-31",
    size=3_100,
    spread=2.4,
    objective="1",
    topic="telephone",
    source="BT’s weekly return",
    levels=(("2025-03-31", 91.2), ("2026-11-09", 91.4)),
    season={6: -0.6, 7: -0.8, 8: -0.7},
    decimals=1,
    lines=(Drawn("target", "2019-04-01", "", 90, "National contact standard"),),
    definitions=(("2019-04-01", "The call is answered within ten seconds of being presented by BT.", ""),),
)

ABANDONED = Given(
    "101 calls abandoned",
    "proportion",
    "%",
    "lower",
    tier="silver",
    first="2023-10-01",
    size=23_000,
    spread=4,
    objective="1",
    topic="telephone",
    source="The force’s telephone system, monthly",
    decimals=1,
    levels=(
        ("2023-10-01", 19.5),
        ("2024-03-01", 15),
        ("2024-11-01", 11),
        ("2025-09-01", 9.6),
        ("2026-05-01", 9.2),
        ("2026-06-01", 11.8),
        ("2026-09-01", 10.6),
        ("2026-10-01", 10.2),
    ),
    pins={(FORCE, "2024-11-01"): 11},
    lines=(Drawn("limit", "2024-04-01", "", 10, "Recovery plan for Public Contact"),),
    definitions=(("2023-10-01", "The caller hangs up after the menu and before a person answers.", ""),),
)

UNRESOURCED = Given(
    "Incidents waiting for an officer",
    "count",
    "incidents",
    "lower",
    tier="gold",
    frequency="week",
    first="2025-03-31",
    spread=0.4,
    areas=True,
    objective="1",
    source="The control room’s log, each morning at 7am; the mean of the week",
    levels=(("2025-03-31", 108), ("2026-11-09", 108)),
    levels_of={
        TARNEBURY: (("2025-03-31", 31), ("2026-11-09", 31)),
        SALTMERE: (("2025-03-31", 25), ("2026-11-09", 26)),
        BRACKENHOLT: (("2025-03-31", 20), ("2026-11-09", 19.5)),
        ESTMOOR: (("2025-03-31", 22), ("2026-05-04", 22), ("2026-05-11", 35), ("2026-11-09", 37)),
        UPPER_WYVERN: (("2025-03-31", 12), ("2026-11-09", 12)),
    },
    lines=(
        Drawn(
            "limit",
            "2025-04-01",
            "",
            40,
            "Set by the force’s control room board for the two towns",
            TARNEBURY,
        ),
        Drawn(
            "limit", "2025-04-01", "", 40, "Set by the force’s control room board for the two towns", SALTMERE
        ),
        Drawn("limit", "2025-04-01", "", 30, "Set by the force’s control room board", BRACKENHOLT),
        Drawn("limit", "2025-04-01", "", 30, "Set by the force’s control room board", ESTMOOR),
        Drawn("limit", "2025-04-01", "", 30, "Set by the force’s control room board", UPPER_WYVERN),
    ),
    events=(Drawn("action", "2026-05-11", text="Estmoor’s night cover moved to Tarnebury", area=ESTMOOR),),
    definitions=(
        (
            "2025-03-31",
            "Incidents graded 1 to 3 that have no unit assigned at 7am, mean of the seven mornings.",
            "",
        ),
    ),
    aliases=("Unresourced incidents", "unresourced"),
)

GIVEN = (ANSWERED, WAIT, SETTLED, EMERGENCY, ABANDONED, UNRESOURCED)
