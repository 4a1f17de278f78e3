"""A sheet in, a file out: HTML, DOCX, PDF."""
