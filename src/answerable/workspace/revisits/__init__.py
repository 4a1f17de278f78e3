"""What is to come back to a later meeting."""
