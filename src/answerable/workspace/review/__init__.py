"""What the reader was unsure of, for a person to settle."""
