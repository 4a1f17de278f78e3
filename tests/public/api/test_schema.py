"""The description of the API, tried by a program that tries to break what is described.

Schemathesis makes questions that the description allows and ones that it forbids, and looks whether the
answers are as described. It asks in process, through WSGI, as a server does. ``make api-check`` asks a
running site, and more.
"""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ensure_resource_availability,
    negative_data_rejection,
    positive_data_acceptance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)  # fmt: skip

from answerable.public.api.description import described
from tests import open_data

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
CASES = 12
"""Questions to an address: enough to find what is wrong with its types, in less than a minute for all."""
load_all_checks()
CHECKS = [
    schemathesis.checks.not_a_server_error, status_code_conformance, content_type_conformance,
    response_headers_conformance, response_schema_conformance, negative_data_rejection,
    positive_data_acceptance, ensure_resource_availability, unsupported_method,
]  # fmt: skip


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_question_finds_an_answer_that_is_not_described(mode: GenerationMode) -> None:
    open_data.world()
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for address, methods in described()["paths"].items():
        if mode is GenerationMode.POSITIVE or methods["get"].get("parameters"):
            ask(schema[address]["GET"], mode)


def ask(operation: Any, mode: GenerationMode) -> None:
    """Ask one address; raises what is found with the question that found it."""

    @given(operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=CASES, deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def asked(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    asked()


def test_it_is_openapi_3_1_and_names_every_address() -> None:
    told = Client().get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for methods in told["paths"].values():
        assert set(methods) == {"get"}
        answers = methods["get"]["responses"]
        assert {"200", "400", "405", "422"} <= set(answers)
        for status, answer in answers.items():
            assert set(answer["content"]) == {
                "application/json" if status == "200" else "application/problem+json"
            }
