"""Live minutes: typed as plain lines and read as they are typed; who is there; earlier actions."""
