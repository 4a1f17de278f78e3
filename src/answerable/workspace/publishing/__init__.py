"""Publication: what waits for a decision, what the public will read, and what is left out of it."""
