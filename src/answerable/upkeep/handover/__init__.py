"""The whole record of an office in one folder that needs none of our software; and taking it over."""
