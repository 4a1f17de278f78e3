"""People, posts, and what each post owes."""
