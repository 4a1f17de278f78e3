"""Work that the office pays for: amounts of money, and when something has to be heard of what came of it."""
