"""What the benchmarks are made of, a section to a file."""
