"""The style sheet and script that the build makes: only what is ours to use is left in them."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def assets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("assets", CHECKOUT / "tools" / "assets.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["assets"] = module
    spec.loader.exec_module(module)
    return module


def checkout(folder: Path) -> Path:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        (folder / name).write_bytes((CHECKOUT / name).read_bytes())
    return folder


CSS = (
    "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
    ".a{font-family:GDS Transport,arial,sans-serif;color:red}"
    ".b{background-image:url(/assets/images/govuk-crest.svg);background-repeat:no-repeat}"
    "/*# sourceMappingURL=x.map */"
)


def test_typeface_crest_and_map_are_taken_out(assets: ModuleType) -> None:
    assert assets.clean_css(CSS) == (
        '.a{font-family:Arial,"Liberation Sans",sans-serif;color:red}.b{background-repeat:no-repeat}\n'
    )
    assert assets.clean_script("x();//# sourceMappingURL=x.map") == "x();\n"


def test_the_files_appear_with_the_lock_they_were_made_from(assets: ModuleType, tmp_path: Path) -> None:
    def npm(arguments: list[str], folder: Path) -> None:
        assert arguments[0] == "ci"
        built = folder / "node_modules" / "govuk-frontend" / "dist" / "govuk"
        built.mkdir(parents=True)
        (built / "govuk-frontend.min.css").write_text(CSS)
        (built / "govuk-frontend.min.js").write_text("x();")

    root, target = checkout(tmp_path), tmp_path / "made"
    assert not assets.is_current(target, root)
    assets.make(target, root, npm)
    assert assets.is_current(target, root)
    assert "Transport" not in (target / "govuk-frontend.min.css").read_text()
    (root / "package-lock.json").write_text("{}")
    assert not assets.is_current(target, root)


def test_without_npm_pages_fall_back(
    assets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise assets.NoNpm("no npm on this machine")

    monkeypatch.setattr(assets, "find_npm", none)
    said = assets.ensure(again=True)
    assert said == "Pages will use the small style sheet of our own: no npm on this machine"


def test_the_lock_names_no_address(assets: ModuleType) -> None:
    text = (CHECKOUT / "package-lock.json").read_text()
    assert "resolved" not in text
    assert "://" not in text
    package = json.loads(text)["packages"]["node_modules/govuk-frontend"]
    assert package["integrity"].startswith("sha512-")


def test_the_macros_and_the_style_sheet_are_of_one_version() -> None:
    """govuk-frontend-jinja 4.1 is made for govuk-frontend 6.3."""
    from importlib.metadata import version

    wanted = json.loads((CHECKOUT / "package.json").read_text())["dependencies"]["govuk-frontend"]
    assert version("govuk-frontend-jinja").startswith("4.1.")
    assert wanted.startswith("6.3.")


def test_what_was_built_here_is_clean() -> None:
    made = CHECKOUT / "src" / "answerable" / "components" / "static" / "govuk" / "govuk-frontend.min.css"
    if not made.exists():
        report = pytest.fail if os.environ.get("CI") else pytest.skip
        report("npm has not fetched the style sheet here")
    css = made.read_text("utf-8")
    for word in ("@font-face", "Transport", "crest", "url(", "sourceMapping"):
        assert word not in css


def test_the_small_style_sheet_is_small() -> None:
    assert len((CHECKOUT / "src/answerable/components/static/answerable/fallback.css").read_bytes()) < 3100
