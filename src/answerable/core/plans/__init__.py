"""Plans: out of a spreadsheet's rows, how far they are, and how much of holding to account they got."""
