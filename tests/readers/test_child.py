"""The limited child: whatever a file does to it, one sentence comes back and the next file is read."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from answerable.readers import Unreadable, child
from answerable.readers.child import Child, Limits
from tests.readers.making import docx, p

MINUTES = b"1.\tBoats\tACTION\n\tThe force will report back.\tACC\n"


@pytest.fixture
def reader() -> Iterator[Child]:
    one = Child()
    yield one
    one.close()


def text_of(reader: Child, data: bytes = MINUTES) -> str:
    return reader.read(data, "minutes.txt", record=False).text


def refused(reader: Child, data: bytes = MINUTES) -> str:
    with pytest.raises(Unreadable) as refusal:
        reader.read(data, "minutes.txt", record=False)
    sentence = str(refusal.value)
    assert sentence.startswith("minutes.txt ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_one_child_reads_file_after_file(reader: Child) -> None:
    reader.start()
    process = reader._process
    assert text_of(reader) == MINUTES.decode()
    assert text_of(reader, docx(p("Ada – Fenn"))) == "Ada – Fenn"
    assert text_of(reader, "“£” \U0001f6a3".encode()) == "“£” \U0001f6a3"
    assert reader._process is process


def test_a_refusal_comes_through_and_the_child_lives(reader: Child) -> None:
    assert refused(reader, b"") == "minutes.txt is empty; get a fresh copy of it."
    process = reader._process
    assert text_of(reader) == MINUTES.decode()
    assert reader._process is process


def test_after_many_files_a_fresh_child_takes_over(reader: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "FILES_EACH", 2)
    seen = set()
    for _ in range(4):
        assert text_of(reader) == MINUTES.decode()
        assert reader._process is not None
        seen.add(reader._process.pid)
    assert len(seen) == 2


def test_a_child_that_was_killed_between_files_is_replaced(reader: Child) -> None:
    text_of(reader)
    assert reader._process is not None
    os.kill(reader._process.pid, 9)
    reader._process.wait()
    assert text_of(reader) == MINUTES.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="limits are the system's")
def test_a_file_that_needs_too_much_memory() -> None:
    reader = Child(Limits(memory=160 * 2**20))
    try:
        sentence = refused(reader, b"word\n\n" * 4_000_000)
        assert "160 MB of memory" in sentence
        assert text_of(reader) == MINUTES.decode()
    finally:
        reader.close()


Scripted = Callable[..., Child]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripted]:
    """A child whose worker is a script, in place of a reader that a hostile file took over."""
    made: list[Child] = []

    def make(script: str, **limits: float) -> Child:
        head = "import sys, os, json, time, signal; sys.stdin.readline()\n"
        monkeypatch.setattr(child, "_WORKER", (sys.executable, "-c", head + script))
        made.append(Child(Limits(**limits)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "broke the program that reads it"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "took longer than 60 seconds to read and was stopped"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "needs more than 512 MB of memory"),
        ("sys.exit(0)", "broke the program that reads it"),
        ("print('no number', flush=True); time.sleep(60)", "broke the program that reads it"),
        ("print(10); print('short')", "broke the program that reads it"),
        ("print(5, 'not', flush=True)", "broke the program that reads it"),
        ("print(4); print('null')", "broke the program that reads it"),
        ("print(200000); print('[' * 200000)", "broke the program that reads it"),
        ("print(999999999, flush=True); time.sleep(60)", "more text than minutes can have"),
    ],
)
def test_a_child_that_misbehaves(scripted: Scripted, script: str, sentence: str) -> None:
    assert sentence in refused(scripted(script))


def test_a_child_that_hangs_is_stopped_with_all_that_it_started(scripted: Scripted, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    script = (
        f"import subprocess; p = subprocess.Popen(['sleep', "
        f"'60']); open({str(pid)!r}, 'w').write(str(p.pid)); p.wait()"
    )
    assert "took longer than 1 seconds to read and was stopped" in refused(scripted(script, seconds=1))
    assert _is_gone(int(pid.read_text()))


def _is_gone(pid: int) -> bool:
    """Whether a process has ended; a killed one may wait for a moment to be collected."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_processor_limit_ends_in_the_same_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = "import answerable.readers.worker as w, sys\nw.limit_time(0)\nwhile True: pass"
    monkeypatch.setattr(child, "_WORKER", (sys.executable, "-c", worker))
    reader = Child(Limits(cpu_seconds=7))
    assert "took longer than 7 seconds to read and was stopped" in refused(reader)
    reader.close()


def test_a_fault_of_ours_is_a_sentence_and_not_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    from answerable.readers import worker

    def broken(data: bytes, name: str) -> None:
        raise KeyError("x")

    monkeypatch.setattr(worker, "read", broken)
    sentence = worker.answer(b"x", "a.txt", record=False)["unreadable"]
    assert sentence.startswith(
        "a.txt could not be read because of a fault in this program (KeyError in test_child.py"
    )
    assert "\n" not in sentence


@pytest.mark.parametrize(("error", "answer"), [(MemoryError(), "memory"), (RecursionError(), "unreadable")])
def test_exhaustion_inside_the_child(monkeypatch: pytest.MonkeyPatch, error: Exception, answer: str) -> None:
    from answerable.readers import worker

    def exhausted(data: bytes, name: str) -> None:
        raise error

    monkeypatch.setattr(worker, "read", exhausted)
    assert answer in worker.answer(b"x", "a.txt", record=False)


def test_threads_take_turns_at_the_shared_child() -> None:
    found: list[str] = []

    def read(at: int) -> None:
        found.append(child.read_bytes_in_child(b"text %d" % at, "a.txt", record=False).text)

    threads = [threading.Thread(target=read, args=[at]) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [f"text {at}" for at in range(8)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_leaves_the_parents_child_alone(reader: Child) -> None:
    text_of(reader)
    pid = os.fork()
    if pid == 0:
        reader.close()
        os._exit(0)
    os.waitpid(pid, 0)
    assert reader._process is not None
    assert reader._process.poll() is None
    assert text_of(reader) == MINUTES.decode()


def test_the_record_comes_with_the_text(reader: Child) -> None:
    found = reader.read(MINUTES, "minutes.txt")
    assert found.record is not None
    assert found.record["source"]["name"] == "minutes.txt"
    assert found.text == MINUTES.decode()


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda folder: folder / "none.txt", "none.txt does not exist; check its name."),
        (lambda folder: folder, "is a folder; name the files in it."),
        (lambda folder: Path("/dev/zero"), "/dev/zero is a device and no file; name a file."),
        (lambda folder: folder / ("x" * 300), "cannot be opened (File name too long)"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, made: Callable[[Path], Path], sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        child.file_bytes(made(tmp_path))
    assert sentence in str(refusal.value)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "LARGEST_FILE", 2**20)
    (tmp_path / "large").write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(Unreadable, match="is larger than 1 MB"):
        child.file_bytes(tmp_path / "large")


@pytest.mark.corpus
def test_the_places_of_a_record_are_slices_of_its_text(corpus: Path, reader: Child) -> None:
    paths = sorted(
        path for path in corpus.glob("minutes/*/*") if path.suffix in (".txt", ".docx", ".odt", ".html")
    )
    for path in paths:
        found = reader.read(path.read_bytes(), path.name)
        assert found.record is not None
        for entry in found.record["entries"]:
            for place in entry["source"]:
                assert found.text[place["start"] : place["end"]] == place["quote"]
