"""Writing agendas, sending them out, and what becomes of questions."""
