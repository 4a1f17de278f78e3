"""Agendas, the questions for them, and the packs that go with them."""
