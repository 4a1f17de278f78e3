"""Scanned pages to pieces of text with places, by Tesseract where it is installed."""
