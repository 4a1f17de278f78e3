"""Work that the office pays for."""
