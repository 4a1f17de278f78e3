"""Answerable's settings with this slice beside the others."""

from answerable.config.settings import *  # noqa: F403
from answerable.config.settings import INSTALLED_APPS as APPS

INSTALLED_APPS = [*APPS, "tests.surviving.growing"]
