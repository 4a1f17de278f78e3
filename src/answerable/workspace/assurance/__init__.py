"""How far the office is assured, item by item, and what it rests on."""
