"""The rules: pure Python, no Django, no files, no network, no clock."""
