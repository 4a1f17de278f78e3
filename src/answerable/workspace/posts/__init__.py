"""Posts: who holds them, and who acts for them."""
