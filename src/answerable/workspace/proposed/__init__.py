"""What figures propose for the next agenda, and what a person says to that."""
