"""Search over everything published: one small module to a database, and what both are asked."""
