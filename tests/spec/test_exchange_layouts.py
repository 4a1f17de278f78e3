"""Questions and answers as minutes write them: who asks, what is asked, who answers, with what words."""

from __future__ import annotations

import pytest

from answerable.core.minutes.record import MeetingRecord
from tests.core.documents import bold, item
from tests.spec.reading import read


def exchanges(record: MeetingRecord) -> list[tuple[list[str], str, list[str], str]]:
    return [
        (one["asked_by"], one["question"], one["answered_by"], one["response"]) for one in record["exchanges"]
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "The PCC asked why detention times had risen.",
        "The PCC queried why detention times had risen.",
        "The PCC sought assurance that detention times would fall.",
        "The PCC sought an explanation of the rise.",
        "The PCC questioned the rise.",
        "The PCC enquired whether detention times had risen.",
        "The PCC challenged the force on detention times.",
        "The PCC wanted to know why detention times had risen.",
        "The PCC would like to understand why detention times had risen.",
        "The PCC requested a breakdown of the times.",
        "The PCC was interested in how the times were counted.",
        "The PCC also asked why detention times had risen.",
        "The Commissioner asked why detention times had risen.",
        "The Police and Crime Commissioner asked why detention times had risen.",
        "In relation to custody, the PCC asked why detention times had risen.",
        "Whilst recognising the pressure on custody the PCC sought assurance that times would fall.",
    ],
)
def test_ways_of_asking(asked: str) -> None:
    record = read(bold("1. Custody"), asked, "The CC responded that two suites had closed.")
    ((askers, question, answerers, response),) = exchanges(record)
    assert askers in (["PCC"], ["Commissioner"])
    assert question == asked
    assert answerers == ["CC"]
    assert response == "The CC responded that two suites had closed."


@pytest.mark.parametrize(
    ("answer", "answerers"),
    [
        ("The CC responded that two suites had closed.", ["CC"]),
        ("The CC and ACC explained that two suites had closed.", ["CC", "ACC"]),
        ("The CC / ACC response was that two suites had closed.", ["CC", "ACC"]),
        ("In response the DCC said that two suites had closed.", ["DCC"]),
        ("The Chief Constable confirmed that two suites had closed.", ["CC"]),
        ("It was confirmed that two suites had closed.", []),
        ("It was acknowledged by the CC that two suites had closed.", ["CC"]),
        ("Two suites had closed for repairs.", []),
        ("The CEx explained that two suites had closed.", ["CEx"]),
        ("ACC Nair, who runs custody, reported that two suites had closed.", ["ACC Nair"]),
    ],
)
def test_ways_of_answering(answer: str, answerers: list[str]) -> None:
    record = read(bold("1. Custody"), f"The PCC asked why detention times had risen. {answer}")
    assert exchanges(record) == [(["PCC"], "The PCC asked why detention times had risen.", answerers, answer)]


def test_bullets_are_part_of_the_answer() -> None:
    record = read(
        bold("1. Custody"),
        "The PCC asked why detention times had risen. The CC responded:",
        item("• Two suites had closed."),
        item("• Nurses were hard to find."),
        "The PCC asked when the suites would open.",
    )
    assert [(one[2], one[3]) for one in exchanges(record)] == [
        (["CC"], "The CC responded: Two suites had closed. Nurses were hard to find."),
        ([], ""),
    ]


def test_the_sentences_before_lead_up_to_the_question() -> None:
    record = read(
        bold("1. Custody"),
        "Tarnebury suite was closed in May. The PCC asked when it would open. The DCC said June.",
    )
    assert exchanges(record)[0][1] == "Tarnebury suite was closed in May. The PCC asked when it would open."


def test_the_answer_goes_on_in_the_next_paragraph() -> None:
    record = read(
        bold("1. Custody"),
        "The PCC asked how the backlog would be cleared.",
        "Overtime has been agreed for three months. The CC was confident that this would be enough.",
    )
    assert exchanges(record)[0][2:] == (
        ["CC"],
        "Overtime has been agreed for three months. The CC was confident that this would be enough.",
    )


def test_a_challenge_that_is_answered() -> None:
    record = read(
        bold("1. Custody"),
        "The PCC noted that the times were the longest of all. The ACC said that one suite distorted them.",
    )
    assert exchanges(record)[0][0] == ["PCC"]


def test_a_comment_that_nobody_answers_is_none() -> None:
    record = read(bold("1. Custody"), "The PCC thanked the custody visitors for their report.")
    assert exchanges(record) == []
    assert record["entries"][0]["kind"] == "note"


def test_who_was_asked_is_not_who_asks() -> None:
    record = read(
        bold("1. Custody"),
        "The PCC was disappointed. The CC was asked when the suite would open. It will open in May.",
    )
    assert exchanges(record)[0][0] == ["PCC"]


def test_a_pronoun_is_who_asked_last() -> None:
    record = read(
        bold("1. Custody"),
        "The PCC asked when the suite would open. The DCC said that it would be June.",
        "She asked what would happen until then. Prisoners go to Estmoor.",
    )
    assert [one[0] for one in exchanges(record)] == [["PCC"], ["PCC"]]


def test_an_update_on_an_earlier_question_is_no_question() -> None:
    record = read(bold("1. Custody"), "The review that the PCC asked for was published in May.")
    assert exchanges(record) == []


def test_an_item_ends_the_exchange() -> None:
    record = read(
        bold("1. Custody"),
        "The PCC asked when the suite would open.",
        bold("2. Estate"),
        "The lease ends in June.",
    )
    assert exchanges(record) == [(["PCC"], "The PCC asked when the suite would open.", [], "")]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("The PCC was disappointed that the suite was still closed.", "disappointed"),
        ("The PCC was not convinced that the plan would work.", "not convinced"),
        ("The PCC welcomed the plan.", "welcomed"),
        ("The PCC was assured that the plan was funded.", "assured"),
        ("The PCC asked if the CC was satisfied with the plan.", None),
        ("The PCC asked when the suite would open.", None),
    ],
)
def test_stance_is_quoted_never_judged(said: str, stance: str | None) -> None:
    record = read(bold("1. Custody"), f"{said} The CC responded that work had begun.")
    assert [one["stance"] for one in record["exchanges"]] == [stance]


def test_entries_keep_every_word_in_order() -> None:
    body = "The PCC asked when the suite would open. The DCC said June. Action: DCC to confirm the day."
    record = read(bold("1. Custody"), body)
    assert " ".join(one["text"] for one in record["entries"]) == body
    assert [one["kind"] for one in record["entries"]] == ["question", "response", "action"]
    assert [one["speakers"] for one in record["entries"]] == [["PCC"], ["DCC"], []]


@pytest.mark.parametrize("word", ["Note", "Decision", "Commitment", "Question", "Response", "Update"])
def test_a_word_before_an_entry_confirms_its_kind(word: str) -> None:
    record = read(bold("1. Custody"), f"{word}: The suite opens in June.")
    assert [one["kind"] for one in record["entries"]] == [word.lower()]
