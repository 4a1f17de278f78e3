"""What ``make run`` does: a database, the minutes in it, the site on this machine.

    python tools/run.py                       the sample archive, in var/sample
    python tools/run.py --minutes FOLDER      your own minutes, in var/own: the two are never mixed

Run again it adds what is new and leaves the rest. Nobody needs a password here: in the sample a page asks who
you want to be, and your own record opens by a link that is printed, with a key that is new each time.
"""

from __future__ import annotations

import argparse
import os
import secrets
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample" / "minutes"
SAMPLE_OFFICE = "Wyvern Valley"
KEY_BYTES = 24  # 192 bits: nobody guesses it
SETTINGS = "answerable.config.settings"


def main() -> int:
    parser = argparse.ArgumentParser(description="Import minutes and serve the site on this machine.")
    parser.add_argument("--minutes", type=Path, help="a folder of your own minutes; the sample without it")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    minutes: Path = options.minutes or SAMPLE
    refused = _refusal(minutes, options.port)
    if refused:
        sys.stderr.write(refused + "\n")
        return 1
    os.environ["ANSWERABLE_DATA"] = str(_data_folder(options.minutes))
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    os.environ.setdefault("SITE", f"http://localhost:{options.port}")
    os.environ.update(_who_may_come_in(options.minutes))
    try:
        return _make_and_serve(minutes, options.port)
    except KeyboardInterrupt:
        return 0


def _data_folder(minutes: Path | None) -> Path:
    """Where database and files are kept: ANSWERABLE_DATA, else var/, a folder each for sample and own."""
    base = Path(os.environ.get("ANSWERABLE_DATA") or ROOT / "var").resolve()
    return base / ("own" if minutes else "sample")


def _who_may_come_in(minutes: Path | None) -> dict[str, str]:
    """The settings for signing in without a password: on this machine, under its own names only."""
    here = {"ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]", "SAMPLE": "0", "THIS_MACHINE": ""}
    return here | ({"THIS_MACHINE": secrets.token_urlsafe(KEY_BYTES)} if minutes else {"SAMPLE": "1"})


def _refusal(minutes: Path, port: int) -> str | None:
    """One sentence where it cannot go well, before anything is made."""
    if not minutes.exists():
        return f"There is no folder {minutes}: give the folder that the minutes are in, MINUTES=folder."
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            return f"Port {port} is in use by another program: stop it, or try make run PORT={port + 1}."
    return None


def _make_and_serve(minutes: Path, port: int) -> int:
    made = _django("migrate", "--verbosity", "0")
    if made:
        return made
    if _django("import", str(minutes), *(["--office", SAMPLE_OFFICE] if minutes == SAMPLE else [])):
        sys.stdout.write("Not every file could be read; what could is in the record.\n")
    if minutes == SAMPLE:
        subprocess.call([sys.executable, str(ROOT / "tools" / "planting.py")])
    _say_where_to_look(port)
    return _django("serve", "--port", str(port))


def _django(*arguments: str) -> int:
    return subprocess.call([sys.executable, "-m", "django", *arguments])


def _say_where_to_look(port: int) -> None:
    site = f"http://localhost:{port}"
    key = os.environ["THIS_MACHINE"]
    first = (
        f"Open {site}/account/this-machine/?key={key}" if key else f"Look at {site} and choose who you are"
    )
    sys.stdout.write(
        f"""
{first}
  {site}/actions/    who owes what, and what is overdue or lapsed
  {site}/meetings/   the minutes, every line with its place on the page
  {site}/search/     search over everything
Database and files are in {os.environ["ANSWERABLE_DATA"]}

"""
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
