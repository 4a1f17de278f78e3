"""Forums: which took the place of which."""
