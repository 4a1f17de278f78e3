"""Printed pages to documents: pieces of text with places, and ruling lines, whatever they were read by."""
