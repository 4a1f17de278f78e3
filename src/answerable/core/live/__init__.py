"""Lines as they are typed in a meeting, read by the grammar of minutes."""
