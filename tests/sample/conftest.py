"""What the tests of the sample archive share: its builder and its meetings, read once."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


def _script(name: str) -> ModuleType:
    """A script of the sample folder as a module; the folder is no package."""
    known = sys.modules.get(f"sample_{name}")
    if known is not None:
        return known
    spec = importlib.util.spec_from_file_location(f"sample_{name}", SAMPLE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"sample_{name}"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def build() -> ModuleType:
    return _script("build")


@pytest.fixture(scope="session")
def damage() -> ModuleType:
    return _script("damage")


@pytest.fixture(scope="session")
def meetings(build: ModuleType) -> list[Any]:
    return list(build.read_archive())


@pytest.fixture(scope="session")
def labels(build: ModuleType, meetings: list[Any]) -> dict[str, Any]:
    """Every label file's content by its name, made anew from the source."""
    return dict(build.all_labels(meetings))


@pytest.fixture(scope="session")
def archive() -> Path:
    return SAMPLE
