"""A report of an inspectorate: put in, commented on by both sides, and its response published."""

from __future__ import annotations

import pytest

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.plans.models import Inspection, Recommendation
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words

NEW = "/inspections/new"
LIST = "1. By June, answer 101 within two minutes.\n2. Write to callers who waited for long."


@pytest.fixture
def report(db: None) -> Inspection:
    """Published on 20 March 2019: its response is due on 14 May, which is in twelve days."""
    made = follow.inspection("Answering calls", "2019-03-20")
    follow.recommendation(made, "1", "By June, answer sooner.")
    follow.recommendation(made, "2", "Write to callers.", kind="improvement")
    return made


def page(report: Inspection) -> str:
    return f"/inspections/{report.pk}/"


def test_a_report_is_put_in(db: None) -> None:
    ada = officer("Ada Lorne")
    ada.open(NEW)
    after = ada.send("/new", title="Answering calls", published="2019-03-20", address="https://example.org/r")
    assert after.heading == "Answering calls"
    assert "The response is due by 14 May 2019, in 12 days" in after.main
    assert "HMICFRS, published on 20 March 2019, about our force" in after.main
    event = Event.objects.latest("pk")
    assert event.summary == "Put in the inspection Answering calls."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"title": ""}, "Write the title of the report"),
        ({"published": ""}, "Write the day on which it was published"),
        ({"published": "31/2/2019"}, "Write the day as a day, month and year, such as 27/3/2018"),
        ({"published": "2019-05-03"}, "that day is still to come"),
        ({"address": "example"}, "Write the whole address, such as https://example.org/report"),
        ({"address": "javascript:alert(1)"}, "Write the whole address"),
        ({"title": "x" * 301}, "Shorten the title to 300 letters: it has 301"),
        ({"inspectorate": ""}, "Write whose report it is"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(db: None, typed: dict[str, str], said: str) -> None:
    ada = officer()
    ada.open(NEW)
    good = {"title": "Answering calls", "published": "2019-03-20", "address": "https://example.org/r"}
    after = ada.send("/new", 400, **{**good, **typed})
    assert said in after.text
    assert not Inspection.objects.exists()
    _, held = ada.form("/new")
    assert held["title"] == {**good, **typed}["title"]


def test_one_of_a_title_and_day(report: Inspection) -> None:
    ada = officer()
    ada.open(NEW)
    after = ada.send("/new", 400, title="answering calls", published="2019-03-20")
    assert "There is a report “answering calls” of that day already." in after.text
    assert Inspection.objects.count() == 1


def test_it_is_put_in_once(db: None) -> None:
    ada = officer()
    ada.open(NEW)
    form = ada.form("/new")
    ada.send(form, title="Answering calls", published="2019-03-20")
    assert "this was done once" in ada.send(form, title="Answering calls", published="2019-03-20").text
    assert Inspection.objects.count() == 1


def test_what_it_recommends_is_pasted(report: Inspection) -> None:
    ada = officer()
    Recommendation.objects.all().delete()
    ada.open(page(report))
    after = ada.send("/recommendations", found="Causes of concern\n1. Calls are lost.\nAFI 2: Ring back.")
    assert "Put in 2 recommendations." in after.main
    assert [str(one) for one in report.recommendations.all()] == [
        "Cause of concern 1", "Area for improvement 2",
    ]  # fmt: skip


def test_a_number_that_is_there_is_refused_and_what_was_pasted_stays(report: Inspection) -> None:
    ada = officer()
    ada.open(page(report))
    after = ada.send("/recommendations", 400, found=LIST)
    assert "Number 1 stands twice in this report" in after.main
    assert ada.form("/recommendations")[1]["found"].replace("\r", "") == LIST
    assert report.recommendations.count() == 2


def test_what_the_response_lacks_is_said(report: Inspection) -> None:
    shown = words(officer().open(page(report)))
    assert "0 of 2 recommendations are addressed." in shown
    assert (
        "Missing of the whole: the Police and Crime Commissioner’s comments and the Chief Constable’s "
        "comments." in shown
    )
    assert (
        "Missing: what is or will be done, or why not; the Police and Crime Commissioner’s comment" in shown
    )


def test_both_sides_comment_on_the_whole(report: Inspection) -> None:
    ada, ben = officer("Ada Lorne"), contributor("Ben Sarsen")
    ben.open(page(report))
    assert "Saved the comment." in ben.send("/force", force_comment="We accept it.").main
    ada.open(page(report))
    after = ada.send("/office", office_comment="A fair report.\n\nWe will watch it.")
    assert "We accept it. written by Ben Sarsen" in words(after)
    report.refresh_from_db()
    assert report.office_comment == "A fair report.\n\nWe will watch it."
    assert report.office_comment_by == ada.user
    assert report.force_comment_by == ben.user


def test_no_side_writes_the_others_words(report: Inspection) -> None:
    force = contributor()
    shown = force.open(page(report))
    assert "Police and Crime Commissioner’s comments on the report" not in shown.main
    force.post(f"{page(report)}office", 403, office_comment="Ours.")
    officer().post(f"{page(report)}force", 403, force_comment="Theirs.")
    report.refresh_from_db()
    assert (report.force_comment, report.office_comment) == ("", "")


def test_what_is_written_is_seen_by_all_once_it_is_published(report: Inspection) -> None:
    panel = Desk(Role.PANEL_READER)
    report.force_comment = "We accept it."
    report.save()
    before = panel.open(page(report)).main
    assert "We accept it." not in before
    assert "By June, answer sooner." in before
    assert panel.client.get(f"{page(report)}response.html").status_code == 404
    ada = officer()
    ada.open(page(report))
    ada.send("/published", responded_on="2019-05-01", response_address="https://example.org/response")
    assert "We accept it." in panel.open(page(report)).main
    assert b"We accept it." in panel.client.get(f"{page(report)}response.html").content


def test_that_it_was_published_is_noted_with_its_day(report: Inspection) -> None:
    ada = officer()
    ada.open(page(report))
    after = ada.send("/published", responded_on="2019-05-01")
    assert "The response was published on 1 May 2019, in time (the last day was 14 May 2019)." in after.main
    assert "No response is due." in ada.open("/inspections/").main


def test_late_is_said(report: Inspection) -> None:
    Inspection.objects.update(published="2019-02-20")  # due by 16 April
    ada = officer()
    assert "due by 16 April 2019, 16 days late" in ada.open(page(report)).main
    after = ada.send("/published", responded_on="2019-04-18")
    assert "published on 18 April 2019, 2 days late" in after.main


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "Write the day on which the response was published"),
        ("2019-05-03", "that day is still to come"),
        ("2019-03-19", "on that day the report was not published yet"),
        ("soon", "Write the day as a day, month and year"),
    ],
)
def test_a_day_that_cannot_be(report: Inspection, day: str, said: str) -> None:
    ada = officer()
    ada.open(page(report))
    assert said in ada.send("/published", 400, responded_on=day).text
    assert Inspection.objects.get().responded_on is None


def test_a_published_response_stays_until_it_is_taken_back(report: Inspection) -> None:
    ada = officer()
    ada.open(page(report))
    ada.send("/published", responded_on="2019-05-01")
    after = ada.post(f"{page(report)}office", 400, office_comment="Another word.")
    assert "The response was published: take that back first" in after.text
    ada.open(page(report))
    assert "can be changed again" in ada.send("/taken-back").main
    assert "Saved the comment." in ada.post(f"{page(report)}office", office_comment="Another word.").main


def test_what_does_not_concern_us_needs_no_response(report: Inspection) -> None:
    ada = officer()
    ada.open(page(report))
    after = ada.send("/concerns", 400, concerns_us="no", why_not="")
    assert "Say why it does not concern us" in after.main
    after = ada.send("/concerns", concerns_us="no", why_not="it is about forces with a coast")
    assert "no response is due: It is about forces with a coast." in after.main
    listed = ada.open("/inspections/").main
    assert "No response is due." in listed
    assert "Nothing is outstanding." in listed
    assert len(ada.open("/inspections/?show=all").rows()) == 2
    ada.open(page(report))
    ada.send("/concerns", concerns_us="yes")
    assert "The response is due by 14 May 2019" in ada.open(page(report)).main


def test_the_response_is_one_document(report: Inspection) -> None:
    report.office_comment = "A fair report."
    report.save()
    ada = officer()
    for form, begins in (("html", b"<!"), ("docx", b"PK"), ("pdf", b"%PDF")):
        answer = ada.client.get(f"{page(report)}response.{form}")
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
        assert f'filename="response-answering-calls-2019-03-20.{form}"' in answer["Content-Disposition"]
    html = ada.client.get(f"{page(report)}response.html").content.decode()
    for said in ("A fair report.", "By June, answer sooner.", "Area for improvement 2", "14 May 2019"):
        assert said in html
    assert ada.client.get(f"{page(report)}response.exe").status_code == 404


def test_the_report_itself_is_kept(report: Inspection) -> None:
    ada = officer()
    after = ada.upload(f"{page(report)}file", b"%PDF-1.4 the report", "report.pdf")
    assert "Kept report.pdf." in after.main
    assert "Download the report" in after.main
    assert "Choose the file of the report" in ada.post(f"{page(report)}file", 400).main
    assert "kept with it already" in ada.upload(f"{page(report)}file", b"%PDF-1.4 the report").main


def test_two_people_at_one_comment(report: Inspection) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(page(report))
    ben.open(page(report))
    ada.send("/office", office_comment="A fair report.")
    clash = ben.send("/office", 409, office_comment="An unfair report.")
    assert "Ada Lorne changed the commissioner’s comment" in clash.main
    assert "A fair report." in clash.main
    assert "An unfair report." in clash.main
    ben.send("/office", choose__office_comment="mine")
    report.refresh_from_db()
    assert report.office_comment == "An unfair report."


def test_two_people_at_what_is_said_of_the_report(report: Inspection) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(f"{page(report)}edit")
    ben.open(f"{page(report)}edit")
    ada.send("/edit", title="Answering 101 calls")
    clash = ben.send("/edit", 409, title="Calls", national="yes")
    assert "Ada Lorne changed the inspection" in clash.main
    ben.send("/edit", choose__title="theirs", choose__national="mine")
    report.refresh_from_db()
    assert (report.title, report.national) == ("Answering 101 calls", True)


def test_the_list_says_what_is_due_and_what_is_outstanding(report: Inspection) -> None:
    follow.recommendation(follow.inspection("Custody", "2018-01-10"), "1", "Mend it.", due="2019-04-30",
                          kind="concern", state="done", state_on="2019-04-01")  # fmt: skip
    shown = officer().open("/inspections/").main
    assert "The response to Answering calls is due by 14 May 2019, in 12 days: 0 of 2" in shown
    assert (
        "1 recommendation, 1 cause of concern and 1 area for improvement outstanding; the force says of 1 "
        "that it is done; 1 past their date. The oldest was published on 10 January 2018." in shown
    )


def test_the_list_is_filtered(report: Inspection) -> None:
    post = make.post("Assistant Chief Constable", "ACC")
    follow.recommendation(report, "3", "Train the handlers.", post=post, due=follow.day("2019-04-01"))
    ada = officer()
    for query, found in (
        ("", ["1", "2", "3"]), ("?kind=improvement", ["2"]), (f"?owner={post.pk}", ["3"]),
        ("?text=callers", ["2"]), ("?show=late", ["3"]), ("?show=over", []), ("?show=all&text=june", ["1"]),
    ):  # fmt: skip
        rows = ada.open(f"/inspections/{query}").rows()
        for row, number in zip(rows, found, strict=True):
            assert f" {number}" in row[0]
    assert ada.open("/inspections/?show=late&text=june").title.startswith(
        "Recommendations: Past their date, june"
    )
    assert "Choose what to show from the list" in ada.open("/inspections/?show=odd", 400).main


def test_reports_with_how_their_responses_stand(report: Inspection) -> None:
    follow.inspection("Custody", "2018-01-10", responded_on=follow.day("2018-03-07"))
    rows = officer().open("/inspections/reports/").rows()
    assert [row[2] for row in rows] == [
        "due by 14 May 2019, in 12 days", "7 March 2018, published 1 day late",
    ]  # fmt: skip
    assert rows[0][3] == "2 of 2 outstanding0 of 2 addressed"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_others_only_read(report: Inspection, role: Role) -> None:
    desk = Desk(role)
    shown = desk.open(page(report)).main
    for said in ("Add recommendations", "Note that it was published", "Change what is said"):
        assert said not in shown
    desk.post(f"{page(report)}recommendations", 403, found="3. Another.")
    desk.open(f"{page(report)}edit", 403)
