"""The record as pages that a browser opens from a folder: where to start, minutes, register, measures."""

from answerable.upkeep.handover.pages.writing import write_pages

__all__ = ["write_pages"]
