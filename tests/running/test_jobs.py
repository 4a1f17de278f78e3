"""The life of a job: taken once, done once, given back when its worker is dead."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from answerable.upkeep import jobs
from answerable.upkeep.models import WorkerSeen
from answerable.upkeep.working import Worker
from tools.soaking.house import SLOW_START

CALLS: list[str] = []
ERRORS: list[BaseException] = []


@task()
def say(word: str) -> str:
    CALLS.append(word)
    if ERRORS:
        raise ERRORS.pop(0)
    return word


@pytest.fixture(autouse=True)
def clean(db: None) -> Iterator[None]:
    CALLS.clear()
    ERRORS.clear()
    return


def the_job() -> DBTaskResult:
    return DBTaskResult.objects.get()


def work() -> None:
    Worker(until_empty=True).run()


def old_sign(worker: str, seconds: float) -> None:
    WorkerSeen.objects.create(name=worker, at=timezone.now() - dt.timedelta(seconds=seconds))


def test_jobs_are_done_in_turn() -> None:
    say.enqueue("one")
    say.enqueue("two")
    work()
    assert CALLS == ["one", "two"]
    assert set(DBTaskResult.objects.values_list("status", "return_value")) == {
        ("SUCCESSFUL", "one"), ("SUCCESSFUL", "two")
    }  # fmt: skip


def test_a_job_is_taken_once() -> None:
    say.enqueue("one")
    assert jobs.take("first") is not None
    assert jobs.take("second") is None
    assert the_job().worker_ids == ["first"]


def test_a_dead_workers_job_is_given_back() -> None:
    say.enqueue("one")
    jobs.take("dead")
    old_sign("dead", 31)
    assert jobs.give_back_from_the_dead() == 1
    work()
    assert CALLS == ["one"]


def test_so_is_that_of_one_who_never_showed_life() -> None:
    say.enqueue("one")
    jobs.take("dead at once")
    assert jobs.give_back_from_the_dead() == 1


@pytest.mark.parametrize("seconds", [0, 10, 29])
def test_a_living_workers_job_is_left_alone(seconds: float) -> None:
    say.enqueue("one")
    jobs.take("alive")
    old_sign("alive", seconds)
    assert jobs.give_back_from_the_dead() == 0
    assert the_job().status == "RUNNING"


def test_a_sign_renews_the_lease() -> None:
    say.enqueue("one")
    jobs.take("slow")
    old_sign("slow", 1000)
    jobs.sign_of_life("slow")
    assert jobs.give_back_from_the_dead() == 0


def test_a_sign_from_the_future_counts_as_none() -> None:
    """The clock was set back by an hour; a worker that lives signs again and is believed."""
    say.enqueue("one")
    jobs.take("dead")
    old_sign("dead", -3600)
    assert jobs.give_back_from_the_dead() == 1


def test_what_was_given_back_is_not_the_old_workers_any_more() -> None:
    """A worker that only slept must not say anything about a job that is another's by now."""
    say.enqueue("one")
    jobs.take("asleep")
    jobs.give_back_from_the_dead()
    jobs.take("awake")
    jobs.failed(the_job().pk, "asleep", ValueError())
    jobs.done(the_job().pk, "asleep", "old")
    jobs.give_back(the_job().pk, "asleep")
    assert (the_job().status, the_job().worker_ids) == ("RUNNING", ["asleep", "awake"])
    jobs.done(the_job().pk, "awake", "new")
    assert (the_job().status, the_job().return_value) == ("SUCCESSFUL", "new")


def test_a_job_that_fails_is_tried_again_later() -> None:
    say.enqueue("one")
    ERRORS.append(OSError(5, "no such luck for anybody@wyvern.example"))
    work()
    assert the_job().status == "READY"
    assert the_job().exception_class_path == "builtins.OSError"
    assert "in say" not in the_job().traceback
    assert "wyvern" not in the_job().traceback, "no words, only places"
    work()
    assert CALLS == ["one"], "not yet"
    DBTaskResult.objects.update(run_after=timezone.now())
    work()
    assert CALLS == ["one", "one"]
    assert the_job().status == "SUCCESSFUL"


def test_after_many_times_it_is_put_aside_and_can_be_put_back() -> None:
    say.enqueue("one")
    for _ in range(jobs.MOST_TIMES):
        ERRORS.append(ValueError("never"))
        DBTaskResult.objects.update(run_after=timezone.now())
        work()
    assert the_job().status == "FAILED"
    said = StringIO()
    call_command("jobs", stdout=said)
    assert "0 waiting, 0 running, 1 failed." in said.getvalue()
    assert "builtins.ValueError" in said.getvalue()
    said = StringIO()
    call_command("jobs", again=True, stdout=said)
    assert "1 put back." in said.getvalue()
    work()
    assert the_job().status == "SUCCESSFUL"


def test_a_job_that_kills_its_workers_ends_too() -> None:
    say.enqueue("one")
    for _ in range(jobs.MOST_TIMES):
        assert jobs.take("dead") is not None
        jobs.give_back_from_the_dead()
    assert the_job().status == "FAILED"
    assert the_job().exception_class_path == "answerable.upkeep.jobs.KilledItsWorkers"


def test_a_worker_that_is_told_twice_gives_its_job_back() -> None:
    say.enqueue("one")
    ERRORS.append(SystemExit(1))
    with pytest.raises(SystemExit):
        work()
    assert (the_job().status, the_job().worker_ids) == ("READY", [])
    work()
    assert the_job().status == "SUCCESSFUL"


def test_a_job_done_but_not_noted_is_done_again_by_the_same_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database went away between the job's end and the note of it; the worker lives on."""
    say.enqueue("one")
    noted, note = [], jobs.done

    def first_fails(*given: Any) -> None:
        noted.append(given)
        if len(noted) == 1:
            raise OperationalError("the server closed the connection")
        note(*given)

    monkeypatch.setattr(jobs, "done", first_fails)
    worker = Worker(until_empty=True)
    monkeypatch.setattr(worker, "_every", lambda seconds, do: do())
    with pytest.raises(OperationalError):
        worker.run()
    worker.run()
    assert CALLS == ["one", "one"]
    assert the_job().status == "SUCCESSFUL"


def test_a_task_that_is_gone_is_a_failure_and_not_the_end() -> None:
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="answerable.gone.away", backend_name="default"
    )
    say.enqueue("two")
    work()
    assert CALLS == ["two"]


def test_a_worker_signs_on_and_off(monkeypatch: pytest.MonkeyPatch) -> None:
    say.enqueue("one")
    seen: list[int] = []
    monkeypatch.setattr(Worker, "_do", lambda self, job: seen.append(WorkerSeen.objects.count()))
    work()
    assert seen == [1]
    assert not WorkerSeen.objects.exists()


def test_old_news_is_forgotten() -> None:
    old_sign("long gone", 60 * 60)
    old_sign("alive", 1)
    say.enqueue("one")
    say.enqueue("two")
    work()
    DBTaskResult.objects.filter(return_value="one").update(finished_at=timezone.now() - dt.timedelta(days=31))
    jobs.forget_old()
    assert list(WorkerSeen.objects.values_list("name", flat=True)) == ["alive"]
    assert [one.return_value for one in DBTaskResult.objects.all()] == ["two"]


def test_what_is_left_of_broken_uploads_is_removed_after_a_day(tmp_path: Path, settings: Any) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    for name, age in (("old", 25 * 60 * 60), ("on its way", 60)):
        (tmp_path / name).write_bytes(b"half a file")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    work()
    assert [path.name for path in tmp_path.iterdir()] == ["on its way"]


def test_an_idle_worker_takes_no_lock(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert jobs.take("idle") is None


def start_worker(*arguments: str, data: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {
        "ANSWERABLE_DATA": data, "DJANGO_SETTINGS_MODULE": "answerable.config.settings", "LOG_LEVEL": "INFO"
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=environment, check=True
    )
    return subprocess.Popen(
        [sys.executable, "-m", "django", "worker", *arguments],
        env=environment, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_sigterm_ends_a_worker_well(data_folder: Path) -> None:
    worker = start_worker(data=str(data_folder))
    assert worker.stderr is not None
    assert "worker starts" in worker.stderr.readline()
    time.sleep(0.2)
    worker.send_signal(signal.SIGTERM)
    assert "worker ends" in worker.communicate(timeout=SLOW_START)[1]
    assert worker.returncode == 0


def test_a_worker_goes_with_its_parent(data_folder: Path) -> None:
    worker = start_worker("--parent", "1", data=str(data_folder))
    assert "worker ends" in worker.communicate(timeout=SLOW_START)[1]
