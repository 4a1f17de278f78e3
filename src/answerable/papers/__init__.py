"""What the office asks for before a meeting, and the force's papers that answer it."""
