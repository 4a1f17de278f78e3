"""What accountability adds up to."""
