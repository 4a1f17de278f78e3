"""The office whose record it is, and those that it deals with: forces, areas and bodies."""
