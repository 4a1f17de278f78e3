"""What machines that watch this one are told."""

from __future__ import annotations

import re
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from answerable.upkeep import jobs
from answerable.upkeep.models import WorkerSeen

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(db: None) -> Client:
    """Something on this machine that asks by its own name."""
    return Client(headers={"host": "localhost"})


def figures(client: Client, **headers: str) -> dict[str, float]:
    answer = client.get("/metrics", **headers)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    return {line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1]) for line in lines if line[0] != "#"}


def test_a_process_that_answers_is_alive(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/health/live")
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert answer["Cache-Control"] == "no-store"


def test_ready_with_a_database_and_a_place_for_files(client: Client) -> None:
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.content) == (200, b"ready\n")


def test_not_ready_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*args: object) -> None:
        raise OperationalError("could not connect to the server at 192.0.2.9")

    monkeypatch.setattr(connection, "cursor", gone)
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.content) == (503, b"not ready\n"), "no word about what is where"


def test_not_ready_without_a_place_for_files(client: Client, tmp_path: Path, settings: Any) -> None:
    (tmp_path / "file").write_text("where a folder should be")
    settings.MEDIA_ROOT = tmp_path / "file" / "files"
    assert client.get("/health/ready").status_code == 503


def test_figures_count_requests_by_view_and_status(client: Client) -> None:
    name = 'answerable_requests_total{method="GET",status="200",view="health_live"}'
    before = figures(client).get(name, 0)
    client.get("/health/live?secret=1")
    found = figures(client)
    assert found[name] == before + 1
    assert found['answerable_request_seconds_count{view="health_live"}'] >= 1
    assert "secret" not in str(found)


def test_figures_count_jobs_workers_and_events(client: Client) -> None:
    DBTaskResult.objects.create(args_kwargs={}, task_path="a.b", backend_name="default")
    DBTaskResult.objects.create(args_kwargs={}, task_path="a.b", backend_name="default", status="FAILED")
    jobs.sign_of_life("alive")
    WorkerSeen.objects.create(name="dead", at=timezone.now() - timedelta(hours=1))
    found = figures(client)
    assert found['answerable_jobs{state="waiting"}'] == 1
    assert found['answerable_jobs{state="failed"}'] == 1
    assert found['answerable_jobs{state="running"}'] == 0
    assert found["answerable_oldest_job_seconds"] >= 0
    assert found["answerable_workers"] == 1
    assert found["answerable_audit_sequence"] == 0


def test_figures_say_how_old_the_newest_backup_is(client: Client, tmp_path: Path, settings: Any) -> None:
    assert "answerable_backup_age_seconds" not in figures(client)
    settings.BACKUPS = str(tmp_path)
    (tmp_path / "backup").mkdir()
    assert 0 <= figures(client)["answerable_backup_age_seconds"] < 60


@pytest.mark.parametrize(
    "asking",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "192.0.2.7", "HTTP_X_FORWARDED_FOR": "10.1.2.3"},
    ],
)
def test_figures_are_nobody_elses_business(asking: dict[str, str], client: Client, settings: Any) -> None:
    settings.METRICS_FROM = [ip_network("10.1.2.0/24")]
    answer = client.get("/metrics", **asking)  # type: ignore[arg-type]
    assert answer.status_code == 404
    nowhere = client.get("/nowhere", **asking)  # type: ignore[arg-type]
    words = [re.sub(rb"Page not found.*?</main>", b"", one.content, flags=re.S) for one in (answer, nowhere)]
    assert words[0] == words[1], "the same as a page that is not there"


def test_figures_go_to_a_listed_address_behind_a_listed_proxy(client: Client, settings: Any) -> None:
    settings.METRICS_FROM = [ip_network("10.1.2.0/24")]
    assert figures(client, REMOTE_ADDR="10.1.2.3")
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1/32")]
    assert figures(client, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="10.1.2.3")


def test_every_answer_has_a_number_of_ours(client: Client) -> None:
    numbers = {client.get("/health/live", headers={"X-Request-ID": "mine"})["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in numbers)
