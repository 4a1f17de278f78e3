"""Scanned pages to pieces of text with places, by Tesseract where it is installed."""

from answerable.readers.ocr.reader import read_image

__all__ = ["read_image"]
