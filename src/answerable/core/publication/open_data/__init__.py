"""What API and bulk files give of each kind of line: one list of fields, from which both are made."""
