"""What was asked before."""
