"""Lets the tests use the check of the contract of places that the tools score files with."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
