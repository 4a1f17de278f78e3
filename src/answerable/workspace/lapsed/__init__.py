"""What was promised and never heard of again."""
