"""Words of time and what they mean: the table that the reference manual prints.

Every phrase is said at a meeting on Tuesday 10 February 2026 whose next meeting is on 17 March 2026.
"""

from datetime import date
from typing import NamedTuple

SAID_ON = date(2026, 2, 10)
NEXT_MEETING = date(2026, 3, 17)


class Row(NamedTuple):
    phrase: str
    day: str | None
    """The last day on which it is still kept; None for an event."""
    precision: str


SECTIONS: dict[str, list[Row]] = {
    "A day": [
        Row("by 30 June", "2026-06-30", "day"),
        Row("by 30th June 2027", "2027-06-30", "day"),
        Row("by the 3rd of April", "2026-04-03", "day"),
        Row("on Monday 2 March", "2026-03-02", "day"),
        Row("by 5pm on Friday 6 March", "2026-03-06", "day"),
        Row("by 9 January", "2027-01-09", "day"),
        Row("before 4th April", "2026-04-03", "day"),
        Row("prior to 1 May 2026", "2026-04-30", "day"),
        Row("30/06/2026", "2026-06-30", "day"),
        Row("by 30.06.26", "2026-06-30", "day"),
        Row("by 2026-06-30", "2026-06-30", "day"),
        Row("by 01/06", "2026-06-01", "day"),
        Row("on 3 and 4 June", "2026-06-04", "day"),
        Row("by June 3rd", "2026-06-03", "day"),
        Row("by the 14th", "2026-02-14", "day"),
        Row("by Friday 13th", "2026-02-13", "day"),
        Row("by Friday", "2026-02-13", "day"),
        Row("by close of play Thursday", "2026-02-12", "day"),
        Row("on Wednesday next week", "2026-02-18", "day"),
        Row("w/c 2 March", "2026-03-08", "day"),
        Row("week ending 6 March", "2026-03-06", "day"),
        Row("the same day", "2026-02-10", "day"),
        Row("by tomorrow", "2026-02-11", "day"),
        Row("by Christmas", "2026-12-24", "day"),
        Row("before Easter", "2026-04-02", "day"),
    ],
    "A month": [
        Row("in May", "2026-05-31", "month"),
        Row("by September", "2026-09-30", "month"),
        Row("by March 2028", "2028-03-31", "month"),
        Row("in February", "2026-02-28", "month"),
        Row("in January", "2027-01-31", "month"),
        Row("before June", "2026-05-31", "month"),
        Row("by the end of August", "2026-08-31", "month"),
        Row("by end Sept 2026", "2026-09-30", "month"),
        Row("by the start of June", "2026-06-01", "month"),
        Row("by early June", "2026-06-10", "month"),
        Row("by mid-June", "2026-06-15", "month"),
        Row("in late June", "2026-06-30", "month"),
        Row("in June/July", "2026-07-31", "month"),
        Row("by June 27", "2027-06-30", "month"),
        Row("by Mar-27", "2027-03-31", "month"),
    ],
    "A season, a quarter, a year": [
        Row("in spring 2027", "2027-05-31", "quarter"),
        Row("by the summer", "2026-08-31", "quarter"),
        Row("in the autumn", "2026-11-30", "quarter"),
        Row("over the winter", "2026-02-28", "quarter"),
        Row("in Q3", "2026-12-31", "quarter"),
        Row("by the end of Quarter 4", "2026-03-31", "quarter"),
        Row("by Q1 2026/27", "2026-06-30", "quarter"),
        Row("in the second quarter of 2026/27", "2026-09-30", "quarter"),
        Row("next quarter", "2026-06-30", "quarter"),
        Row("by the end of this quarter", "2026-03-31", "quarter"),
        Row("for 26/27", "2027-03-31", "year"),
        Row("by the end of 2026/27", "2027-03-31", "year"),
        Row("early in 2026/27", None, "year"),
        Row("by 2028", "2028-12-31", "year"),
        Row("in 2027", "2027-12-31", "year"),
        Row("by the end of 2026", "2026-12-31", "year"),
        Row("by mid 2027", "2027-06-30", "year"),
        Row("by year end", "2026-03-31", "year"),
        Row("by the end of the financial year", "2026-03-31", "year"),
        Row("by the end of the year", "2026-12-31", "year"),
        Row("in the next financial year", "2027-03-31", "year"),
        Row("before the next financial year", "2026-03-31", "year"),
        Row("later this year", "2026-12-31", "year"),
    ],
    "So long after the meeting": [
        Row("in three months", "2026-05-10", "day"),
        Row("in 6 months", "2026-08-10", "day"),
        Row("in six months' time", "2026-08-10", "day"),
        Row("in 2-3 weeks", "2026-03-03", "day"),
        Row("within the next two weeks", "2026-02-24", "day"),
        Row("over the next 6-8 weeks", "2026-04-07", "day"),
        Row("in a couple of weeks", "2026-02-24", "day"),
        Row("in a fortnight", "2026-02-24", "day"),
        Row("within 28 days", "2026-03-10", "day"),
        Row("within ten working days", "2026-02-24", "day"),
        Row("within 48 hours", "2026-02-12", "day"),
        Row("in a year's time", "2027-02-10", "day"),
        Row("two weeks from now", "2026-02-24", "day"),
        Row("within 28 days of the meeting", "2026-03-10", "day"),
        Row("within 28 days of publication", None, "event"),
        Row("by next week", "2026-02-22", "day"),
        Row("by the end of the week", "2026-02-13", "day"),
        Row("next month", "2026-03-31", "month"),
        Row("by the end of the month", "2026-02-28", "month"),
        Row("in a few months", None, "event"),
        Row("in the coming weeks", None, "event"),
    ],
    "A meeting": [
        Row("at the next meeting", "2026-03-17", "day"),
        Row("before the next meeting", "2026-03-16", "day"),
        Row("at the March meeting", "2026-03-17", "day"),
        Row("at March's holding to account meeting", "2026-03-17", "day"),
        Row("to the June 2026 Performance Board", "2026-06-30", "month"),
        Row("to the next Strategic Board", None, "event"),
    ],
    "An event": [
        Row("once set", None, "event"),
        Row("when complete", None, "event"),
        Row("once available", None, "event"),
        Row("after it has been agreed at Force Board", None, "event"),
        Row("once the new posts are filled", None, "event"),
        Row("following the review", None, "event"),
        Row("on completion of the pilot", None, "event"),
        Row("prior to publication", None, "event"),
        Row("after the election", None, "event"),
        Row("as soon as possible", None, "event"),
        Row("as a matter of urgency", None, "event"),
        Row("in due course", None, "event"),
    ],
}

NO_DUES = [
    "The CC may wish to consider this, and May Green may too.",
    "85% of 101 calls are answered, 24/7, and 999 calls within target; PIP4 and outcome 16.",
    "In 2019 the force had 40 vacancies.",
    "The report was published on 3 December 2025 and covers the period since March 2024.",
    "The Q3 data and the March report will be shared.",
    "The budget for 26/27 is under pressure.",
    "An update is given every 3 months, once a month or once a year, and has been over the last six months.",
    "CC to confirm when this is ready.",
    "DCC to look after the review of custody.",
    "The next steps, as required.",
    "In May 2025 the PCC asked about it.",
    "It was raised in March last year.",
    "ACC to attend a future assurance meeting.",
]
"""Words about the past, about data, about rates: nothing is due by them."""
