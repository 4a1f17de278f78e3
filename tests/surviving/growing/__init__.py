"""A slice whose second migration loses rows on its way back: the check must say so."""
