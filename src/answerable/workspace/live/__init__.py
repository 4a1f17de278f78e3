"""Live minutes: typed as plain lines, read as they are typed."""
