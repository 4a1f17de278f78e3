"""``answerable read``: records on standard output, a sentence on standard error for each refusal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from answerable import cli
from tests.readers.making import docx, p

COMMAND = [sys.executable, "-m", "answerable.cli", "read"]


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, cwd=cwd, timeout=60, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(
        "Minutes of the Assurance Meeting, 4 March 2021\n\nThe force’s boats.\n"
    )
    (tmp_path / "two.docx").write_bytes(docx(p("Minutes\u2028of two") + p("The force's boats were seen.")))
    (tmp_path / "torn.docx").write_bytes(docx(p("x"))[:100])
    return tmp_path


def test_one_record_a_line_in_the_order_given(folder: Path) -> None:
    done = run("two.docx", "one.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["two.docx", "one.txt"]
    assert all(json.loads(line)["format"] == "meeting-record/1" for line in lines)


def test_the_others_are_printed_when_one_cannot_be_read(folder: Path) -> None:
    done = run("torn.docx", "one.txt", "none.txt", folder, cwd=folder)
    assert done.returncode == 1
    assert [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()] == ["one.txt"]
    assert done.stderr.decode().splitlines() == [
        (
            "answerable read: torn.docx is damaged or cut short: its "
            "zip archive cannot be unpacked; get a fresh copy of it."
        ),
        "answerable read: none.txt does not exist; check its name.",
        f"answerable read: {folder} is a folder; name the files in it.",
    ]


def test_the_sentence_names_the_whole_path(folder: Path) -> None:
    done = run(folder / "torn.docx")
    assert done.stderr.decode().startswith(f"answerable read: {folder / 'torn.docx'} is damaged")


def test_text_is_what_the_places_count_in(folder: Path) -> None:
    text = run("--text", folder / "one.txt").stdout.decode()
    assert text == (folder / "one.txt").read_text()
    record = json.loads(run(folder / "one.txt").stdout)
    places = [place for entry in record["entries"] for place in entry["source"]]
    assert places
    for place in places:
        assert text[place["start"] : place["end"]] == place["quote"]


def test_pretty_is_indented_and_the_same_record(folder: Path) -> None:
    pretty = run("--pretty", folder / "one.txt").stdout.decode()
    assert pretty.startswith('{\n  "format"')
    assert "force’s" in pretty
    assert json.loads(pretty) == json.loads(run(folder / "one.txt").stdout)


def test_the_same_file_gives_the_same_bytes(folder: Path) -> None:
    assert run(folder / "two.docx").stdout == run(folder / "two.docx").stdout


def test_a_name_with_a_line_break_stays_one_line(folder: Path) -> None:
    bad = folder / "a\nb.txt"
    bad.write_bytes(b"")
    assert run(bad).stderr.decode().count("\n") == 1


def test_whoever_reads_may_stop_early(folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 200_000)
    command = " ".join([*COMMAND, "--text", *["long.txt"] * 5])
    done = subprocess.run(
        ["sh", "-c", f"{command} | head -c 10"], capture_output=True, cwd=folder, timeout=60, check=True
    )
    assert (done.stdout, done.stderr) == (b"word word ", b"")


def test_a_pipe_can_be_read(folder: Path) -> None:
    command = " ".join([*COMMAND, "--text", "<(cat one.txt)"])
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=folder, timeout=60, check=True)
    assert done.stdout == (folder / "one.txt").read_bytes()


def test_usage_errors_are_told_apart(folder: Path) -> None:
    assert run().returncode == 2
    assert run("--pretty", "--text", "one.txt", cwd=folder).returncode == 2


def test_reading_needs_neither_django_nor_a_database(folder: Path) -> None:
    script = (
        "import sys; sys.modules['django'] = None\n"
        "from answerable.cli import main\n"
        f"sys.exit(main(['read', '--text', {str(folder / 'one.txt')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_other_subcommands_are_djangos(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["version"]) == 0
    assert capsys.readouterr().out.startswith("5.")


def test_help_names_read_too(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["help"])
    assert "answerable read FILE…" in capsys.readouterr().out


def test_an_ascii_terminal_gets_utf8_all_the_same(folder: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "--text", str(folder / "one.txt")],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"},
        timeout=60,
        check=True,
    )
    assert "force’s" in done.stdout.decode("utf-8")


@pytest.mark.corpus
def test_every_format_of_the_corpus_is_read(corpus: Path) -> None:
    paths = sorted(
        path for path in corpus.glob("minutes/*/*") if path.suffix in (".txt", ".docx", ".odt", ".html")
    )
    done = run(*paths)
    assert (done.returncode, done.stderr) == (0, b"")
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [record["source"]["name"] for record in records] == [path.name for path in paths]
