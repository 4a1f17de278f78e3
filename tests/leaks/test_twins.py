"""Nothing that is answered depends on what is left out: no word, length, number, tag or file."""

from __future__ import annotations

import pytest

from tests.leaks import twins


@pytest.mark.django_db
@pytest.mark.any_database
def test_every_answer_is_the_same_whatever_the_secret_was() -> None:
    assert twins.differences() == []
