"""Search over everything: one row of text for each thing that can be found."""
