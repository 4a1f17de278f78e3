"""What may become public, in which words, at which address, by whose decision: see ADR 0013."""
