"""Lets the tests import what the scripts in tools/ are made of, as the scripts themselves do."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
