"""The place in the original that a line came from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from answerable.actions.models import Action, Commitment
from answerable.meetings.models import Entry, Meeting
from answerable.workspace.source.passages import passages
from tests import factories as make

Get = Callable[..., Any]
TEXT = "\n".join(f"Line {number} of the minutes of Wyvern Valley." for number in range(200))


@pytest.fixture
def plain(db: None) -> Entry:
    """A line of minutes that came as text."""
    of = make.meeting(document=make.document(TEXT))
    quote = "Line 100 of the minutes of Wyvern Valley."
    return make.entry(of, "note", quote, source=[make.place(quote, TEXT.index(quote))])


def test_a_line_of_a_pdf_is_boxed_on_the_picture_of_its_page(
    archive: list[Meeting], client: Client, get: Get
) -> None:
    one = Action.objects.get(number="A-0007")
    page = get(f"/source/action/{one.pk}/")
    image = page.tree.find(".//img")
    assert get_png(client, image).startswith(b"\x89PNG")
    assert "Page 1 of 2019-03.pdf" in image.get("alt")
    boxes = page.tree.xpath("//*[name()='rect'][@class='ans-box']")
    assert len(boxes) == 1
    x0, y0, _, _ = one.source[0]["bbox"]
    assert float(boxes[0].get("x")) == pytest.approx(x0 - 2, abs=0.1)
    assert float(boxes[0].get("y")) == pytest.approx(y0 - 2, abs=0.1)


def get_png(client: Client, image: Any) -> bytes:
    response = client.get(image.get("src"))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    return b"".join(response.streaming_content)  # type: ignore[attr-defined,arg-type]


def test_the_box_lies_on_the_page_in_points(archive: list[Meeting], get: Get) -> None:
    page = get(f"/source/action/{Action.objects.get(number='A-0007').pk}/")
    overlay = page.tree.find_class("ans-page__boxes")[0]
    _, _, width, height = (float(one) for one in overlay.get("viewbox").split())
    assert (width, height) == (pytest.approx(595, abs=1), pytest.approx(842, abs=1))


def test_the_quote_stands_beside_what_was_read(archive: list[Meeting], get: Get) -> None:
    page = get(f"/source/action/{Action.objects.get(number='A-0007').pk}/")
    quote = page.tree.find(".//blockquote").text_content()
    assert quote == "ACTION: DCC to show the callers lost each week, by hour, by the end of April."
    assert "As it was read DCC to show the callers lost each week, by hour, by the end of April" in page.main


def test_the_passage_of_a_text_is_marked_with_some_of_what_is_around_it(plain: Entry, get: Get) -> None:
    page = get(f"/source/entry/{plain.pk}/")
    assert [mark.text for mark in page.tree.iter("mark")] == ["Line 100 of the minutes of Wyvern Valley."]
    shown = page.tree.find_class("ans-text")[0].text_content()
    assert "Line 99 of" in shown
    assert "Line 101 of" in shown
    assert "Line 5 of" not in shown


def test_a_line_of_two_places_marks_both(plain: Entry, get: Get) -> None:
    words = ["Line 10 of", "Line 150 of"]
    plain.source = [make.place(word, TEXT.index(word)) for word in words]
    plain.save()
    page = get(f"/source/entry/{plain.pk}/")
    assert [mark.text for mark in page.tree.iter("mark")] == words
    assert len(page.tree.find_class("ans-text")) == 2


def test_minutes_without_their_original_are_quoted(archive: list[Meeting], get: Get) -> None:
    line = archive[0].entries.first()
    page = get(f"/source/entry/{line.pk}/")
    assert "is not kept here" in page.main
    assert page.tree.find(".//blockquote").text_content() == line.text


def test_a_text_that_no_longer_agrees_is_not_marked_wrongly(plain: Entry, get: Get) -> None:
    plain.source[0]["start"] += 3
    plain.save()
    page = get(f"/source/entry/{plain.pk}/")
    assert not page.tree.findall(".//mark")
    assert page.tree.find(".//blockquote").text_content() == plain.source[0]["quote"]


def test_it_leads_back_to_the_line_in_the_minutes(archive: list[Meeting], get: Get) -> None:
    line = archive[4].entries.get(position=1)
    link = get(f"/source/entry/{line.pk}/").find("See it in the minutes")
    assert link == f"/meetings/{archive[4].pk}/?at=1#entry-1"


def test_a_file_that_is_no_pdf_inside_is_said_to_be_undrawable(archive: list[Meeting], get: Get) -> None:
    broken = make.document("nothing", "broken.pdf", b"not a PDF", media_type="application/pdf", pages=1)
    line = make.entry(make.meeting("2019-04-01", document=broken), "note", "Words",
                      source=[make.place("Words", 0, 1, [1.0, 2.0, 3.0, 4.0])])  # fmt: skip
    page = get(f"/source/entry/{line.pk}/")
    assert "This page of the original cannot be drawn." in page.main
    assert page.tree.find(".//blockquote").text_content() == "Words"


def test_a_page_that_the_pdf_does_not_have(archive: list[Meeting], get: Get) -> None:
    document = archive[4].document
    assert document
    assert "cannot be drawn" in get(f"/documents/{document.pk}/pages/7.png", 404).main
    get(f"/documents/{document.pk}/pages/0.png", 404)


def test_a_picture_is_drawn_once(
    archive: list[Meeting], client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = archive[4].document
    assert document
    address = f"/documents/{document.pk}/pages/1.png"
    assert client.get(address).status_code == 200
    monkeypatch.setattr("answerable.documents.pictures._render", lambda *_: pytest.fail("drawn again"))
    answer = client.get(address)
    assert answer.status_code == 200
    assert "max-age" in answer["Cache-Control"]


def test_the_original_is_a_download_and_never_a_page(archive: list[Meeting], client: Any) -> None:
    evil = make.document("x", "evil.html", b"<script>alert(1)</script>", media_type="text/html")
    answer = client.get(f"/documents/{evil.pk}/original")
    assert answer["Content-Disposition"] == 'attachment; filename="evil.html"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"


def test_an_original_that_is_gone_is_not_found(archive: list[Meeting], get: Get) -> None:
    document = archive[4].document
    assert document
    document.content.storage.delete(document.content.name)
    assert "not in its place" in get(f"/documents/{document.pk}/original", 404).main


def test_a_promise_has_a_source(archive: list[Meeting], get: Get) -> None:
    one = Commitment.objects.first()
    assert one
    assert one.text in get(f"/source/promise/{one.pk}/").main


@given(st.text(alphabet="ab \n", max_size=4000), st.data())
def test_passages_mark_exactly_the_places(text: str, data: st.DataObject) -> None:
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 60)), min_size=1, max_size=4).map(sorted)
    )
    places, at = [], 0
    for first, length in spans:
        start = max(first, at)
        end = min(start + length, len(text))
        if end > start:
            places.append(make.place(text[start:end], start))
            at = end
    found = [part for parts in passages(text, places) for part in parts]
    assert [part.text for part in found if part.marked] == [place["quote"] for place in places]
    for parts in passages(text, places):
        assert "".join(part.text for part in parts) in text
